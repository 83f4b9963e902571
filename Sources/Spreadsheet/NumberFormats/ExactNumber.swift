import FoundationEssentials

/// A number as spreadsheets hold it: `significand × 10^exponent` with at most 15 significant digits.
///
/// A worksheet stores binary doubles, written with up to 17 digits (`3296.5900000000001`). Excel shows and compares 15 of
/// them, which restores the decimal that was typed; so does this type, and no binary fraction is ever seen outside of it.
public struct ExactNumber: Hashable, Sendable {
  /// Up to 999,999,999,999,999 in size; no trailing zeros unless `exponent` is 0.
  public let significand: Int64
  /// The power of ten; 0 where the significand is 0.
  public var exponent: Int { Int(storedExponent) }
  private let storedExponent: Int32

  /// Significant digits that are kept, as in Excel.
  public static let significantDigits = 15

  public init(_ significand: Int64, exponent: Int = 0) {
    var significand = significand
    var exponent = exponent
    while exponent != 0, significand != 0, significand % 10 == 0,
      exponent < 0 || significand.magnitude > 999_999_999_999_999
    {
      significand /= 10
      exponent += 1
    }
    while exponent > 0, significand != 0, significand.magnitude < 100_000_000_000_000 {
      significand *= 10
      exponent -= 1
    }
    self.significand = significand
    storedExponent = significand == 0 ? 0 : Int32(clamping: exponent)
  }

  /// The number that has these, which were those of one.
  init(normalized significand: Int64, exponent: Int32) {
    self.significand = significand
    storedExponent = exponent
  }

  /// Whether digits in front of the point may be gone: from 16 of them on.
  var isBeyondPrecision: Bool { exponent > 0 }

  /// The value for counting with; nil where it is beyond what `Decimal` holds.
  public var decimal: Decimal? {
    guard exponent > -128, exponent < 112 else { return nil }
    let size = Decimal(sign: .plus, exponent: exponent, significand: Decimal(significand.magnitude))
    return significand < 0 ? -size : size
  }

  /// The nearest double, for fractions on display only.
  var double: Double {
    // Both are whole numbers that a double holds exactly, so that their quotient or product is rounded once.
    if significand.magnitude <= 1 << 53, (-22...22).contains(exponent) {
      let power = Self.powersOfTen[abs(exponent)]
      return exponent < 0 ? Double(significand) / power : Double(significand) * power
    }
    return Double(description) ?? 0
  }
  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  /// Decimal notation without thousands marks or trailing zeros; scientific (`1.5E+300`) only where the digits would
  /// run on for more than 40 places.
  public var description: String {
    if exponent <= 0, exponent >= -40 { return plainText }
    let digits = String(significand.magnitude)
    let sign = significand < 0 ? "-" : ""
    let point = digits.utf8.count + exponent
    if exponent > 0, point <= 40 { return sign + digits + String(repeating: "0", count: exponent) }
    var mantissa = Substring(digits)
    while mantissa.count > 1, mantissa.last == "0" { mantissa.removeLast() }
    let rest = mantissa.dropFirst()
    return sign + mantissa.prefix(1) + (rest.isEmpty ? "" : "." + rest) + "E" + (point > 0 ? "+" : "-")
      + String(abs(point - 1))
  }
}

extension ExactNumber: CustomStringConvertible {}
