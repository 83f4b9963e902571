/// Characters of the fonts whose letters are pictures, as Unicode has them: a tick typed as `R` in Wingdings 2 is ☑.
///
/// A font's characters stand at 0x20 to 0xFF, or in files at U+F020 to U+F0FF (ECMA-376 part 1, 17.3.3.30). Only those that a form is filled
/// in with are known here: boxes, ticks, dots, and the signs of comparison.
enum WordSymbol {
  /// Whether a font has pictures for letters.
  static func isFont(_ name: String) -> Bool { tables[name.lowercased()] != nil }

  /// What a character of such a font shows; nil where it is not known.
  static func shown(_ scalar: Unicode.Scalar, font: String) -> String? {
    guard let table = tables[font.lowercased()] else { return nil }
    let code = (0xF020...0xF0FF).contains(scalar.value) ? scalar.value - 0xF000 : scalar.value
    if code == 0x20 || code == 0xA0 { return " " }
    if let character = table[code] { return String(character) }
    // The font `Symbol` has figures and most ASCII signs where they always are, and Greek letters for the others.
    let isSign = code < 0x7F && !(0x41...0x5A).contains(code) && !(0x61...0x7A).contains(code)
    guard font.lowercased() == "symbol", isSign else { return nil }
    return Unicode.Scalar(code).map { String($0) }
  }

  static let ticked = "☑"
  static let unticked = "□"

  private static let tables: [String: [UInt32: Character]] = [
    "wingdings": [
      0xFE: "☑", 0xFD: "☒", 0xFC: "✔", 0xFB: "✘", 0xA8: "□", 0x6F: "□", 0x71: "□", 0x72: "□", 0x6E: "■", 0x6C: "●",
      0xA1: "○",
      0xA4: "◉", 0x78: "☒", 0xD8: "➢", 0x76: "❖", 0x9F: "•",
    ],
    "wingdings 2": [
      0x50: "✓", 0x4F: "✗", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□", 0x2A: "□", 0xA2: "■", 0x98: "●",
    ],
    "webdings": [0x61: "✔", 0x63: "□", 0x67: "■", 0x72: "✘"],
    "symbol": [
      0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xA5: "∞", 0xB0: "°", 0xB7: "•",
      0xD6: "√",
      0x2D: "−", 0x7E: "∼",
    ],
  ]
}
