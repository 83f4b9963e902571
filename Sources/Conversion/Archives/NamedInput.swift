import Findings
import Spreadsheet

/// A single input by the path that a person named: a file, one within an archive, or an archive of one file.
///
///     let input = try NamedInput("收件/箱.zip/一科/表.xls")
///     try withExtendedLifetime(input) { try Workbooks.open(input.source) … }
package struct NamedInput {
  package let source: ByteSource
  /// What the source reads from; to be kept alive as long as it is read.
  private let keptOpen: Any?

  /// - Parameters:
  ///   - unpacker: The path of `bsdtar`, which unpacks what is no ZIP; nil where there is none, or none is to be started.
  ///   - costs: What unpacking may cost.
  /// - Throws: A refusal where the archive cannot be read, or has several files of which none is named.
  package init(_ path: String, unpacker program: String? = nil, costs: FileLimits = FileLimits()) throws(Refusal) {
    let unpacker = program.map { Unpacker(program: $0, costs: costs) }
    let archives = ArchivedFiles(unpacker: unpacker)
    let input = InputFile(path: Array(path.utf8), name: FileName.last(of: Array(path.utf8)))
    var opened = try archives.open(input.path)
    var walk = opened == nil ? ArchiveWalk(input) : nil
    if opened == nil, let unpacker, unpacker.accepts(input.path) {
      walk = ArchiveWalk(try unpacker.unpack(.file(path)), of: input, isNested: false)
    }
    if var walk {
      var files: [InputFile] = []
      var refusal: Refusal?
      while let step = walk.next() {
        switch step {
        case .file(let file): files.append(file)
        case .refusal(let found): refusal = refusal ?? found
        }
      }
      guard let first = files.first else { throw refusal ?? Refusal(.fileIsArchive, ["found": "ZIP"]) }
      guard files.count == 1 else {
        throw Refusal(.archiveOfMany, ["count": String(files.count), "found": first.label])
      }
      opened = try archives.open(first)
    }
    source = opened?.source ?? .file(path)
    keptOpen = opened?.keptOpen
  }
}
