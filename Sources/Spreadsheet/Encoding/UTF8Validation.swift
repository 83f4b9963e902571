/// Strict UTF-8 as The Unicode Standard, table 3-7, has it: no surrogates, no overlong forms, nothing above U+10FFFF.
enum UTF8Validation {
  struct Outcome: Equatable {
    /// Bytes from the beginning that are whole, valid characters.
    let validLength: Int
    /// Whether what follows can never become valid; otherwise it is nothing or a character whose end is missing.
    let isMalformed: Bool
  }

  /// Checks bytes that begin with a character.
  ///
  /// Runs of ASCII are passed eight bytes at a time, runs of the three-byte characters that Chinese consists of in pairs; only the rest goes
  /// byte by byte.
  static func check(_ bytes: UnsafeRawBufferPointer) -> Outcome {
    guard let base = bytes.baseAddress else { return Outcome(validLength: 0, isMalformed: false) }
    let count = bytes.count
    var index = 0
    while index < count {
      // The index stays below the number of bytes, so nothing overflows.
      while index &+ 8 <= count {
        let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let high = word & 0x8080_8080_8080_8080
        if high == 0 {
          index &+= 8
          continue
        }
        let ascii = high.trailingZeroBitCount >> 3
        let rest = word &>> UInt64(truncatingIfNeeded: ascii &* 8)
        if isUnrestrictedTriple(rest) {
          index &+= ascii &+ (isUnrestrictedTriple(rest >> 24) ? 6 : 3)
        } else if ascii > 0 {
          index &+= ascii
        } else {
          break
        }
      }
      guard index < count else { break }
      let lead = base.load(fromByteOffset: index, as: UInt8.self)
      if lead < 0x80 {
        index += 1
        continue
      }
      let length = length(of: lead)
      if length == 0 { return Outcome(validLength: index, isMalformed: true) }
      for place in 1..<length {
        guard index + place < count else { return Outcome(validLength: index, isMalformed: false) }
        let byte = base.load(fromByteOffset: index + place, as: UInt8.self)
        let allowed: ClosedRange<UInt8> = place == 1 ? second(behind: lead) : 0x80...0xBF
        if !allowed.contains(byte) { return Outcome(validLength: index, isMalformed: true) }
      }
      index += length
    }
    return Outcome(validLength: index, isMalformed: false)
  }

  /// How many bytes there are without the characters at their end that are not whole. More than one there is a fault.
  static func lengthOfWholeCharacters(_ bytes: UnsafeRawBufferPointer) -> Int {
    var count = bytes.count
    while count > 0 {
      let cut = lengthOfCutCharacter(bytes[..<count])
      if cut == 0 { break }
      count -= cut
    }
    return count
  }

  private static func lengthOfCutCharacter(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int {
    for length in 1..<4 where length <= bytes.count {
      let byte = bytes[bytes.endIndex - length]
      if byte < 0x80 { break }
      let wholeLength = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      if byte >= 0xC0 { return length < wholeLength ? length : 0 }
    }
    return 0
  }

  /// The index of the first byte over 0x7F; the number of bytes where there is none.
  static func firstNonASCII(in bytes: UnsafeRawBufferPointer) -> Int {
    var index = 0
    while index + 8 <= bytes.count,
      bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    { index += 8 }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }

  /// Whether the three lowest bytes are a character whose lead leaves its second byte free: not 0xE0, which must not be overlong, nor
  /// 0xED, among whose characters are the surrogates.
  @inline(__always)
  private static func isUnrestrictedTriple(_ word: UInt64) -> Bool {
    word & 0xC0C0F0 == 0x8080E0 && word & 0xFF != 0xE0 && word & 0xFF != 0xED
  }

  /// Bytes of the character that a byte begins; 0 where it begins none.
  private static func length(of lead: UInt8) -> Int {
    switch lead {
    case 0..<0x80: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  private static func second(behind lead: UInt8) -> ClosedRange<UInt8> {
    switch lead {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }
}
