/// A font that shows marks instead of letters, and which of its characters are marks that people tick boxes with.
///
/// Programs store such a character by its code, 0x20 to 0xFF, or as U+F020 to U+F0FF.
struct SymbolFont {
  private let marks: [UInt8: Character]

  init?(named name: String) {
    switch name.lowercased() {
    case "wingdings":
      marks = [
        0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0xFC: "✔", 0xFB: "✘", 0x6E: "■", 0x6C: "●",
        0xA1: "○", 0x6D: "○",
      ]
    case "wingdings 2":
      marks = [
        0x50: "✔", 0x4F: "✘", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐", 0x2A: "☐", 0x30: "☐", 0x51: "✘", 0xA2: "■",
        0x97: "●", 0x81: "○",
      ]
    case "webdings": marks = [0x61: "✔", 0x72: "✘", 0x63: "☐", 0x67: "■"]
    case "wingdings 3", "symbol", "marlett", "zapfdingbats", "zapf dingbats": marks = [:]
    default: return nil
    }
  }

  /// The text with the marks that it shows.
  ///
  /// - Returns: nil where a character stands for a symbol that is none of the marks.
  func shown(_ text: String) -> String? {
    var result = ""
    for scalar in text.unicodeScalars {
      let code = scalar.value & 0xFFFF_FF00 == 0xF000 ? scalar.value - 0xF000 : scalar.value
      if code <= 0x20 || scalar.value > 0xFF && scalar.value & 0xFFFF_FF00 != 0xF000 {
        // Blanks, and what the font does not have: another font shows it.
        result.unicodeScalars.append(scalar)
      } else if let mark = UInt8(exactly: code).flatMap({ marks[$0] }) {
        result.append(mark)
      } else {
        return nil
      }
    }
    return result
  }
}
