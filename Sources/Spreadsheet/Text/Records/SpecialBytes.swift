/// Finds the bytes that mean something to a record reader, 64 at a time.
///
/// Comparisons of sixteen bytes each give two masks with one bit a byte; between two marked bytes nothing is looked at.
/// Written with SIMD types of the standard library, so that it compiles to vector instructions on any processor.
struct SpecialBytes {
  typealias Vector = SIMD16<UInt8>

  /// Bytes that one mask covers. A buffer to be scanned has this many readable bytes behind its end.
  static let blockLength = 64

  struct Masks {
    /// A bit for the first byte of every delimiter among 64 bytes; bit 0 is the first.
    var delimiters: UInt64 = 0
    /// A bit for every quotation mark, escape character or line end.
    var stops: UInt64 = 0

    var all: UInt64 { delimiters | stops }
  }

  private let delimiter: Vector
  /// Line feeds stand for what the dialect does not have.
  private let quote: Vector
  private let escape: Vector
  private let lineFeed = Vector(repeating: 0x0A)
  private let carriageReturn = Vector(repeating: 0x0D)

  init(_ dialect: Dialect) {
    delimiter = Vector(repeating: dialect.delimiter.bytes[0])
    quote = Vector(repeating: dialect.quote ?? 0x0A)
    escape = Vector(repeating: dialect.escape ?? 0x0A)
  }

  /// The masks of the 64 bytes at an address.
  @inline(__always)
  func masks(at address: UnsafeRawPointer) -> Masks {
    var delimiters = Vector(repeating: 0)
    var stops = Vector(repeating: 0)
    for part in 0..<4 {
      let bytes = address.loadUnaligned(fromByteOffset: 16 * part, as: Vector.self)
      let isStop = (bytes .== quote) .| (bytes .== escape) .| (bytes .== lineFeed) .| (bytes .== carriageReturn)
      // One bit of each byte for each eight of the 64.
      let weight = Self.weights(part)
      delimiters |= unsafeBitCast(bytes .== delimiter, to: Vector.self) & weight
      stops |= unsafeBitCast(isStop, to: Vector.self) & weight
    }
    let one = unsafeBitCast(delimiters, to: SIMD2<UInt64>.self)
    let other = unsafeBitCast(stops, to: SIMD2<UInt64>.self)
    let masks = Self.transposed(SIMD2(one.x | one.y, other.x | other.y))
    return Masks(delimiters: masks.x, stops: masks.y)
  }

  @inline(__always)
  private static func weights(_ part: Int) -> Vector {
    let low = UInt64(0x0101_0101_0101_0101) << UInt64(truncatingIfNeeded: 2 * part)
    return unsafeBitCast(SIMD2(low, low << 1), to: Vector.self)
  }

  /// Two squares of eight times eight bits, rows made columns (Henry S. Warren, Hacker's Delight, 7-3).
  @inline(__always)
  private static func transposed(_ bits: SIMD2<UInt64>) -> SIMD2<UInt64> {
    var x = bits
    var t = (x ^ (x &>> 7)) & 0x00AA_00AA_00AA_00AA
    x = x ^ t ^ (t &<< 7)
    t = (x ^ (x &>> 14)) & 0x0000_CCCC_0000_CCCC
    x = x ^ t ^ (t &<< 14)
    t = (x ^ (x &>> 28)) & 0x0000_0000_F0F0_F0F0
    return x ^ t ^ (t &<< 28)
  }
}
