/// Text that lost characters before it came here.
enum LossyText {
  /// `?90.00(%)`: what a code page without the sign leaves of ≥90.00(%).
  static func hasLostItsSign(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "?"), let next = text.utf8.dropFirst().first else { return false }
    return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next)
  }

  /// Whether a decoder put U+FFFD in the place of something.
  static func hasReplacementCharacter(_ text: String) -> Bool {
    text.utf8.contains(0xEF) && text.unicodeScalars.contains("\u{FFFD}")
  }

  /// The same for bytes of UTF-8, sixteen at a time.
  static func hasReplacementCharacter(_ bytes: UnsafeRawBufferPointer) -> Bool {
    typealias Vector = SIMD16<UInt8>
    guard let base = bytes.baseAddress else { return false }
    let first = Vector(repeating: 0xEF)
    let second = Vector(repeating: 0xBF)
    let third = Vector(repeating: 0xBD)
    var index = 0
    while index + 18 <= bytes.count {
      let found =
        (base.loadUnaligned(fromByteOffset: index, as: Vector.self) .== first)
        .& (base.loadUnaligned(fromByteOffset: index + 1, as: Vector.self) .== second)
        .& (base.loadUnaligned(fromByteOffset: index + 2, as: Vector.self) .== third)
      let halves = unsafeBitCast(found, to: SIMD2<UInt64>.self)
      if halves.x | halves.y != 0 { return true }
      index += 16
    }
    while index + 3 <= bytes.count {
      if bytes[index] == 0xEF, bytes[index + 1] == 0xBF, bytes[index + 2] == 0xBD { return true }
      index += 1
    }
    return false
  }
}
