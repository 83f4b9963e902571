import TrackingModel

/// The signs that stand where there is nothing: blank, `-`, `/`, `—`, in any width and number. `无` is a text.
enum NoneMark {
  /// Whether the words say that there is no value.
  static func isNone(_ words: String) -> Bool {
    words.unicodeScalars.allSatisfy { $0.isInvisible || isMark($0) }
  }

  /// Whether the words say in so many that there is nothing to say.
  static func isNothing(_ words: String) -> Bool { nothing.contains(words.trimmed) }

  /// Whether it is what programs print where they have no value: `NaN`, `None`, `@@@`.
  static func isEmptyWord(_ words: String) -> Bool { words.utf8.count <= 6 && emptyWords.contains(words) }

  private static let nothing: Set<String> = ["无", "无。", "无偏差", "无偏差。"]
  private static let emptyWords: Set<String> = [
    "NaN", "nan", "NAN", "None", "NULL", "null", "Null", "<NA>", "NaT", "(null)", "@@@", "(NULL)",
  ]

  /// The hyphens and dashes in use, the slash, and their full-width forms.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "‐", "‑", "‒", "–", "—", "―", "─", "━", "−", "－", "﹣", "/", "／", "\\", "＼": true
    default: false
    }
  }
}
