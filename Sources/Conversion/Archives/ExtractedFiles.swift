import Findings
import Spreadsheet
import SystemCalls

/// The files of an archive that was handed in, written into a private folder one by one: what a walk through the archive would come to, with
/// the same rules for names, archives within it and what is passed over.
public struct ExtractedFiles: Sendable {
  public struct File: Sendable {
    /// `箱.zip/一科/表.xls`.
    public let name: String
    /// Where it lies now, or why it does not.
    public let content: Result<String, Refusal>
  }

  public private(set) var files: [File] = []

  /// Whether a name says that the file is an archive.
  public static func isArchive(named name: String) -> Bool { ArchiveKind.isNamed(name) }

  /// - Parameters:
  ///   - path: Where the archive lies.
  ///   - name: What it is called.
  ///   - folder: Where the files go, under numbers and not under their own names.
  ///   - mostFiles: How many are taken; those behind them are refused.
  ///   - mostBytes: Of all of them together.
  /// - Returns: nil where it is no archive: then it is an input like any other, and its reader says what it is.
  public init?(
    _ path: String, named name: String, into folder: String, mostFiles: Int, mostBytes: Int
  ) throws(Refusal) {
    let input = InputFile(path: Array(path.utf8), name: name)
    guard var walk = ArchiveWalk(input) else { return nil }
    let archives = ArchivedFiles()
    var room = mostBytes
    while let step = walk.next() {
      switch step {
      case .refusal(let refusal):
        let label = refusal.finding.place.file ?? name
        let shown = label.hasPrefix(path) ? name + label.dropFirst(path.count) : label
        files.append(File(name: shown, content: .failure(refusal.renamed(shown))))
      case .file(let file):
        do throws(Refusal) {
          guard files.count < mostFiles else {
            throw Refusal(.serviceTooManyFiles, ["limit": String(mostFiles)])
          }
          let place = "\(folder)/\(files.count)"
          room -= try Self.extract(file, archives, to: place, atMost: room)
          files.append(File(name: file.name, content: .success(place)))
        } catch {
          files.append(File(name: file.name, content: .failure(error.renamed(file.name))))
          if files.count > mostFiles { return }
        }
      }
    }
  }

  private static func extract(
    _ file: InputFile, _ archives: ArchivedFiles, to place: String, atMost room: Int
  ) throws(Refusal) -> Int {
    guard let opened = try archives.open(file) else { throw Refusal(.fileMissing) }
    defer { withExtendedLifetime(opened.keptOpen) {} }
    let bytes = try opened.source.bytes(atMost: room)
    do throws(SystemFailure) {
      try PrivateFolder.write(bytes, to: place)
    } catch {
      throw Refusal.unreadable(error)
    }
    return bytes.count
  }
}

extension Refusal {
  fileprivate func renamed(_ file: String) -> Refusal {
    var copy = self
    copy.finding.place.file = file
    return copy
  }
}
