/// What a template prints into a cell for the person who fills it in: `(100字以内)`, `（如有偏差请填写）`. It is no value.
enum Hint {
  private static let words = ["字以内", "字以上", "请填", "请在", "请说明", "请简要", "选填", "必填", "可不填", "填写", "如无"]

  private static let beginnings = [
    "填写", "请填", "请按", "请在", "请选", "填报", "填列", "应填", "需填", "须填", "如实", "此处", "此栏", "本栏", "该栏", "简要", "简述", "概述",
    "按规定填", "按要求填", "根据实际",
  ]

  /// Whether the text begins as an instruction does, and no value: `填写拟采取的措施`.
  static func begins(_ text: String) -> Bool {
    guard text.unicodeScalars.contains("填") else { return false }
    let compact = CompactText.string(of: String(text.prefix(24)))
    return ["填写", "填报", "请填", "应填", "须填", "需填", "如实填"].contains { compact.hasPrefix($0) }
  }

  /// Whether the text is a point of instructions, `2.年初预算数：填写年初批复的预算数。`.
  static func isPoint(_ text: String) -> Bool {
    guard text.unicodeScalars.contains("填"), ListNumber.number(of: text) != nil,
      let colon = text.unicodeScalars.firstIndex(where: \.isColon)
    else { return false }
    return begins(String(text.unicodeScalars[text.unicodeScalars.index(after: colon)...]))
  }

  private static let first = Set(beginnings.compactMap(\.unicodeScalars.first) + ["(", "（"])

  /// Whether the text says what has to be written in its place, as sheets do that explain a form: `填写项目全称`, `与批复一致，填写到元`.
  static func tellsWhatToWrite(_ text: String) -> Bool {
    // Nearly every text of a form is passed over here.
    guard text.utf8.count < 600,
      text.unicodeScalars.contains("填") || text.unicodeScalars.first.map(first.contains) == true
    else { return false }
    let compact = CompactText.string(of: text).drop { "(".contains($0) }
    return beginnings.contains { compact.hasPrefix($0) } || compact.contains("填写") || compact.contains("填列")
  }

  /// Whether the text is nothing but such a hint, in brackets.
  static func matches(_ text: String) -> Bool {
    guard text.utf8.count < 160 else { return false }
    let compact = CompactText.string(of: text)
    guard compact.first == "(", compact.last == ")",
      !compact.dropFirst().dropLast().contains(where: { "()".contains($0) })
    else { return false }
    return words.contains { compact.contains($0) }
  }
}
