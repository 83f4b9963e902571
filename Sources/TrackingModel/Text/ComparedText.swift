import Foundation

/// Text as comparisons see it: compatibility forms folded (NFKC), white space and invisible characters gone.
public enum ComparedText {
  /// The folded text.
  public static func fold(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 > 32 && $0 < 127 }
    if isPlain { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.precomposedStringWithCompatibilityMapping.unicodeScalars {
      if scalar.properties.isWhitespace || isInvisible(scalar) { continue }
      result.append(scalar)
    }
    return String(result)
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format: true
    default: false
    }
  }

  /// The text for names: besides, brackets, dashes, quotation marks and list marks of one kind.
  public static func name(_ text: String) -> String {
    var result = ""
    for character in fold(text) {
      switch character {
      case "【", "〔", "[", "{": result.append("(")
      case "】", "〕", "]", "}": result.append(")")
      case "—", "–", "‐", "‑", "−", "－", "―", "~", "～": if result.last != "-" { result.append("-") }
      case "“", "”", "\"", "‘", "’", "'", "「", "」", "『", "』": result.append("'")
      case "·", "•", "・", "‧": result.append("·")
      case ",", "、", ";": result.append(",")
      default: result.append(character)
      }
    }
    return result
  }
}
