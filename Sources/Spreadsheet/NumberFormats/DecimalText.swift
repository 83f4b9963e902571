/// Writes the figures of a number from the last to the first, into memory that is there already.
struct DecimalText: ~Copyable {
  private let buffer: UnsafeMutableRawBufferPointer
  /// Where the text begins.
  private(set) var start: Int

  /// Makes a text of at most `capacity` bytes.
  static func make(capacity: Int, _ write: (inout DecimalText) -> Void) -> String {
    withUnsafeTemporaryAllocation(byteCount: capacity, alignment: 1) { buffer in
      var text = DecimalText(buffer)
      write(&text)
      return String(decoding: UnsafeRawBufferPointer(rebasing: buffer[text.start...]), as: UTF8.self)
    }
  }

  private init(_ buffer: UnsafeMutableRawBufferPointer) {
    self.buffer = buffer
    start = buffer.count
  }

  @inline(__always)
  mutating func put(_ byte: UInt8) {
    start &-= 1
    buffer[start] = byte
  }

  mutating func put(_ bytes: [UInt8]) {
    for byte in bytes.reversed() { put(byte) }
  }

  /// The lowest figures of a number, so many, zeros in front.
  @inline(__always)
  mutating func putFigures(of number: inout UInt64, count: Int) {
    for _ in 0..<max(0, count) {
      put(48 &+ UInt8(truncatingIfNeeded: number % 10))
      number /= 10
    }
  }

  /// A whole number with at least so many figures, a comma between each three where they are grouped.
  mutating func putInteger(_ number: UInt64, atLeast minimum: Int, isGrouped: Bool) {
    var rest = number
    var written = 0
    while rest > 0 || written < minimum {
      if isGrouped, written > 0, written % 3 == 0 { put(UInt8(ascii: ",")) }
      put(48 &+ UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
      written += 1
    }
  }
}

extension ExactNumber {
  /// Figures, a point and figures, without exponent; for exponents from -40 to 0.
  var plainText: String {
    DecimalText.make(capacity: 64) { text in
      var figures = significand.magnitude
      if exponent < 0 {
        text.putFigures(of: &figures, count: -exponent)
        text.put(UInt8(ascii: "."))
      }
      text.putInteger(figures, atLeast: 1, isGrouped: false)
      if significand < 0 { text.put(UInt8(ascii: "-")) }
    }
  }

  /// Figures of the significand.
  var figureCount: Int {
    var count = 1
    var rest = significand.magnitude
    while rest >= 10 {
      rest /= 10
      count += 1
    }
    return count
  }
}
