/// Recognizes what templates and examples leave in a field.
package enum PlaceholderText {
  /// True for `XX`, `**`, `××`, `__` standing for something (`≥**%`, `XX项目`, `20XX年`), for nothing but dots, and for `指标2` or `目标1`,
  /// one of them or several lines of nothing else.
  package static func matches(_ text: String) -> Bool {
    guard mayMatch(text) else { return false }
    if text.unicodeScalars.contains("\n") {
      return text.split(whereSeparator: \.isNewline).allSatisfy { isLeftAlone(ComparedText.scalars(of: String($0))) }
        || hasMask(ComparedText.scalars(of: text))
    }
    let scalars = ComparedText.scalars(of: text)
    return hasMask(scalars) || isLeftAlone(scalars)
  }

  /// Whether the text has to be folded to be sure: all but nearly every one.
  private static func mayMatch(_ text: String) -> Bool {
    switch text.unicodeScalars.first {
    case nil: return false
    case "三", "指", "目", ".", "。": return true
    default: return !isPlain(text)
    }
  }

  /// Whether all scalars stand for themselves. Asked of every value of a form: decoded here, since no scalar of two or four bytes is plain.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      // Most scalars are from U+5000 to U+8FFF.
      if first >= 0xE5, first <= 0xE8 {
        index += 3
        continue
      }
      var value = UInt32(first)
      index += 1
      if first >= 0x80 {
        guard first & 0xF0 == 0xE0 else { return false }
        value = UInt32(first & 0x0F) << 12 | UInt32(bytes[index] & 0x3F) << 6 | UInt32(bytes[index + 1] & 0x3F)
        index += 2
      }
      guard let scalar = Unicode.Scalar(value), isPlain(scalar) else { return false }
    }
    return true
  }

  /// Whether a scalar stands for itself and is no sign that masks anything.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "*", "_", "x", "X": false
    case "!"..."~", "\u{4E00}"..."\u{9FFF}", "≤", "≥", "、", "。", "（", "）", "，", "：", "；", "％": true
    default: false
    }
  }

  private static func isLeftAlone(_ text: [Unicode.Scalar]) -> Bool { isDots(text) || isNumberedLabel(text) }

  /// Two or more of one masking sign in a row; the letter X only where no other Latin letter touches it (`XXL` is a size).
  private static func hasMask(_ text: [Unicode.Scalar]) -> Bool {
    var index = 0
    while index < text.count {
      let sign = text[index]
      guard isMask(sign) else {
        index += 1
        continue
      }
      var end = index
      while end < text.count, text[end] == sign { end += 1 }
      if end - index >= 2 {
        let before = index > 0 ? text[index - 1] : " "
        let after = end < text.count ? text[end] : " "
        let isLetter = sign == "x" || sign == "X"
        if !isLetter || !(isLatin(before) || isLatin(after)) { return true }
      }
      index = end
    }
    return false
  }

  private static func isMask(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "*", "×", "_", "x", "X": true
    default: false
    }
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    "a"..."z" ~= scalar || "A"..."Z" ~= scalar
  }

  private static func isDots(_ text: [Unicode.Scalar]) -> Bool {
    text.count >= 2
      && text.allSatisfy { scalar in
        switch scalar {
        case ".", "…", "·", "。": true
        default: false
        }
      }
  }

  private static let labels = ["三级指标", "指标", "目标"].map { Array($0.unicodeScalars) }

  private static func isNumberedLabel(_ text: [Unicode.Scalar]) -> Bool {
    guard text.count <= 10 else { return false }
    for label in labels where text.starts(with: label) {
      var rest = text.dropFirst(label.count)
      while let last = rest.last, last == ":" || last == "." || last == "、" { rest.removeLast() }
      if 1...2 ~= rest.count, rest.allSatisfy({ $0.properties.numericType != nil }) { return true }
    }
    return false
  }
}
