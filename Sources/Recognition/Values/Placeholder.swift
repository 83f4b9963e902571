/// What a template leaves behind where nobody wrote: `XX`, `**`, `……`, `≥**%`, `指标2`.
enum Placeholder {
  /// Whether the words are a placeholder and not a value; they are kept, and named in a warning.
  static func isOne(_ words: String) -> Bool {
    let text = FoldedText(words).compact
    guard !text.isEmpty else { return false }
    return isDots(text) || hasBlankedParts(text) || isNumberedLabel(text)
  }

  /// `……`, `...`, `。。。`.
  private static func isDots(_ text: String) -> Bool {
    text.contains("…") && text.allSatisfy { "….。".contains($0) }
      || text.count >= 3 && text.allSatisfy { ".。·".contains($0) }
  }

  /// `XX`, `XX个`, `≥**%`, `**元/人·月`, `×××`, `___`: a run of at least two such signs.
  private static func hasBlankedParts(_ text: String) -> Bool {
    var previous: Character = " "
    var letters = 0
    for character in text {
      if "*×_＿".contains(character), character == previous { return true }
      letters = "xX".contains(character) && (letters == 0 || character == previous) ? letters + 1 : 0
      if letters >= 2 && !text.contains(where: { $0.isASCII && $0.isLetter && !"xX".contains($0) }) { return true }
      previous = character
    }
    return false
  }

  /// `指标2`, `目标1`, `指标一：`.
  private static func isNumberedLabel(_ text: String) -> Bool {
    var rest = text[...]
    guard rest.hasPrefix("指标") || rest.hasPrefix("目标") else { return false }
    rest = rest.dropFirst(2)
    while let last = rest.last, ":：.。…、".contains(last) { rest = rest.dropLast() }
    return !rest.isEmpty && rest.count <= 2
      && rest.allSatisfy { $0.isASCII && $0.isWholeNumber || "一二三四五六七八九十".contains($0) }
  }
}
