/// A text that a program took for a formula because it begins with `=`: `=100.00(%)`, a number right in front of a bracket.
///
/// No program can compute it, whatever result was stored with it (some store 0 with every formula).
enum TextFormula {
  /// - Parameter formula: The formula's bytes, without `=`.
  static func isText(_ formula: [UInt8]) -> Bool {
    guard formula.count < 100 else { return false }
    let digits = formula.prefix { $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: ".") }
    guard digits.contains(where: { $0 != UInt8(ascii: ".") }) else { return false }
    let rest = formula.dropFirst(digits.count)
    if rest.first == UInt8(ascii: "("), rest.last == UInt8(ascii: ")") { return true }
    return rest.starts(with: "（".utf8) && rest.suffix(3).elementsEqual("）".utf8)
  }
}
