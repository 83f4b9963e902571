import Findings
import Spreadsheet
import SystemCalls

/// The files of an archive that was handed in, written into a private folder one by one: what a walk through the archive would come to, with
/// the same rules for names, archives within it and what is passed over.
package struct ExtractedFiles: Sendable {
  package struct File: Sendable {
    /// `箱.zip/一科/表.xls`.
    package let name: String
    /// Where it lies now, or why it does not.
    package let content: Result<String, Refusal>
  }

  package private(set) var files: [File] = []
  private let folder: String
  private let mostFiles: Int
  /// Bytes that may still come out.
  private var bytesLeft: Int

  /// Whether a name says that the file is an archive.
  package static func isArchive(named name: String) -> Bool { ArchiveKind.isNamed(name) }

  /// - Parameters:
  ///   - path: Where the archive lies.
  ///   - name: What it is called.
  ///   - folder: Where the files go, under numbers and not under their own names.
  ///   - mostFiles: How many are taken; those behind them are refused.
  ///   - mostBytes: Of all of them together.
  ///   - program: The path of `bsdtar`, which unpacks what is no ZIP; nil where there is none, or none is to be started.
  ///   - costs: What unpacking may cost.
  /// - Returns: nil where it is no archive: then it is an input like any other, and its reader says what it is.
  /// - Throws: A refusal where the archive as a whole could not be unpacked.
  package init?(
    _ path: String, named name: String, into folder: String, mostFiles: Int, mostBytes: Int,
    unpacker program: String? = nil, costs: FileLimits = FileLimits()
  ) throws(Refusal) {
    self.folder = folder
    self.mostFiles = mostFiles
    bytesLeft = mostBytes
    let unpacker = program.map { Unpacker(program: $0, costs: costs) }
    let input = InputFile(path: Array(path.utf8), name: name)
    if let walk = ArchiveWalk(input) {
      extract(walk, of: input, unpacker)
    } else if let unpacker, unpacker.unpacks(input.path) {
      extract(ArchiveWalk(try unpacker.unpack(.file(path)), of: input, isNested: false), of: input, unpacker)
    } else {
      return nil
    }
  }

  private mutating func extract(_ walk: ArchiveWalk, of archive: InputFile, _ unpacker: Unpacker?) {
    var walk = walk
    let archives = ArchivedFiles()
    while let step = walk.next() {
      // One refusal says that there is more than is taken.
      if files.count > mostFiles { return }
      switch step {
      case .refusal(let refusal):
        let label = refusal.finding.place.file ?? archive.name
        let path = archive.label
        refuse(label.hasPrefix(path) ? archive.name + label.dropFirst(path.count) : label, refusal)
      case .file(let file):
        do throws(Refusal) {
          if file.isNestedArchive, let unpacker, let opened = try archives.open(file) {
            defer { withExtendedLifetime(opened.keptOpen) {} }
            extract(ArchiveWalk(try unpacker.unpack(opened.source), of: file, isNested: true), of: file, unpacker)
          } else {
            try extract(file, archives)
          }
        } catch {
          refuse(file.name, error)
        }
      }
    }
  }

  private mutating func extract(_ file: InputFile, _ archives: ArchivedFiles) throws(Refusal) {
    guard files.count < mostFiles else { throw Refusal(.serviceTooManyFiles, ["limit": String(mostFiles)]) }
    guard let opened = try archives.open(file) else { throw Refusal(.fileMissing) }
    defer { withExtendedLifetime(opened.keptOpen) {} }
    let bytes = try opened.source.bytes(atMost: bytesLeft)
    let place = "\(folder)/\(files.count)"
    do throws(SystemFailure) {
      try PrivateFolder.write(bytes, to: place)
    } catch {
      throw Refusal.unreadable(error)
    }
    bytesLeft -= bytes.count
    files.append(File(name: file.name, content: .success(place)))
  }

  private mutating func refuse(_ name: String, _ refusal: Refusal) {
    var refusal = refusal
    refusal.finding.place.file = name
    files.append(File(name: name, content: .failure(refusal)))
  }
}
