import CLinux
import Glibc

/// Other names for files.
package enum Rename {
  /// Moves a file of this program's own to its place, within a device.
  ///
  /// - Throws: `EEXIST` where something has the name and may not be replaced; `EXDEV` between devices.
  package static func move(_ path: String, to target: String, replacing: Bool) throws(SystemFailure) {
    if replacing {
      guard rename(path, target) == 0 else { throw .last }
      return
    }
    if renameat2(AT_FDCWD, path, AT_FDCWD, target, clinux_no_replace) == 0 { return }
    guard SystemFailure.last.isUnsupported else { throw .last }
    // NFS and some FUSE file systems cannot rename without replacing, but a link never replaces anything.
    if link(path, target) == 0 {
      unlink(path)
      return
    }
    guard SystemFailure.last.isUnsupported || errno == EMLINK else { throw .last }
    // Neither can FAT: a file of our own, made where there was none, is what the rename then replaces.
    let number = open(target, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard number >= 0 else { throw .last }
    close(number)
    guard rename(path, target) == 0 else {
      let failure = SystemFailure.last
      unlink(target)
      throw failure
    }
  }

  /// Moves a file as `move` does, by way of a copy where the target is on another device.
  package static func moveAnywhere(_ path: String, to target: String, replacing: Bool) throws(SystemFailure) {
    do throws(SystemFailure) {
      try move(path, to: target, replacing: replacing)
    } catch {
      guard error.number == EXDEV else { throw error }
      let slash = target.utf8.lastIndex(of: UInt8(ascii: "/"))
      let copy = try NewFile(in: slash.map { $0 == target.startIndex ? "/" : String(target[..<$0]) } ?? ".")
      let source = try Descriptor.reading(Array(path.utf8))
      while case let piece = try source.read(upTo: 1 << 20), !piece.isEmpty { try copy.descriptor.write(piece) }
      try copy.descriptor.synchronize()
      try copy.place(at: target, replacing: replacing)
      unlink(path)
    }
  }

  package static func remove(_ path: String) { unlink(path) }
}
