/// Recognises what templates and examples leave in a field.
public enum Placeholder {
  /// True for `XX`, `**`, `××`, `__` standing for something (`≥**%`, `XX项目`, `20XX年`), for nothing but dots, and for `指标2` or `目标1`.
  public static func isIn(_ text: String) -> Bool {
    let characters = Array(ComparedText.fold(text))
    return hasMask(characters) || isDots(characters) || isNumberedLabel(characters)
  }

  /// Two or more of one masking sign in a row; the letter X only where no other Latin letter touches it (`XXL` is a size).
  private static func hasMask(_ text: [Character]) -> Bool {
    var index = 0
    while index < text.count {
      let sign = text[index]
      guard "*×_xX".contains(sign) else {
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

  private static func isLatin(_ character: Character) -> Bool { character.isASCII && character.isLetter }

  private static func isDots(_ text: [Character]) -> Bool {
    text.count >= 2 && text.allSatisfy { ".…·。".contains($0) } || text == ["…"]
  }

  private static func isNumberedLabel(_ text: [Character]) -> Bool {
    for label in ["三级指标", "指标", "目标"] where text.starts(with: label) {
      var rest = text.dropFirst(label.count)
      while let last = rest.last, ":.、".contains(last) { rest = rest.dropLast() }
      if !rest.isEmpty, rest.count <= 2, rest.allSatisfy(\.isNumber) { return true }
    }
    return false
  }
}
