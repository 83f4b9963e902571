/// What a template prints into a cell for whoever fills it in: `(100字以内)`, `（如有偏差请填写）`. It is no value.
enum Hint {
  private static let words = ["字以内", "字以上", "请填", "请在", "请说明", "请简要", "选填", "必填", "可不填", "填写", "如无"]

  /// Whether the text is nothing but such a hint, in brackets.
  static func isIn(_ text: String) -> Bool {
    guard text.utf8.count < 160 else { return false }
    let compact = CompactText.string(of: text)
    guard compact.first == "(", compact.last == ")",
      !compact.dropFirst().dropLast().contains(where: { "()".contains($0) })
    else { return false }
    return words.contains { compact.contains($0) }
  }
}
