import CLinux
import Findings
import Glibc

/// A file that grows beside its target and is moved into place when it is complete: the target is there whole or not at all.
///
/// The file beside it is hidden, always has the same name for the same target, and is locked: what a killed run left is
/// taken over, and a second run to the same target is refused.
final class PlacedFile {
  let target: String
  private let aside: String
  private let replaces: Bool
  let descriptor: Int32
  private var isPlaced = false
  private var buffer: [UInt8] = []

  /// - Throws: A refusal where the target exists and may not be replaced, another run writes it, or it cannot be written.
  init(target: String, replaces: Bool) throws(Refusal) {
    self.target = target
    self.replaces = replaces
    var status = stat()
    if lstat(target, &status) == 0 {
      guard replaces else { throw Refusal(.outputExists, ["path": target]) }
      guard status.st_mode & S_IFMT != S_IFDIR else { throw Self.failed(target, EISDIR) }
    }
    let name = target.startOfLastComponent
    aside = target[..<name] + "." + target[name...] + ".part"
    descriptor = try Self.openLocked(aside, target: target)
  }

  deinit {
    if !isPlaced { unlink(aside) }
    close(descriptor)
  }

  func append(_ bytes: some Collection<UInt8>) throws(Refusal) {
    buffer += bytes
    if buffer.count >= 1 << 18 { try flush() }
  }

  /// Makes sure that the bytes are on the disk and gives the file its name.
  func moveIntoPlace() throws(Refusal) {
    try flush()
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw Self.failed(target, errno) }
    guard renameat2(AT_FDCWD, aside, AT_FDCWD, target, replaces ? 0 : clinux_no_replace) == 0 else {
      throw errno == EEXIST ? Refusal(.outputExists, ["path": target]) : Self.failed(target, errno)
    }
    isPlaced = true
  }

  private func flush() throws(Refusal) {
    do throws(SystemFailure) {
      try descriptor.writeAll(buffer)
    } catch {
      throw Self.failed(target, error.number)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Opens and locks the file aside; the lock counts only if the file still has its name once it is held.
  private static func openLocked(_ aside: String, target: String) throws(Refusal) -> Int32 {
    while true {
      let descriptor = open(aside, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
      guard descriptor >= 0 else { throw failed(target, errno) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        close(descriptor)
        throw Refusal(.runLocked, ["path": target])
      }
      var mine = stat()
      var named = stat()
      if fstat(descriptor, &mine) == 0, lstat(aside, &named) == 0, mine.st_ino == named.st_ino,
        mine.st_dev == named.st_dev,
        ftruncate(descriptor, 0) == 0
      {
        return descriptor
      }
      close(descriptor)
    }
  }

  private static func failed(_ path: String, _ number: Int32) -> Refusal {
    Refusal(.outputFailed, ["path": path, "reason": SystemError.words(number)])
  }
}
