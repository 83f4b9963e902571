import Foundation
import TrackingModel

/// One number that a whole text states, with the sign, thousands marks, currency and unit that people write around it.
struct NumberInWords {
  let value: Decimal
  /// The unit written behind it.
  private(set) var unit: AmountUnit?
  /// Whether it was written `(12.30)`.
  private(set) var isAccountingNegative = false
  /// Whether a percent sign stands behind it.
  private(set) var isPercent = false
  /// Whether it was written `1.205E+02` or `8.6e2`, as programs show numbers that are too long for their column.
  private(set) var isScientific = false

  /// - Parameters:
  ///   - text: Folded and without white space.
  ///   - takesUnit: Whether a currency sign and a unit of money may stand there.
  ///   - takesPercent: Whether a percent sign may stand there.
  /// - Returns: nil where the text is anything but one number.
  init?(_ text: String, takesUnit: Bool = false, takesPercent: Bool = false) {
    var rest = text[...]
    let isBracketed = rest.hasPrefix("(") && rest.hasSuffix(")")
    if isBracketed { rest = rest.dropFirst().dropLast() }
    var sign = isBracketed ? nil : Self.consumeSign(of: &rest)
    if takesUnit, let mark = Self.currencyMarks.first(where: { rest.hasPrefix($0) }) {
      rest = rest.dropFirst(mark.count)
      if !isBracketed, sign == nil { sign = Self.consumeSign(of: &rest) }
    }
    let number = rest.prefix { $0.isASCII && ($0.isWholeNumber || $0 == "," || $0 == ".") }
    rest = rest.dropFirst(number.count)
    guard let plain = Self.withoutThousandsMarks(number), var magnitude = Decimal(plain: plain) else { return nil }
    if let exponent = ScientificNotation.consumeExponent(of: &rest, needsSign: false) {
      magnitude *= Decimal(sign: .plus, exponent: exponent, significand: 1)
      isScientific = true
    }
    if takesPercent, rest.first == "%" {
      isPercent = true
      rest = rest.dropFirst()
    }
    if rest == "-", sign == nil, !isBracketed { sign = Self.consumeSign(of: &rest) }
    if takesUnit, !rest.isEmpty {
      if rest.hasPrefix("("), rest.hasSuffix(")") { rest = rest.dropFirst().dropLast() }
      guard let own = AmountUnit(words: rest) else { return nil }
      unit = own
      rest = ""
    }
    guard rest.isEmpty else { return nil }
    isAccountingNegative = isBracketed
    value = (isBracketed || sign == "-") && magnitude != 0 ? -magnitude : magnitude
  }

  private static let currencyMarks = ["人民币", "RMB", "CNY", "¥"]

  private static func consumeSign(of text: inout Substring) -> Character? {
    guard let first = text.first, "+-".contains(first) else { return nil }
    text = text.dropFirst()
    return first
  }

  /// Whether the text is a number with a comma where Chinese writes a point: `120,50`, `1.234,5`. With three figures behind it the comma
  /// is a thousands mark.
  static func hasDecimalComma(_ text: String) -> Bool {
    var rest = text[...]
    _ = consumeSign(of: &rest)
    while let last = rest.last, "%元万".contains(last) { rest = rest.dropLast() }
    let halves = rest.split(separator: ",", omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty, halves[1].count != 3 || halves[0].contains(".")
    else {
      return false
    }
    return halves[0].allSatisfy { $0.isASCII && $0.isWholeNumber || $0 == "." }
      && halves[1].allSatisfy { $0.isASCII && $0.isWholeNumber }
  }

  /// `1,234,567.8` as `1234567.8`; nil where marks stand anywhere but before groups of three (`1,23`), or digits are missing.
  private static func withoutThousandsMarks(_ number: Substring) -> String? {
    let halves = number.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = halves.first else { return nil }
    var groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard let head = groups.first, (1...3).contains(head.count), groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    if whole.isEmpty, halves.count == 2 { groups = ["0"] }
    guard halves.count < 2 || !halves[1].isEmpty && !halves[1].contains(",") else { return nil }
    return groups.joined() + (halves.count == 2 ? "." + halves[1] : "")
  }
}
