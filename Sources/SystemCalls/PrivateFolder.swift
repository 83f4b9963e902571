import CLinux
import Glibc

/// Folders that only this user may look into.
package enum PrivateFolder {
  /// Makes a new folder with an unguessable name, which is removed where a signal ends the process.
  package static func make(in folder: String) throws(SystemFailure) -> String {
    try UnfinishedFiles.ofProcess.addFolder { () throws(SystemFailure) in
      var template = Array("\(folder)/tracktable-XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else { throw .last }
      return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  package static func make(at path: String) throws(SystemFailure) {
    guard mkdir(path, 0o700) == 0 else { throw .last }
  }

  /// Writes a new file; nothing that is there is replaced.
  package static func write(_ bytes: [UInt8], to path: String) throws(SystemFailure) {
    try openNew(path).write(bytes)
  }

  /// Makes a new file, to be written piece by piece; nothing that is there is replaced.
  package static func openNew(_ path: String) throws(SystemFailure) -> Descriptor {
    let number = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard number >= 0 else { throw .last }
    return Descriptor(number, isOwned: true)
  }

  /// Removes a folder and all that is in it; links are removed and not followed.
  package static func removeAll(_ path: String) {
    removeContents(path)
    UnfinishedFiles.ofProcess.remove(path)
  }

  /// Programs that were killed just now may still be writing into it: that is waited for, half a second at most.
  static func removeContents(_ path: String) {
    for _ in 0..<50 {
      removeAll(Array(path.utf8), depth: 0)
      guard FileStatus(ofName: path) != nil else { return }
      usleep(10_000)
    }
  }

  /// Folders within each other that are removed: more than any program makes.
  private static let mostDepth = 64

  private static func removeAll(_ folder: [UInt8], depth: Int) {
    guard depth < mostDepth, let entries = try? Folder.entries(of: folder) else { return }
    for entry in entries {
      let path = folder + [UInt8(ascii: "/")] + entry.name
      if entry.kind == .folder {
        removeAll(path, depth: depth + 1)
      } else {
        unlink(path.map { CChar(bitPattern: $0) } + [0])
      }
    }
    rmdir(folder.map { CChar(bitPattern: $0) } + [0])
  }
}
