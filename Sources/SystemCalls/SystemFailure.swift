import Glibc

/// A system call that failed.
package struct SystemFailure: Error, Hashable, Sendable {
  /// `errno` as the call left it.
  package let number: Int32

  package init(number: Int32) { self.number = number }

  /// The failure of the call just made.
  static var last: SystemFailure { SystemFailure(number: errno) }

  /// The operating system's own words for the error number.
  package var words: String { Self.words(number) }

  package static func words(_ number: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard strerror_r(number, &buffer, buffer.count) == 0 else { return "errno \(number)" }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The device or the quota is used up, or the folder is not there any more: the next file would fare no better.
  package var concernsWholeRun: Bool { [ENOSPC, EDQUOT, ENOENT, EROFS, EIO].contains(number) }
  /// There are no descriptors, processes or memory left for another of what was asked for.
  package var isShortage: Bool { [EMFILE, ENFILE, EAGAIN, ENOMEM].contains(number) }
  /// The reader at the other end of a pipe has gone.
  package var isBrokenPipe: Bool { number == EPIPE }
  /// Something has the name already.
  package var isNameTaken: Bool { number == EEXIST }
  package var isMissing: Bool { number == ENOENT }

  /// The file system cannot do what was asked, whatever the file.
  var isUnsupported: Bool { [EINVAL, ENOSYS, EOPNOTSUPP, ENOTSUP, EPERM, ENOLCK, EISDIR].contains(number) }
}
