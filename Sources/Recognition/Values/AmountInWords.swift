/// An amount with words around it: `854万（其中400万元为工程款）`, `总额120万元，其中财政拨款100万元`, `合计：35.6万元`.
///
/// One amount stands in front, after nothing but a word for a total, and what follows only explains it: in brackets, after 其中 or on
/// lines of its own. `约854`, `120、80` and `待定` are no amounts.
struct AmountInWords {
  let number: NumberInWords
  /// The amount's own words: `854万`.
  let amount: String

  /// - Parameter text: Folded, without white space.
  init?(_ text: String) {
    guard text.utf8.count <= 3000 else { return nil }
    var rest = text[...]
    for word in Self.totals where rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count)
      break
    }
    if rest.count < text.count, let first = rest.first, ":为是=".contains(first) { rest = rest.dropFirst() }
    let number = rest.prefix { $0.isASCII && ($0.isWholeNumber || ",.".contains($0)) }
    guard !number.isEmpty else { return nil }
    var end = number.endIndex
    var tail = rest[end...]
    for unit in Self.units where tail.hasPrefix(unit) {
      tail = tail.dropFirst(unit.count)
      end = tail.startIndex
      break
    }
    var words = String(rest[..<end])
    // The comma of `100，其中80` belongs to what follows.
    while let last = words.last, ",.".contains(last) {
      words.removeLast()
      tail = text[text.index(before: tail.startIndex)...]
    }
    guard tail.isEmpty && rest.count < text.count || Self.explains(tail),
      let found = NumberInWords(words, takesUnit: true)
    else { return nil }
    self.number = found
    amount = words
  }

  private static let totals = [
    "资金总额", "年度资金总额", "预算总额", "总金额", "总预算", "总额", "总计", "合计", "共计", "小计", "金额", "共",
  ]
  private static let units = ["亿元", "万元", "千元", "元", "亿", "万"]
  private static let parts = ["其中", "包括", "含", "一、", "1、", "1.", "(一)", "(1)"]

  /// Whether what stands behind an amount explains it and is none itself.
  private static func explains(_ tail: Substring) -> Bool {
    guard let first = tail.first else { return false }
    if first == "(" || first == "[" { return true }
    let words = tail.drop { ",，;；。:".contains($0) }
    return parts.contains { words.hasPrefix($0) }
  }
}
