import Glibc

extension ExactNumber {
  /// Reads a number as XML Schema writes a double: digits, a point, an exponent, white space around it.
  ///
  /// - Returns: nil for anything else, `INF` and `NaN` included, and for more than 308 digits before the point.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    let parsed = bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { ExactNumber.parse($0, $0 + buffer.count) }
    }
    guard let parsed else { return nil }
    self = parsed
  }

  /// The bytes from `start` up to `end` as a number; at least one byte must be readable at `start`.
  static func parse(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> ExactNumber? {
    var at = start
    while at < end, isSpace(at.pointee) { at += 1 }
    var end = end
    while end > at, isSpace(end[-1]) { end -= 1 }
    let first = at
    var isNegative = false
    if at < end, at.pointee == UInt8(ascii: "-") || at.pointee == UInt8(ascii: "+") {
      isNegative = at.pointee == UInt8(ascii: "-")
      at += 1
    }
    var digits = Digits()
    var sawDigit = false
    while at < end, case let digit = at.pointee &- 48, digit < 10 {
      digits.append(digit, isFraction: false)
      sawDigit = true
      at += 1
    }
    if at < end, at.pointee == UInt8(ascii: ".") {
      at += 1
      while at < end, case let digit = at.pointee &- 48, digit < 10 {
        digits.append(digit, isFraction: true)
        sawDigit = true
        at += 1
      }
    }
    guard sawDigit else { return nil }
    if at < end {
      guard at.pointee | 0x20 == UInt8(ascii: "e"), let exponent = parseExponent(at + 1, end) else { return nil }
      digits.exponent += exponent
    }
    guard digits.count + digits.exponent <= 309 else { return nil }
    let size = digits.rounded {
      Double(String(decoding: UnsafeBufferPointer(start: first, count: end - first), as: UTF8.self))
    }
    return ExactNumber(isNegative ? -size.significand : size.significand, exponent: size.exponent)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }

  private static func parseExponent(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Int? {
    var at = start
    var isNegative = false
    if at < end, at.pointee == UInt8(ascii: "-") || at.pointee == UInt8(ascii: "+") {
      isNegative = at.pointee == UInt8(ascii: "-")
      at += 1
    }
    guard at < end else { return nil }
    var value = 0
    while at < end {
      let digit = at.pointee &- 48
      guard digit < 10 else { return nil }
      value = min(value * 10 + Int(digit), 100_000)
      at += 1
    }
    return isNegative ? -value : value
  }
}

/// Digits as they come in: the first 18 exactly, the rest as "there was something".
private struct Digits {
  var value: UInt64 = 0
  var count = 0
  var exponent = 0
  var hasMore = false

  @inline(__always)
  mutating func append(_ digit: UInt8, isFraction: Bool) {
    if count < 18 {
      value = value &* 10 &+ UInt64(digit)
      if value != 0 { count += 1 }
      if isFraction { exponent -= 1 }
    } else {
      if digit != 0 { hasMore = true }
      if !isFraction { exponent += 1 }
    }
  }

  /// To 15 digits. Excel rounds the binary double and not its text; where the digits left over are so near to one half
  /// that the two could differ, `asDouble` is asked.
  func rounded(asDouble: () -> Double?) -> ExactNumber {
    guard count > ExactNumber.significantDigits else { return ExactNumber(Int64(value), exponent: exponent) }
    var divisor: UInt64 = 1
    for _ in ExactNumber.significantDigits..<count { divisor *= 10 }
    var (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
    let distance = 2 * Int64(rest) - Int64(divisor)
    if distance.magnitude * 100 < 24 * divisor, let exact = asDouble(), exact.isFinite {
      let shown = Self.scientific(exact.magnitude)
      let digits = shown.prefix { $0 != "e" }.filter { ("0"..."9").contains($0) }
      if let significand = Int64(digits), let power = Int(shown.drop { $0 != "e" }.dropFirst()) {
        return ExactNumber(significand, exponent: power - 14)
      }
    }
    if distance > 0 || (distance == 0) { quotient += 1 }
    rest = 0
    return ExactNumber(Int64(quotient), exponent: exponent + count - ExactNumber.significantDigits)
  }

  /// With 15 digits, as the C library rounds: exactly.
  private static func scientific(_ value: Double) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { buffer in
      guard let start = buffer.baseAddress else { return "" }
      _ = withVaList([value]) { vsnprintf(start, buffer.count, "%.14e", $0) }
      return String(cString: start)
    }
  }
}
