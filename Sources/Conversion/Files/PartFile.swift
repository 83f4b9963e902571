import Findings
import Glibc

/// A whole file written in one go to a folder of parts, to be moved into place by whoever asked for it.
enum PartFile {
  /// - Returns: The SHA-256 of the bytes.
  /// - Throws: The error number of the system call that failed; nothing is left behind.
  static func write(_ bytes: [UInt8], to path: String) throws(SystemFailure) -> String {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw SystemFailure(number: errno) }
    do throws(SystemFailure) {
      try descriptor.writeAll(bytes)
      guard close(descriptor) == 0 else { throw SystemFailure(number: errno) }
    } catch {
      close(descriptor)
      unlink(path)
      throw error
    }
    return SHA256.hash(bytes)
  }
}

/// A system call that failed.
struct SystemFailure: Error {
  let number: Int32

  var words: String { SystemError.words(number) }
  /// The device or the quota is used up, or the folder is not there any more: the next file would fare no better.
  var concernsWholeRun: Bool { [ENOSPC, EDQUOT, ENOENT, EROFS, EIO].contains(number) }
}

extension Int32 {
  /// Writes all bytes to this descriptor.
  func writeAll(_ bytes: some Collection<UInt8>) throws(SystemFailure) {
    var failure: Int32 = 0
    let done: Void? = bytes.withContiguousStorageIfAvailable { failure = Self.write($0, to: self) }
    if done == nil { Array(bytes).withUnsafeBufferPointer { failure = Self.write($0, to: self) } }
    if failure != 0 { throw SystemFailure(number: failure) }
  }

  /// Zero, or the error number.
  private static func write(_ buffer: UnsafeBufferPointer<UInt8>, to descriptor: Int32) -> Int32 {
    var rest = UnsafeRawBufferPointer(buffer)[...]
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = rest.dropFirst(count)
    }
    return 0
  }
}
