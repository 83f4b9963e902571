import Findings
import Glibc

/// Bytes that can be read at any place: in memory, or of a file that stays open for it.
final class StoredBytes {
  private enum Storage {
    case memory([UInt8])
    case file(Int32)
  }

  private let storage: Storage
  /// In bytes.
  let count: Int

  init(_ bytes: [UInt8]) {
    storage = .memory(bytes)
    count = bytes.count
  }

  /// - Throws: `file.missing`, `file.unreadable`.
  init(path: String, size: Int) throws(Refusal) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ByteSource.refusal(errno) }
    storage = .file(descriptor)
    count = size
  }

  deinit { if case .file(let descriptor) = storage { close(descriptor) } }

  /// Calls a closure with so many bytes from an offset on; of what reaches beyond the end, with those that are there. What lies in memory is not copied.
  func withBytes<Value>(
    at offset: Int, count wanted: Int, _ body: (UnsafeRawBufferPointer) throws(Refusal) -> Value
  ) throws(Refusal) -> Value {
    let there = max(0, min(wanted, count - offset))
    if case .memory(let bytes) = storage {
      return try bytes.span.withUnsafeBytes { (bytes) throws(Refusal) in
        try body(UnsafeRawBufferPointer(rebasing: bytes[min(offset, count)...].prefix(there)))
      }
    }
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: there, alignment: 16)
    defer { copy.deallocate() }
    return try body(UnsafeRawBufferPointer(rebasing: copy[..<(try read(at: offset, into: copy))]))
  }

  /// The bytes of extents, one behind the other; of what reaches beyond the end, those that are there.
  func contents(of extents: [BinaryStream.Extent]) throws(Refusal) -> [UInt8] {
    var contents = [UInt8](repeating: 0, count: extents.last.map { $0.start + $0.length } ?? 0)
    var failure: Refusal?
    var done = 0
    contents.withUnsafeMutableBytes { destination in
      for extent in extents {
        do throws(Refusal) {
          let piece = UnsafeMutableRawBufferPointer(rebasing: destination[extent.start..<extent.start + extent.length])
          let got = try read(at: extent.place, into: piece)
          done += got
          if got < extent.length { return }
        } catch {
          failure = error
          return
        }
      }
    }
    if let failure { throw failure }
    contents.removeLast(contents.count - done)
    return contents
  }

  /// Fills the buffer with the bytes from an offset on.
  ///
  /// - Returns: How many there were, fewer than the buffer holds at the end only.
  /// - Throws: `file.unreadable`.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(Refusal) -> Int {
    guard offset >= 0, offset < count else { return 0 }
    let wanted = min(buffer.count, count - offset)
    switch storage {
    case .memory(let bytes):
      bytes.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + wanted])) }
      return wanted
    case .file(let descriptor):
      var done = 0
      while done < wanted {
        let got = pread(descriptor, buffer.baseAddress.map { $0 + done }, wanted - done, off_t(offset + done))
        if got < 0, errno == EINTR { continue }
        guard got >= 0 else { throw ByteSource.refusal(errno) }
        if got == 0 { break }
        done += got
      }
      return done
    }
  }
}
