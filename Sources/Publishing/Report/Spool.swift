import Findings
import Glibc

/// Bytes put aside until what stands before them is known: a file without a name in the folder for temporary files.
final class Spool {
  private let file: UnsafeMutablePointer<FILE>

  init() throws(Refusal) {
    guard let opened = tmpfile() else { throw Self.failure() }
    file = opened
  }

  deinit { fclose(file) }

  func append(_ bytes: [UInt8]) throws(Refusal) {
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Self.failure() }
  }

  /// Hands over everything, in pieces.
  func drain(into write: ([UInt8]) throws -> Void) throws {
    guard fflush(file) == 0 else { throw Self.failure() }
    rewind(file)
    while true {
      let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        count = fread(buffer.baseAddress, 1, 1 << 16, file)
      }
      if piece.isEmpty { break }
      try write(piece)
    }
    guard ferror(file) == 0 else { throw Self.failure() }
  }

  private static func failure() -> Refusal {
    Refusal(.reportWriteFailed, ["reason": String(cString: strerror(errno))])
  }
}
