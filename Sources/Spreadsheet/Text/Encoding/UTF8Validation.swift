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
  /// Sixteen bytes at a time, without branches: each byte must be a continuation exactly where the three before it ask for
  /// one, and the few leads that restrict their second byte are looked up by comparison. Only where that fails or a chunk ends is it done byte by byte.
  static func check(_ bytes: UnsafeRawBufferPointer) -> Outcome {
    guard let base = bytes.baseAddress else { return Outcome(validLength: 0, isMalformed: false) }
    var index = 0
    // Whole blocks, each beginning with a character; three bytes before a place are looked at, so the first are done singly.
    while index < bytes.count {
      let blockEnd = min(index + 4096, bytes.count)
      if blockEnd - index >= 64, isValid(base, from: index, to: blockEnd) {
        index = characterStart(base, before: blockEnd, notBefore: index)
        if blockEnd == bytes.count { return finish(base, from: index, to: bytes.count) }
      } else {
        let outcome = finish(base, from: index, to: blockEnd)
        if outcome.isMalformed || blockEnd == bytes.count || outcome.validLength == index { return outcome }
        index = outcome.validLength
      }
    }
    return Outcome(validLength: index, isMalformed: false)
  }

  /// Whether bytes are ASCII alone.
  static func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool { firstNonASCII(in: bytes) == bytes.count }

  /// The index of the first byte over 0x7F; the number of bytes where there is none.
  static func firstNonASCII(in bytes: UnsafeRawBufferPointer) -> Int {
    var index = 0
    while index + 8 <= bytes.count,
      bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    { index += 8 }
    while index < bytes.count, bytes[index] < 0x80 { index += 1 }
    return index
  }

  private typealias Vector = SIMD16<UInt8>

  /// Whether a range that begins with a character has no fault but perhaps a character cut off at its end.
  private static func isValid(_ base: UnsafeRawPointer, from first: Int, to last: Int) -> Bool {
    // Nothing stands before the first character: its block is judged in a copy with NULs in front.
    var padded = (UInt64(0), UInt64(0), UInt64(0))
    var error = withUnsafeMutableBytes(of: &padded) { room in
      room.baseAddress.map { start in
        (start + 3).copyMemory(from: base + first, byteCount: 16)
        return faults(start + 3)
      } ?? .init(repeating: true)
    }
    var index = first + 16
    while index + 16 <= last {
      error .|= faults(base + index)
      index += 16
    }
    error .|= faults(base + last - 16)
    return !any(error)
  }

  /// The bytes among sixteen at an address that cannot stand behind the three before them.
  @inline(__always)
  private static func faults(_ address: UnsafeRawPointer) -> SIMDMask<SIMD16<Int8>> {
    let here = address.loadUnaligned(as: Vector.self)
    let one = address.loadUnaligned(fromByteOffset: -1, as: Vector.self)
    let two = address.loadUnaligned(fromByteOffset: -2, as: Vector.self)
    let three = address.loadUnaligned(fromByteOffset: -3, as: Vector.self)
    let isContinuation = (here & 0xC0) .== 0x80
    let asksForOne = one .>= 0xC0
    let asked = asksForOne .| (two .>= 0xE0) .| (three .>= 0xF0)
    let impossible = (here .== 0xC0) .| (here .== 0xC1) .| (here .>= 0xF5)
    let second =
      ((one .== 0xE0) .& (here .< 0xA0)) .| ((one .== 0xED) .& (here .>= 0xA0))
      .| ((one .== 0xF0) .& (here .< 0x90)) .| ((one .== 0xF4) .& (here .>= 0x90))
    return (isContinuation .^ asked) .| impossible .| second
  }

  /// The beginning of a character that ends behind `end`, or `end` itself.
  private static func characterStart(_ base: UnsafeRawPointer, before end: Int, notBefore first: Int) -> Int {
    var index = end
    while index > first, end - index < 3 {
      index -= 1
      let byte = base.load(fromByteOffset: index, as: UInt8.self)
      if byte < 0x80 { return end }
      if byte >= 0xC0 { return index + length(of: byte) > end ? index : end }
    }
    return end
  }

  /// Byte by byte.
  private static func finish(_ base: UnsafeRawPointer, from first: Int, to last: Int) -> Outcome {
    let bytes = base.assumingMemoryBound(to: UInt8.self)
    var index = first
    while index < last {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      let length = length(of: lead)
      if length == 0 { return Outcome(validLength: index, isMalformed: true) }
      for place in 1..<length {
        guard index + place < last else { return Outcome(validLength: index, isMalformed: false) }
        let byte = bytes[index + place]
        let allowed: ClosedRange<UInt8> = place == 1 ? second(behind: lead) : 0x80...0xBF
        if !allowed.contains(byte) { return Outcome(validLength: index, isMalformed: true) }
      }
      index += length
    }
    return Outcome(validLength: index, isMalformed: false)
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
