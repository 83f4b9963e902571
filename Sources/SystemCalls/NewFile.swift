import CLinux
import Glibc

/// A file that gets its name when it is complete: the only way in which this program makes files.
///
/// Until then it has no name at all (`O_TMPFILE`), or, where the file system knows no such files, a random one of its own that is made
/// with `O_EXCL` and `O_NOFOLLOW`: nothing that was there before is ever opened for writing. The name is given by a call that fails where
/// something has it already, unless it may be replaced; then the whole old file is exchanged for the whole new one.
package final class NewFile {
  package let descriptor: Descriptor
  private let folder: String
  private var temporaryName: String?

  /// - Parameter folder: Where it will be; the name has to be on the same device.
  package init(in folder: String) throws(SystemFailure) {
    self.folder = folder
    if let nameless = Self.nameless(in: folder) {
      descriptor = nameless
      return
    }
    let name = folder + "/" + OwnName.temporary()
    let number = try UnfinishedFiles.ofProcess.add(name) { () throws(SystemFailure) in
      let number = open(name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
      guard number >= 0 else { throw .last }
      return number
    }
    descriptor = Descriptor(number, isOwned: true)
    temporaryName = name
  }

  deinit { removeTemporaryName() }

  /// Gives the file its name; it stays open.
  ///
  /// - Throws: `EEXIST` where something has the name and may not be replaced.
  package func place(at target: String, replacing: Bool) throws(SystemFailure) {
    if let name = temporaryName {
      try Rename.move(name, to: target, replacing: replacing)
      forgetTemporaryName()
    } else if !replacing {
      try link(to: target)
    } else {
      let name = folder + "/" + OwnName.temporary()
      try UnfinishedFiles.ofProcess.add(name) { () throws(SystemFailure) in try link(to: name) }
      temporaryName = name
      try Rename.move(name, to: target, replacing: true)
      forgetTemporaryName()
    }
  }

  private func link(to target: String) throws(SystemFailure) {
    guard linkat(AT_FDCWD, "/proc/self/fd/\(descriptor.number)", AT_FDCWD, target, Int32(AT_SYMLINK_FOLLOW)) == 0 else {
      throw .last
    }
  }

  /// nil where the file system, or a system without `/proc`, cannot give such a file a name later.
  private static func nameless(in folder: String) -> Descriptor? {
    let number = open(folder, clinux_nameless | O_RDWR | O_CLOEXEC, 0o666)
    guard number >= 0 else { return nil }
    let file = Descriptor(number, isOwned: true)
    return access("/proc/self/fd/\(number)", F_OK) == 0 ? file : nil
  }

  private func removeTemporaryName() {
    guard let name = temporaryName else { return }
    UnfinishedFiles.ofProcess.remove(name) { unlink(name) }
    temporaryName = nil
  }

  private func forgetTemporaryName() {
    if let name = temporaryName { UnfinishedFiles.ofProcess.remove(name) }
    temporaryName = nil
  }

  /// Removes what killed processes left in a folder under names of this program's own; the files of living ones stay.
  ///
  /// - Parameter keeps: Whether a path has to stay whatever it is called.
  package static func removeLeftovers(in folder: String, keeping keeps: (String) -> Bool) {
    guard let entries = try? Folder.entries(of: Array(folder.utf8)) else { return }
    for entry in entries where entry.kind == .file && OwnName.isLeftover(entry.name) {
      let path = folder + "/" + String(decoding: entry.name, as: UTF8.self)
      if !keeps(path) { unlink(path) }
    }
  }
}
