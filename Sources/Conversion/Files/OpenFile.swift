import Findings
import Foundation
import Glibc

/// An open file that is read from its current position to its end. POSIX calls, because a run makes them for every file.
final class OpenFile {
  let descriptor: Int32
  /// Bytes by the file's own word; 0 for pipes.
  let size: Int
  private let isOwned: Bool

  convenience init(path: String) throws(Refusal) { try self.init(path: Array(path.utf8)) }

  /// - Throws: A refusal where there is no such file, it is no regular file or pipe, or may not be read.
  init(path: [UInt8]) throws(Refusal) {
    descriptor = open(path.terminated, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? Refusal(.fileMissing) : Refusal(.fileUnreadable, ["reason": SystemError.words(errno)])
    }
    isOwned = true
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw Refusal(.fileUnreadable, ["reason": SystemError.words(EISDIR)])
    }
    size = Int(status.st_size)
  }

  /// Wraps a descriptor that somebody else opened and will close.
  init(descriptor: Int32) {
    self.descriptor = descriptor
    size = 0
    isOwned = false
  }

  deinit { if isOwned { close(descriptor) } }

  /// At most this many bytes; none at the end.
  func read(upTo count: Int) throws(Refusal) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      repeat {
        let result = Glibc.read(descriptor, buffer.baseAddress, count)
        failure = result < 0 ? errno : 0
        filled = max(0, result)
      } while failure == EINTR
    }
    guard failure == 0 else { throw Refusal(.fileUnreadable, ["reason": SystemError.words(failure)]) }
    return bytes
  }

  func readToEnd() throws(Refusal) -> [UInt8] {
    // One byte more than the size: the read that is cut short is then the one that tells the end.
    var bytes = try read(upTo: size > 0 ? size + 1 : 1 << 16)
    if size > 0, bytes.count == size { return bytes }
    while case let more = try read(upTo: 1 << 18), !more.isEmpty { bytes += more }
    return bytes
  }
}
