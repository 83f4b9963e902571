import Findings
import Glibc

/// The hidden folder `.tracktable` within an output folder: the journal, the lock, and files that are not yet in place.
final class RunFolder {
  static let name = ".tracktable"

  let output: String
  private let lock: Int32

  static func parts(of output: String) -> String { "\(output)/\(name)/parts" }
  var journal: String { "\(output)/\(Self.name)/journal" }

  /// Makes the folder, takes the lock, and clears away what a killed run left unfinished.
  ///
  /// - Throws: A refusal where another run holds the lock or the folder cannot be made.
  init(output: String) throws(Refusal) {
    self.output = output
    let parts = Self.parts(of: output)
    do throws(SystemFailure) {
      try Folder.make(parts)
    } catch {
      throw Refusal(.outputFailed, ["path": output, "reason": error.words])
    }
    lock = open("\(output)/\(Self.name)/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard lock >= 0 else { throw Refusal(.outputFailed, ["path": output, "reason": SystemError.words(errno)]) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      close(lock)
      throw Refusal(.runLocked, ["path": output])
    }
    Folder.empty(parts)
  }

  deinit { close(lock) }
}

/// Folders by path.
enum Folder {
  /// Makes a folder and those above it; an existing one is fine.
  static func make(_ path: String) throws(SystemFailure) {
    if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let parent = path.parentFolder, !parent.isEmpty else {
      throw SystemFailure(number: errno)
    }
    try make(parent)
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw SystemFailure(number: errno) }
  }

  /// Removes the files of a folder, not its subfolders.
  static func empty(_ path: String) {
    guard let handle = opendir(path) else { return }
    defer { closedir(handle) }
    while let item = readdir(handle) {
      withUnsafePointer(to: &item.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { _ = unlinkat(dirfd(handle), $0, 0) }
      }
    }
  }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
