import CXLSXScratch
import Findings
import Foundation

/// Where a workbook goes. The library writes it to a file in memory, which it opens by the path of the descriptor; only what is complete
/// goes to the caller or to the disk, so that a full disk is noticed here and leaves no file.
final class WorkbookOutput {
  private let memory: Int32
  /// nil where the caller takes the bytes.
  private let path: String?
  private let file: Int32

  /// - Throws: `workbook.write-failed` where the path cannot be written to.
  init(_ output: XLSXFile.Output) throws(Refusal) {
    memory = tracktable_memory_file()
    guard memory >= 0 else { throw XLSXFile.failure(systemError: errno) }
    switch output {
    case .memory:
      path = nil
      file = -1
    case .path(let target):
      path = target
      file = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
      if file < 0 {
        let reason = errno
        close(memory)
        throw XLSXFile.failure(systemError: reason)
      }
    }
  }

  deinit {
    close(memory)
    if file >= 0 { close(file) }
  }

  /// The path by which the library opens the file in memory.
  var openedPath: String { "/proc/self/fd/\(memory)" }

  /// Returns the complete workbook.
  ///
  /// - Returns: Its bytes where the output is memory, else nothing.
  func deliver() throws(Refusal) -> [UInt8] {
    guard let path else { return try bytes(from: 0, count: size()) }
    do throws(Refusal) {
      let size = try size()
      var offset = 0
      while offset < size {
        let piece = try bytes(from: offset, count: min(1 << 20, size - offset))
        try write(piece)
        offset += piece.count
      }
    } catch {
      discard(path)
      throw error
    }
    return []
  }

  /// Removes the file at the path, where it is one, after a failure.
  func discard() { if let path { discard(path) } }

  private func discard(_ path: String) {
    var status = stat()
    if fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG { unlink(path) }
  }

  private func size() throws(Refusal) -> Int {
    let size = lseek(memory, 0, SEEK_END)
    guard size >= 0 else { throw XLSXFile.failure(systemError: errno) }
    return Int(size)
  }

  private func bytes(from offset: Int, count: Int) throws(Refusal) -> [UInt8] {
    var failed: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
      while done < count {
        let got = pread(memory, buffer.baseAddress?.advanced(by: done), count - done, off_t(offset + done))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else {
          failed = got < 0 ? errno : EIO
          return
        }
        done += got
      }
    }
    if failed != 0 { throw XLSXFile.failure(systemError: failed) }
    return bytes
  }

  private func write(_ bytes: [UInt8]) throws(Refusal) {
    var done = 0
    while done < bytes.count {
      let written = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress?.advanced(by: done), bytes.count - done) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw XLSXFile.failure(systemError: written < 0 ? errno : EIO) }
      done += written
    }
  }
}
