/// Finds the bytes that mean something to a record reader, 64 at a time.
///
/// Four comparisons of sixteen bytes each give a mask with one bit a byte; between two marked bytes nothing is looked at.
/// Written with SIMD types of the standard library, so that it compiles to vector instructions on any processor.
struct SpecialBytes {
  typealias Vector = SIMD16<UInt8>

  /// Bytes that one mask covers. A buffer to be scanned has this many readable bytes behind its end.
  static let blockLength = 64

  private let first: Vector
  private let second: Vector
  private let third: Vector
  private let lineFeed = Vector(repeating: 0x0A)
  private let carriageReturn = Vector(repeating: 0x0D)

  init(_ dialect: Dialect) {
    let delimiter = dialect.delimiter.bytes[0]
    first = Vector(repeating: delimiter)
    second = Vector(repeating: dialect.quote ?? delimiter)
    third = Vector(repeating: dialect.escape ?? delimiter)
  }

  /// A bit for every special byte among the 64 at an address; bit 0 is the first.
  @inline(__always)
  func mask(at address: UnsafeRawPointer) -> UInt64 {
    bits(address, 0) | bits(address, 16) << 16 | bits(address, 32) << 32 | bits(address, 48) << 48
  }

  @inline(__always)
  private func bits(_ address: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    let bytes = address.loadUnaligned(fromByteOffset: offset, as: Vector.self)
    let found =
      (bytes .== first) .| (bytes .== second) .| (bytes .== third) .| (bytes .== lineFeed)
      .| (bytes .== carriageReturn)
    let halves = unsafeBitCast(found, to: SIMD2<UInt64>.self)
    return Self.gather(halves.x) | Self.gather(halves.y) << 8
  }

  /// The lowest bit of each of eight bytes that are 0x00 or 0xFF, first byte lowest: one multiplication collects what the
  /// diagonal mask has left of them.
  @inline(__always)
  private static func gather(_ lanes: UInt64) -> UInt64 {
    ((lanes & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101) >> 56
  }
}
