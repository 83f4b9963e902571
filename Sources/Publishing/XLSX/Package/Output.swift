import Findings
import Foundation

/// Where the bytes of a workbook go: into memory, or into a file, one behind the other.
final class Output {
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0
  private let file: Int32

  /// - Throws: `workbook.write-failed` where the path cannot be written to.
  init(_ output: XLSXFile.Output) throws(Refusal) {
    switch output {
    case .memory: file = -1
    case .path(let path):
      file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
      if file < 0 { throw XLSXFile.failure(systemError: errno) }
    }
  }

  deinit { if file >= 0 { close(file) } }

  func append(_ more: UnsafeRawBufferPointer) throws(Refusal) {
    count += more.count
    if file < 0 { bytes.append(contentsOf: more) } else { try Self.write(more, to: file) }
  }

  func append(_ more: [UInt8]) throws(Refusal) {
    count += more.count
    if file < 0 {
      bytes += more
      return
    }
    var failure: Refusal?
    more.withUnsafeBytes { buffer in
      do throws(Refusal) { try Self.write(buffer, to: file) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  func reserve(_ capacity: Int) { if file < 0 { bytes.reserveCapacity(capacity) } }

  static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) throws(Refusal) {
    var done = 0
    while done < bytes.count {
      let written = Foundation.write(file, bytes.baseAddress?.advanced(by: done), bytes.count - done)
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw XLSXFile.failure(systemError: written < 0 ? errno : EIO) }
      done += written
    }
  }
}
