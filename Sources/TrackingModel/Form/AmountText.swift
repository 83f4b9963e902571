import Foundation

extension Decimal {
  /// An amount as the canonical JSON writes it: at least two decimals and no other trailing zeros (`0.00`, `71.30`, `1.2345`).
  package var amountText: String {
    let plain = description
    guard let dot = plain.utf8.firstIndex(of: UInt8(ascii: ".")) else { return plain + ".00" }
    let decimals = plain.utf8.distance(from: dot, to: plain.endIndex) - 1
    return decimals >= 2 ? plain : plain + "0"
  }

  /// Reads `-?digits[.digits]` and nothing else: no exponent, no thousands marks, no white space; at most 38 significant digits, which are all that a
  /// decimal can hold.
  package init?(plain text: some StringProtocol) { self.init(plain: String(text)) }

  package init?(plain text: String) {
    var digits = 0
    var decimals = -1
    // At the end of the decimals: they say nothing of the amount.
    var zeros = 0
    // What up to 18 digits say, and without the zeros at the end of the decimals.
    var number: Int64 = 0
    var shortened: (number: Int64, decimals: Int) = (0, 0)
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    for byte in isNegative ? text.utf8.dropFirst() : text.utf8[...] {
      switch byte {
      case UInt8(ascii: ".") where decimals < 0 && digits > 0: decimals = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        if decimals >= 0 { decimals += 1 }
        zeros = decimals > 0 && byte == UInt8(ascii: "0") ? zeros + 1 : 0
        guard digits <= 18 else { continue }
        number = number * 10 + Int64(byte - UInt8(ascii: "0"))
        if decimals < 0 || byte != UInt8(ascii: "0") { shortened = (number, max(0, decimals)) }
      default: return nil
      }
    }
    guard digits > 0, digits - zeros <= 38, decimals != 0 else { return nil }
    if digits <= 18 {
      let whole = Decimal(isNegative ? -shortened.number : shortened.number)
      self = shortened.decimals == 0 ? whole : Decimal(sign: .plus, exponent: -shortened.decimals, significand: whole)
    } else if let value = Decimal(
      string: digits <= 38 ? text : String(text.dropLast(zeros == decimals ? zeros + 1 : zeros)))
    {
      self = value
    } else {
      return nil
    }
  }
}
