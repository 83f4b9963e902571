/// Numbers as spreadsheet programs show those that are too long for their column: `8.00E+03`, `5.10001E+20`.
///
/// The digits that are shown are all that is left of them once such a table has been saved as text.
package enum ScientificNotation {
  /// Takes `E+03` off the front of a text, which stands behind the number's own figures; nil where none stands there.
  ///
  /// - Parameter needsSign: Whether `E3` without a sign is none, as in a code or a name; an amount can be nothing else.
  package static func consumeExponent(of text: inout Substring, needsSign: Bool = true) -> Int? {
    guard let first = text.first, first == "E" || first == "e" else { return nil }
    var rest = text.dropFirst()
    var isNegative = false
    if let sign = rest.first, "+-".contains(sign) {
      isNegative = sign == "-"
      rest = rest.dropFirst()
    } else if needsSign {
      return nil
    }
    let digits = rest.prefix { $0.isASCII && $0.isWholeNumber }
    guard (1...3).contains(digits.count), let exponent = Int(digits), exponent <= 60 else { return nil }
    text = rest.dropFirst(digits.count)
    return isNegative ? -exponent : exponent
  }

  /// Whether the text is one number written that way, whatever compares it and whatever unit follows.
  package static func matches(_ text: String) -> Bool {
    guard let mark = text.firstIndex(where: { $0 == "E" || $0 == "e" }), mark > text.startIndex,
      case let before = text[text.index(before: mark)], before.isASCII, before.isWholeNumber
    else { return false }
    var rest = text[mark...]
    return consumeExponent(of: &rest) != nil && rest.first?.isASCII != true
  }
}
