/// Text from inputs on its way to a terminal: the one place that cleans it.
///
/// What steers a terminal or hides what a text says becomes a blank: control characters of both sets (ECMA-48), direction marks, zero-width
/// and other format characters, line and paragraph separators, and letters without a shape.
package enum TerminalText {
  /// The text on one line.
  package static func cleaned(_ text: String) -> String { replaced(text, keepingLines: false) }

  /// The text with its line breaks and tabs.
  package static func cleanedLines(_ text: String) -> String { replaced(text, keepingLines: true) }

  /// JSON in which such characters are escaped, which says the same.
  package static func escapedJSON(_ text: String) -> String {
    guard !isClean(text, keepingLines: true) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isHarmless(scalar) || isLineOrTab(scalar) {
        result.append(scalar)
      } else {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          result.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars)
        }
      }
    }
    return String(result)
  }

  /// Whether a scalar neither steers a terminal nor is invisible.
  package static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value >= 0x20 }
    // Chinese characters, which need no check for what they are.
    if (0x4E00...0x9FFF).contains(scalar.value) { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return false
    default: return !shapeless.contains(scalar)
    }
  }

  /// Fillers of Hangul, a blank of Braille, and joiners that count as letters or marks and show nothing.
  private static let shapeless: Set<Unicode.Scalar> = [
    "\u{034F}", "\u{115F}", "\u{1160}", "\u{17B4}", "\u{17B5}", "\u{2800}", "\u{3164}", "\u{FFA0}",
  ]

  private static func isLineOrTab(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\t" }

  private static func isClean(_ text: String, keepingLines: Bool) -> Bool {
    text.unicodeScalars.allSatisfy { isHarmless($0) || keepingLines && isLineOrTab($0) }
  }

  private static func replaced(_ text: String, keepingLines: Bool) -> String {
    guard !isClean(text, keepingLines: keepingLines) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(isHarmless(scalar) || keepingLines && isLineOrTab(scalar) ? scalar : " ")
    }
    return String(result)
  }
}
