import Findings
import SystemCalls

/// The files of a folder and its subfolders, one by one, in the order of the bytes of their names.
///
/// Holds the names of the folders on the way down and nothing else, so a folder of any size can be walked.
struct FolderWalk {
  /// What came next.
  enum Step {
    case file(InputFile)
    /// A subfolder that cannot be read.
    case refusal(Refusal)
  }

  private struct Level {
    let path: [UInt8]
    /// Relative to the root, with a slash at the end unless empty.
    let prefix: String
    var entries: ArraySlice<Folder.Entry>
  }

  private let root: [UInt8]
  private let realRoot: [UInt8]?
  private let excluded: FileIdentity?
  private var levels: [Level] = []
  private(set) var skipped = SkippedFiles()

  /// - Parameter excluded: A folder to pass over: the output folder, where it lies inside of the input.
  /// - Throws: A refusal where the folder cannot be read.
  init(_ root: [UInt8], excluding excluded: FileIdentity? = nil) throws(Refusal) {
    self.root = root
    self.excluded = excluded
    realRoot = FilePath.real(root)
    levels = [Level(path: root, prefix: "", entries: try Self.entries(of: root)[...])]
  }

  /// The next file; nil after the last.
  mutating func next() -> Step? {
    while var level = levels.popLast() {
      guard let entry = level.entries.popFirst() else { continue }
      let path = level.path + [UInt8(ascii: "/")] + entry.name
      let name = level.prefix + FileName.display(entry.name)
      levels.append(level)
      switch entry.kind {
      case .folder: if let refusal = descend(path, name: name) { return .refusal(refusal) }
      case .file: if !skips(entry.name) { return .file(InputFile(path: path, name: name, isWalked: true)) }
      case .link:
        if followed(path), !skips(entry.name) { return .file(InputFile(path: path, name: name, isWalked: true)) }
      default: skipped.specialFiles += 1
      }
    }
    return nil
  }

  private mutating func descend(_ path: [UInt8], name: String) -> Refusal? {
    if FileName.isSystem(path) {
      skipped.systemFiles += 1
      return nil
    }
    if let excluded, FileIdentity(path) == excluded { return nil }
    do throws(Refusal) {
      levels.append(Level(path: path, prefix: name + "/", entries: try Self.entries(of: path)[...]))
      return nil
    } catch {
      return error.within(Place(file: FileName.display(path)))
    }
  }

  private mutating func skips(_ name: [UInt8]) -> Bool {
    if name.starts(with: "~$".utf8) {
      skipped.lockFiles += 1
      return true
    }
    // Hidden or not, a person has to fetch it.
    if FileName.isUnfinishedDownload(name) { return false }
    if FileName.isSystem(name) {
      skipped.systemFiles += 1
      return true
    }
    if FileName.isNoForm(name) {
      skipped.otherFiles += 1
      return true
    }
    return false
  }

  /// A link is followed where it leads to a file of the same tree.
  private mutating func followed(_ path: [UInt8]) -> Bool {
    if let realRoot, let target = FilePath.real(path), target.starts(with: realRoot + [UInt8(ascii: "/")]),
      FileStatus(following: path)?.kind == .file
    {
      return true
    }
    skipped.links += 1
    return false
  }

  private static func entries(of folder: [UInt8]) throws(Refusal) -> [Folder.Entry] {
    do throws(SystemFailure) {
      return try Folder.entries(of: folder)
    } catch {
      throw Refusal(.fileUnreadable, ["reason": error.words])
    }
  }
}
