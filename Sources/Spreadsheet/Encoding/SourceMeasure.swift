/// How many bytes of the source valid UTF-8 was before it was decoded.
@usableFromInline
enum SourceMeasure: Equatable, Sendable {
  case utf8
  case utf16
  /// GB 18030 in which all that is not ASCII took two bytes so far.
  case pairs
  /// GB 18030 of any kind.
  /// - Parameter euroLength: Bytes that a euro sign takes.
  case gb18030(euroLength: Int)

  @inline(__always)
  func length(of text: UnsafeBufferPointer<UInt8>) -> Int {
    switch self {
    case .utf8: text.count
    case .utf16: Self.utf16Length(of: text)
    case .pairs: Self.pairedLength(of: text)
    case .gb18030(let euroLength): Self.gb18030Length(of: text, euroLength: euroLength)
    }
  }

  private static func utf16Length(of text: UnsafeBufferPointer<UInt8>) -> Int {
    var units = 0
    for byte in text { units &+= (byte & 0xC0 != 0x80 ? 1 : 0) &+ (byte >= 0xF0 ? 1 : 0) }
    return 2 * units
  }

  /// One for each byte of ASCII, two for each first byte of another character, sixteen at a time.
  private static func pairedLength(of text: UnsafeBufferPointer<UInt8>) -> Int {
    typealias Vector = SIMD16<Int8>
    guard let base = text.baseAddress else { return 0 }
    let leastBeginning = Vector(repeating: -64)
    let zero = Vector()
    var length = 0
    var index = 0
    while index + Vector.scalarCount <= text.count {
      var counts = Vector()
      // At most two a place, sixty times: no count overflows.
      let end = min(text.count - Vector.scalarCount, index + 59 * Vector.scalarCount)
      while index <= end {
        let bytes = UnsafeRawPointer(base + index).loadUnaligned(as: Vector.self)
        let begins = bytes .>= leastBeginning
        counts &-= unsafeBitCast(begins, to: Vector.self) &+ unsafeBitCast(begins .& (bytes .< zero), to: Vector.self)
        index &+= Vector.scalarCount
      }
      length &+= Int(SIMD16<Int16>(truncatingIfNeeded: counts).wrappedSum())
    }
    while index < text.count {
      let byte = base[index]
      length &+= byte < 0x80 ? 1 : byte >= 0xC0 ? 2 : 0
      index &+= 1
    }
    return length
  }

  private static func gb18030Length(of text: UnsafeBufferPointer<UInt8>, euroLength: Int) -> Int {
    let table = GB18030Table.shared
    var length = 0
    var index = 0
    while index < text.count {
      if text[index] < 0x80 {
        length += 1
        index += 1
        continue
      }
      let (scalar, bytes) = UTF8Bytes.read(text, at: index)
      if scalar == GB18030Table.euro {
        length += euroLength
      } else {
        length += scalar < 0x10000 && table.takesTwoBytes(scalar) ? 2 : 4
      }
      index += bytes
    }
    return length
  }
}
