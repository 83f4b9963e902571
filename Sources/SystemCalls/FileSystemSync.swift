import CLinux
import Glibc

extension Descriptor {
  /// Waits until everything written to the file system of this file or folder is on the disk.
  package func synchronizeFileSystem() throws(SystemFailure) {
    guard syncfs(number) == 0 else { throw .last }
  }

  /// Waits until the file's content is on the disk, though perhaps not its times.
  package func synchronizeContent() throws(SystemFailure) {
    guard fdatasync(number) == 0 else { throw .last }
  }

  /// Opens a file of this program's own for reading and writing, making it where there is none.
  ///
  /// - Throws: `EEXIST` for a link, a pipe, and a file that has other names: what is written there would be written to another file.
  package static func ownFile(_ path: String) throws(SystemFailure) -> Descriptor {
    let number = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o666)
    guard number >= 0 else { throw errno == ELOOP ? SystemFailure(number: EEXIST) : .last }
    let file = Descriptor(number, isOwned: true)
    let status = try file.status()
    guard status.kind == .file, status.links == 1 else { throw SystemFailure(number: EEXIST) }
    return file
  }
}

extension Descriptor {
  /// Opens a file to add to its end, making it where there is none; a pipe only where it has a reader.
  package static func appending(_ path: String) throws(SystemFailure) -> Descriptor {
    let number = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0o666)
    guard number >= 0 else { throw .last }
    let file = Descriptor(number, isOwned: true)
    let flags = fcntl(number, F_GETFL)
    guard flags >= 0, fcntl(number, F_SETFL, flags & ~O_NONBLOCK) >= 0 else { throw .last }
    return file
  }
}

extension Descriptor {
  /// Opens what is there already for writing, such as the null device.
  package static func writing(_ path: String) throws(SystemFailure) -> Descriptor {
    let number = open(path, O_WRONLY | O_CLOEXEC)
    guard number >= 0 else { throw .last }
    return Descriptor(number, isOwned: true)
  }
}
