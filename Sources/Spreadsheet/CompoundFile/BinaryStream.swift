import Findings

/// One stream of a compound file, put together from where its pieces lie.
final class BinaryStream {
  /// Bytes of a stream that lie together in the file.
  struct Extent {
    /// Where they stand in the stream.
    var start: Int
    /// Where they stand in the file.
    let place: Int
    var length: Int
  }

  /// In bytes.
  let count: Int
  private let bytes: StoredBytes
  private let extents: [Extent]
  /// The extent that was read from last.
  private var current = 0
  /// All of a small stream, so that it is put together once.
  private(set) var resident: UnsafeMutableRawBufferPointer?

  /// Streams up to this are kept in memory.
  private static let largestResident = 4_000_000

  /// - Parameter count: The length that the directory states; where the extents hold less, less is there.
  init(_ bytes: StoredBytes, extents: [Extent], count: Int) throws(Refusal) {
    self.bytes = bytes
    self.extents = extents
    let stored = extents.last.map { min($0.start + $0.length, $0.start + max(0, bytes.count - $0.place)) } ?? 0
    self.count = max(0, min(count, stored))
    guard self.count <= Self.largestResident, self.count > 0 else { return }
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: self.count, alignment: 16)
    resident = memory
    // Of what is not there, nothing is ever looked at.
    guard try readExtents(at: 0, into: memory) == self.count else { throw .damagedXLS("cut off") }
  }

  /// A stream that is all of the bytes.
  convenience init(_ bytes: StoredBytes) throws(Refusal) {
    try self.init(bytes, extents: [Extent(start: 0, place: 0, length: bytes.count)], count: bytes.count)
  }

  deinit { resident?.deallocate() }

  /// Fills the buffer with the bytes from an offset on.
  ///
  /// - Returns: How many there were, fewer than the buffer holds at the end only.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(Refusal) -> Int {
    guard let resident else { return try readExtents(at: offset, into: buffer) }
    guard offset >= 0, offset < count else { return 0 }
    let wanted = min(buffer.count, count - offset)
    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: resident[offset..<offset + wanted]))
    return wanted
  }

  private func readExtents(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(Refusal) -> Int {
    guard offset >= 0, offset < count else { return 0 }
    let wanted = min(buffer.count, count - offset)
    if extents[current].start > offset || extents[current].start + extents[current].length <= offset {
      current = extents.partitioningIndex { $0.start + $0.length > offset }
    }
    var done = 0
    while done < wanted, current < extents.count {
      let extent = extents[current]
      let skipped = offset + done - extent.start
      let piece = min(wanted - done, extent.length - skipped)
      let destination = UnsafeMutableRawBufferPointer(rebasing: buffer[done..<done + piece])
      let got = try bytes.read(at: extent.place + skipped, into: destination)
      done += got
      // A file that was cut off while it was read.
      guard got == piece else { break }
      if done < wanted { current += 1 }
    }
    if current == extents.count { current = 0 }
    return done
  }
}
