import Foundation

extension Decimal {
  /// An amount as the canonical JSON writes it: at least two decimals and no other trailing zeros (`0.00`, `71.30`, `1.2345`).
  public var amountText: String {
    let plain = description
    guard let dot = plain.firstIndex(of: ".") else { return plain + ".00" }
    let decimals = plain.distance(from: dot, to: plain.endIndex) - 1
    return decimals >= 2 ? plain : plain + "0"
  }

  /// Reads `-?digits[.digits]` and nothing else: no exponent, no thousands marks, no white space; at most 38 significant digits, which are all that a
  /// decimal can hold.
  public init?(plain text: some StringProtocol) {
    var digits = 0
    var decimals = -1
    for (offset, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where offset == 0: continue
      case UInt8(ascii: ".") where decimals < 0 && digits > 0: decimals = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        if decimals >= 0 { decimals += 1 }
      default: return nil
      }
    }
    guard digits > 0, digits <= 38, decimals != 0, let value = Decimal(string: String(text)) else { return nil }
    self = value
  }
}
