import Findings

/// The unit of money that the words of a label, heading or note state: `(万元)`, `单位：元`, `金额单位:万元`, `项目资金（元）`.
extension AmountUnit {
  /// The unit that a label states and the label without it; nil where it states none.
  ///
  /// A unit counts in brackets, after 单位, after a slash or comma at the end, or standing alone; not in the middle of a sentence
  /// (不超过13万元).
  static func stated(in label: String) -> (unit: AmountUnit, rest: String)? {
    guard label.contains(exactly: "元") || label.contains(exactly: "万") else { return nil }
    let text = FoldedText(label).compact
    if let unit = AmountUnit(words: text) { return (unit, "") }
    return inBrackets(text) ?? afterUnitWord(text) ?? afterSeparator(text)
  }

  /// `元`, `人民币万元`, `万`, `千元`: nothing but a unit.
  init?(words: some StringProtocol) {
    var text = String(words)
    for prefix in ["人民币", "RMB", "rmb"] where text.hasPrefix(prefix) { text.removeFirst(prefix.count) }
    while let last = text.last, "。.;；".contains(last) { text.removeLast() }
    for suffix in ["(人民币)", "人民币"] where text.hasSuffix(suffix) { text.removeLast(suffix.count) }
    switch text {
    case "元", "圆": self = .yuan
    case "千元": self = .thousandYuan
    case "万元", "万": self = .tenThousandYuan
    case "百万元", "百万": self = .millionYuan
    case "亿元", "亿": self = .hundredMillionYuan
    default: return nil
    }
  }

  /// A sentence that says nothing but which unit amounts are in: `本表金额均以元为单位`, `以下金额单位为万元`.
  init?(sentence words: ArraySlice<Unicode.Scalar>) {
    guard words.contains("元"), words.count <= 24, words.contains("金") || words.contains("单") else { return nil }
    var text = String(words)
    for word in Self.fillers { text = text.replacing(word, with: "") }
    text.removeAll { "()[]:,。均都以为按是".contains($0) }
    self.init(words: text)
  }

  private static let fillers = [
    "金额单位", "计量单位", "货币单位", "以下", "本表", "表中", "所有", "全部", "统一", "一律", "金额", "单位", "资金", "计算", "填列",
    "填写", "填报", "反映", "注:",
  ]

  /// `年初预算数(万元)`, `项目资金(单位:元)`, `预算数【元】`, `年初预算数(万元,A)`.
  private static func inBrackets(_ text: String) -> (AmountUnit, String)? {
    var rest = text[...]
    while let open = rest.firstIndex(where: { "([【〔〈《{".contains($0) }) {
      let inside = rest[rest.index(after: open)...]
      guard let close = inside.firstIndex(where: { ")]】〕〉》}".contains($0) }) else { return nil }
      if let unit = firstUnit(of: inside[..<close]) {
        return (unit, String(text[..<open]) + String(text[text.index(after: close)...]))
      }
      rest = rest[rest.index(after: close)...]
    }
    return nil
  }

  /// `单位:万元`, `金额单位:元`, `计量单位:元、%`.
  private static func afterUnitWord(_ text: String) -> (AmountUnit, String)? {
    guard let word = text.firstRange(exactly: "单位") else { return nil }
    var tail = text[word.upperBound...]
    while let first = tail.first, ":：=为是".contains(first) { tail = tail.dropFirst() }
    let token = tail.prefix { !",，;；、/%()[] ".contains($0) }
    guard let unit = AmountUnit(words: token) else { return nil }
    var head = String(text[..<word.lowerBound])
    for qualifier in ["金额", "计量", "货币"] where head.hasSuffix(qualifier) { head.removeLast(qualifier.count) }
    return (unit, head + String(tail.dropFirst(token.count)))
  }

  /// `年初预算数/万元`, `年初预算数:元`.
  private static func afterSeparator(_ text: String) -> (AmountUnit, String)? {
    guard let separator = text.lastIndex(where: { "/:：,，-_".contains($0) }),
      let unit = AmountUnit(words: text[text.index(after: separator)...])
    else { return nil }
    return (unit, String(text[..<separator]))
  }

  private static func firstUnit(of inside: Substring) -> AmountUnit? {
    if let stated = afterUnitWord(String(inside)) { return stated.0 }
    for token in inside.split(whereSeparator: { ",，;；、/:".contains($0) }) {
      if let unit = AmountUnit(words: token) { return unit }
    }
    return nil
  }
}
