import Findings
import Foundation

/// A part that is deflated while it grows: in memory up to `memoryLimit`, which is more than any form needs, then in a file without a name.
final class PartSpool {
  static let memoryLimit = 4 << 20
  private static let pieceSize = 64 * 1024

  private(set) var checksum = Checksum()
  private(set) var size = 0
  private(set) var packedSize = 0
  private let deflater: Deflater
  private var waiting: [UInt8] = []
  private var memory: [UInt8] = []
  private var file: Int32 = -1

  init() throws(Refusal) {
    guard let deflater = Deflater() else { throw XLSXFile.failure("out of memory") }
    self.deflater = deflater
  }

  deinit { if file >= 0 { close(file) } }

  func append(_ bytes: [UInt8]) throws(Refusal) {
    waiting += bytes
    if waiting.count >= Self.pieceSize { try pack(isLast: false) }
  }

  /// No more bytes come.
  func finish() throws(Refusal) { try pack(isLast: true) }

  /// Hands over the deflated bytes from the first to the last.
  func read(_ receive: (UnsafeRawBufferPointer) throws(Refusal) -> Void) throws(Refusal) {
    if file < 0 {
      let bytes = memory
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
      defer { copy.deallocate() }
      copy.copyBytes(from: bytes)
      return try receive(UnsafeRawBufferPointer(copy))
    }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 1)
    defer { buffer.deallocate() }
    var offset = 0
    while offset < packedSize {
      let got = pread(file, buffer.baseAddress, min(buffer.count, packedSize - offset), off_t(offset))
      guard got > 0 else { throw XLSXFile.failure(systemError: got < 0 ? errno : EIO) }
      try receive(UnsafeRawBufferPointer(rebasing: buffer[..<got]))
      offset += got
    }
  }

  private func pack(isLast: Bool) throws(Refusal) {
    checksum.add(waiting)
    size += waiting.count
    try deflater.piece(waiting, isLast: isLast) { (packed) throws(Refusal) in
      packedSize += packed.count
      if file < 0 {
        memory += packed
        if memory.count > Self.memoryLimit { try spill() }
      } else {
        try Output.write(UnsafeRawBufferPointer(packed), to: file)
      }
    }
    waiting.removeAll(keepingCapacity: true)
  }

  /// Moves what is in memory into a file that has no name.
  private func spill() throws(Refusal) {
    guard let folder = Self.folder else { throw XLSXFile.failure(systemError: ENOENT) }
    var name = Array((folder + "/tracktable-XXXXXX").utf8CString)
    file = mkstemp(&name)
    guard file >= 0 else { throw XLSXFile.failure(systemError: errno) }
    unlink(name)
    var failure: Refusal?
    memory.withUnsafeBytes { bytes in
      do throws(Refusal) { try Output.write(bytes, to: file) } catch { failure = error }
    }
    if let failure { throw failure }
    memory = []
  }

  /// `TMPDIR`, `/tmp` or `/var/tmp`, the first that can be written to; nil where none can.
  private static let folder: String? = {
    let candidates = [ProcessInfo.processInfo.environment["TMPDIR"], "/tmp", "/var/tmp"]
    return candidates.compactMap { $0 }.first { path in
      var status = stat()
      return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR && access(path, W_OK | X_OK) == 0
    }
  }()
}
