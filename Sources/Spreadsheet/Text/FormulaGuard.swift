/// The apostrophe before a text that a spreadsheet program would otherwise evaluate on opening a CSV file.
///
/// Follows OWASP's advice on CSV injection, without its damage: plain numbers, lone signs, and targets such as `=100.00(%)`, which no program takes for a
/// formula, stay as they are. What the writer puts on, the reader takes off; a text that looks guarded by itself gets a guard, too.
enum FormulaGuard {
  /// The text as it is to be written.
  static func guarded(_ text: String) -> String { needsGuard(text) ? "'" + text : text }

  /// The text that a guard protects; nil where the text has none. Besides the apostrophe, `="00123"` is one.
  static func unguarded(_ text: String) -> String? {
    guard let first = text.utf8.first else { return nil }
    if first == UInt8(ascii: "'") {
      let rest = String(text.unicodeScalars.dropFirst())
      return needsGuard(rest) ? rest : nil
    }
    let scalars = text.unicodeScalars
    guard first == UInt8(ascii: "="), text.utf8.count >= 3, scalars.dropFirst().first == "\"", scalars.last == "\""
    else {
      return nil
    }
    let inner = scalars.dropFirst(2).dropLast()
    let pair = "\"\"".unicodeScalars
    let unpaired = inner.replacing(pair, with: "".unicodeScalars)
    return unpaired.contains("\"") ? nil : String(inner.replacing(pair, with: "\"".unicodeScalars))
  }

  /// Whether a spreadsheet program would evaluate the text, or the reader take a guard off it.
  static func needsGuard(_ text: String) -> Bool {
    guard let byte = text.utf8.first, byte < 0x41 || byte > 0x7A else { return false }
    // Apostrophes before what needs a guard look like guards themselves, however many there are.
    let scalars = text.unicodeScalars.drop { $0 == "'" }
    guard let first = scalars.first?.value, first < 0x41 || first > 0x7A else { return false }
    if first == 0x09 || first == 0x0D || first == 0x0A || first == 0 { return true }
    let rest = scalars.drop {
      $0.properties.isWhitespace || $0.value < 0x20 || $0.properties.generalCategory == .format
    }
    guard let sign = rest.first else { return false }
    let operand = rest.dropFirst()
    if operand.isEmpty { return false }
    switch sign {
    case "=", "＝": return !isTarget(operand)
    case "-", "+": return !isNumber(operand)
    case "@", "－", "＋", "＠": return true
    default: return false
    }
  }

  private typealias Scalars = Substring.UnicodeScalarView

  /// `100.00(%)`: a number cannot be called like a function, so behind `=` this is a syntax error, and stays text.
  private static func isTarget(_ text: Scalars) -> Bool {
    guard let open = text.firstIndex(of: "("), text.last == ")" else { return false }
    let unit = text[text.index(after: open)...].dropLast()
    return isNumber(text[..<open]) && unit.allSatisfy { !"()\"'!|,;\\\n\r\t".unicodeScalars.contains($0) }
  }

  /// Digits, perhaps with thousands marks, decimals, an exponent or a percent sign.
  private static func isNumber(_ text: Scalars) -> Bool {
    var rest = text
    func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    let whole = rest.prefix { isDigit($0) || $0 == "," }
    rest = rest[whole.endIndex...]
    var digits = whole.count(where: isDigit)
    if rest.first == "." {
      let decimals = rest.dropFirst().prefix(while: isDigit)
      digits += decimals.count
      rest = rest[decimals.endIndex...]
    }
    guard digits > 0 else { return false }
    if let mark = rest.first, mark == "e" || mark == "E" {
      var exponent = rest.dropFirst()
      if let sign = exponent.first, sign == "+" || sign == "-" { exponent = exponent.dropFirst() }
      let power = exponent.prefix(while: isDigit)
      guard !power.isEmpty else { return false }
      rest = exponent[power.endIndex...]
    }
    return rest.isEmpty || rest.elementsEqual("%".unicodeScalars)
  }
}
