import Findings
import Spreadsheet

/// A single input by the path that a person named: a file, one within an archive, or an archive of one file.
///
///     let input = try NamedInput("收件/箱.zip/一科/表.xls")
///     try withExtendedLifetime(input) { try openWorkbook(input.source) … }
public struct NamedInput {
  public let source: ByteSource
  /// What the source reads from; to be kept alive as long as it is read.
  private let keptOpen: Any?

  /// - Throws: A refusal where the archive cannot be read, or has several files of which none is named.
  public init(_ path: String) throws(Refusal) {
    let archives = ArchivedFiles()
    let input = InputFile(path: Array(path.utf8), name: FileName.last(of: Array(path.utf8)))
    var opened = try archives.open(input.path)
    if opened == nil, var walk = ArchiveWalk(input) {
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
      opened = try archives.open(first.path)
    }
    source = opened?.source ?? .file(path)
    keptOpen = opened?.keptOpen
  }
}
