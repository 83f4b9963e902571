import Glibc

extension ExactNumber {
  /// A double as Excel shows it, rounded to 15 significant digits.
  ///
  /// Most numbers of a table have two decimals or none; of the others, those of common size are rounded with whole numbers of
  /// 128 bits, the rest by the C library. All three are exact, halves to even.
  ///
  /// - Returns: nil for infinity and what is no number.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    let size = value.magnitude
    if size < 1e15 {
      let whole = size.rounded(.towardZero)
      if whole == size {
        self.init(Int64(value))
        return
      }
      // The nearest double of a decimal of at most 15 digits is that decimal when it is rounded to 15 digits.
      let hundredths = (size * 100).rounded()
      if hundredths < 1e15, hundredths / 100 == size {
        self.init(value < 0 ? -Int64(hundredths) : Int64(hundredths), exponent: -2)
        return
      }
    }
    guard let (significand, exponent) = Self.rounded(size) ?? Self.roundedByText(size) else { return nil }
    self.init(value < 0 ? -significand : significand, exponent: exponent)
  }

  /// To 15 digits, for sizes from some 1e-12 to 1e14.
  private static func rounded(_ size: Double) -> (Int64, Int)? {
    guard size >= 1e-12, size < 1e14 else { return nil }
    let mantissa = UInt128(size.significandBitPattern | 1 << 52)
    let exponent = Int(size.exponentBitPattern) - 1075
    // log10(2) is 1233/4096 nearly; at most one less than the power of ten of the size.
    var places = 14 - ((exponent + 52) * 1233) >> 12
    while true {
      // size × 10^places = mantissa × 5^places × 2^(exponent + places).
      guard places >= 0, places < powersOfFive.count else { return nil }
      let shift = exponent + places
      let product = mantissa * UInt128(powersOfFive[places])
      guard shift < 0, shift > -128 else { return nil }
      let unit = UInt128(1) << UInt128(-shift)
      var quotient = product >> UInt128(-shift)
      let rest = product & (unit - 1)
      let half = unit >> 1
      if rest > half || rest == half && quotient & 1 == 1 { quotient += 1 }
      if quotient >= 1_000_000_000_000_000 {
        places -= 1
      } else {
        return quotient >= 100_000_000_000_000 ? (Int64(quotient), -places) : nil
      }
    }
  }

  private static let powersOfFive: [UInt64] = {
    var powers: [UInt64] = [1]
    while powers.count < 28 { powers.append(powers[powers.count - 1] * 5) }
    return powers
  }()

  /// With 15 digits, as the C library rounds: exactly.
  private static func roundedByText(_ size: Double) -> (Int64, Int)? {
    let shown = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { buffer in
      guard let start = buffer.baseAddress else { return "" }
      _ = withVaList([size]) { vsnprintf(start, buffer.count, "%.14e", $0) }
      return String(cString: start)
    }
    let digits = shown.prefix { $0 != "e" }.filter { ("0"..."9").contains($0) }
    guard let significand = Int64(digits), let power = Int(shown.drop { $0 != "e" }.dropFirst()) else { return nil }
    return (significand, power - 14)
  }
}
