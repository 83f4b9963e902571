import CZlib

/// zlib's raw DEFLATE (RFC 1951), as a ZIP archive holds it.
final class Deflater {
  /// Level 3 takes half the time of zlib's usual 6 for forms and makes them a tenth larger.
  static let level: Int32 = 3
  /// A smaller table than zlib's usual 8 suits parts of some ten kilobytes, and is faster made ready for each.
  private static let memoryLevel: Int32 = 6

  private let stream: UnsafeMutablePointer<z_stream>

  /// nil where there is no memory.
  init?() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let version = zlibVersion()
    let size = Int32(MemoryLayout<z_stream>.size)
    let state = deflateInit2_(
      stream, Self.level, Z_DEFLATED, -MAX_WBITS, Self.memoryLevel, Z_DEFAULT_STRATEGY, version, size)
    guard state == Z_OK else {
      stream.deallocate()
      return nil
    }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
  }

  /// Deflates all bytes at once; the deflater can be used again afterwards.
  func whole(_ bytes: [UInt8]) -> [UInt8] {
    deflateReset(stream)
    let bound = Int(deflateBound(stream, uLong(bytes.count)))
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      bytes.withUnsafeBufferPointer { source in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.pointee.avail_in = uInt(source.count)
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = uInt(bound)
        deflate(stream, Z_FINISH)
        count = bound - Int(stream.pointee.avail_out)
      }
    }
  }

  /// Deflates a piece of a longer part.
  ///
  /// - Parameters:
  ///   - isLast: Whether the part ends with it.
  ///   - receive: Takes deflated bytes, some at a time.
  func piece<Failure>(
    _ bytes: [UInt8], isLast: Bool, receive: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    let capacity = 64 * 1024
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    let source = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + 1)
    defer {
      room.deallocate()
      source.deallocate()
    }
    bytes.withUnsafeBufferPointer { if let base = $0.baseAddress { source.update(from: base, count: $0.count) } }
    stream.pointee.next_in = source
    stream.pointee.avail_in = uInt(bytes.count)
    repeat {
      stream.pointee.next_out = room
      stream.pointee.avail_out = uInt(capacity)
      deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
      let made = capacity - Int(stream.pointee.avail_out)
      if made > 0 { try receive(UnsafeBufferPointer(start: room, count: made)) }
    } while stream.pointee.avail_out == 0
  }
}

/// The CRC-32 of a ZIP entry.
struct Checksum {
  private(set) var value: UInt32 = 0

  mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { value = UInt32(crc32(uLong(value), $0.baseAddress, uInt($0.count))) }
  }
}
