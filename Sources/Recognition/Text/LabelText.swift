/// A cell's text as a label would be compared: without what people type around a label, which is kept aside.
///
/// NFKC; white space and zero-width characters dropped; all brackets round; colons, ordinals and stars at the ends off; bracketed
/// additions at the end (units, scores, 盖章, `A`, `B/A`) off and kept; 其中 off and kept; months at the front as `#月`.
struct LabelText: Hashable, Sendable {
  /// A text to look up: comparing and hashing cost no more than its scalars.
  typealias Key = ArraySlice<Unicode.Scalar>

  /// What is compared with the vocabulary.
  let key: Key
  /// The key before bracketed additions and months were taken off.
  let full: Key
  /// The contents of the brackets taken off, outermost last: `万元`, `50分`.
  let additions: [String]
  /// The months that were taken off the front: `1-7月`.
  let months: String?
  /// Whether 其中 stood in front.
  let isPart: Bool

  /// Longer texts are no labels.
  static let maximumLength = 48

  /// Texts of more UTF-8 are not even looked at.
  static let maximumBytes = maximumLength * 8

  /// nil where the text is empty or too long to be a label.
  init?(_ text: String) {
    guard text.utf8.count <= Self.maximumBytes else { return nil }
    self.init(text, compact: CompactText.scalars(of: text))
  }

  /// - Parameter compact: The text as `CompactText` has it.
  init?(_ text: String, compact: [Unicode.Scalar]) {
    self.init(
      compact: Self.isCircled(text) ? CompactText.scalars(of: String(text.trimmed.dropFirst()))[...] : compact[...])
  }

  private init?(compact: Key) {
    guard !compact.isEmpty, compact.count <= Self.maximumLength else { return nil }
    var text = Self.withoutEnds(compact)
    full = text
    let rest = Self.withoutPart(text)
    isPart = rest.count < text.count
    text = rest
    var additions: [String] = []
    while text.last == ")", let open = Self.openingBracket(of: text), open > text.startIndex {
      additions.append(String(text[(open + 1)...].dropLast()))
      text = Self.withoutEnds(text[..<open])
    }
    if text.last == "%", text.count > 1 {
      additions.append("%")
      text = text.dropLast()
    }
    self.additions = additions.reversed()
    if let end = Self.endOfMonths(in: text) {
      months = String(text[..<end])
      key = Self.anyMonths + text[end...]
    } else {
      months = nil
      key = text
    }
  }

  /// The name of a fund as a label prints it, without the 其中 that leads to it; all of it where nothing else is there.
  static func fundName(_ text: String) -> String {
    let words = printed(text)
    guard words.hasPrefix("其中") else { return words }
    let name = words.dropFirst(2).drop { "：:".contains($0) || $0.isWhitespace }
    return name.isEmpty ? text.trimmed : String(name)
  }

  /// A label as the form prints it: on one line, without the spaces of line breaks between Chinese characters and the colon at
  /// its end.
  static func printed(_ text: String) -> String {
    var result = ""
    var gap = false
    for character in TextReader.joinLines(of: text.trimmed) {
      if character.isWhitespace {
        gap = true
        continue
      }
      if gap, let last = result.last, last.isASCII, character.isASCII { result.append(" ") }
      gap = false
      result.append(character)
    }
    while let last = result.last, ":：".contains(last) { result.removeLast() }
    return result
  }

  /// Whether an ordinal such as ② stands in front.
  static func isCircled(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { !$0.isInvisible }) else { return false }
    return (0x2460...0x2473).contains(first.value)
  }

  // MARK: What people type around a label

  private static let part: Key = ["其", "中"]
  private static let anyMonths: Key = ["#", "月"]

  /// Ordinals (`1.`, `一、`, `(二)`), stars and colons at the ends off.
  private static func withoutEnds(_ text: Key) -> Key {
    var text = text
    while let last = text.last, isEnd(last) { text.removeLast() }
    while let first = text.first, isBeginning(first) { text.removeFirst() }
    return withoutOrdinal(text)
  }

  private static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ":", "*", ";", ",", "。": true
    default: false
    }
  }

  private static func isBeginning(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "*", "★", "☆", "●", "◆", "■", "▲", "·", "、", ".", ":": true
    default: false
    }
  }

  private static func withoutOrdinal(_ text: Key) -> Key {
    var rest = text
    let isBracketed = rest.first == "("
    if isBracketed { rest.removeFirst() }
    let number = rest.prefix(while: isNumeral).count
    guard 1...2 ~= number else { return text }
    rest = rest.dropFirst(number)
    guard let mark = rest.first, mark == ")" || !isBracketed && (mark == "、" || mark == "."), rest.count > 1 else {
      return text
    }
    rest.removeFirst()
    return rest.first.map(isNumber) == true ? text : rest
  }

  /// `其中：财政拨款`.
  private static func withoutPart(_ text: Key) -> Key {
    let words = text.first == "#" ? text.dropFirst() : text
    guard words.starts(with: part) else { return text }
    var rest = words.dropFirst(part.count)
    if rest.first == ":" { rest.removeFirst() } else if words.startIndex > text.startIndex { return text }
    return rest.isEmpty ? text : rest
  }

  /// Where the bracket at the end opens, nested ones skipped.
  private static func openingBracket(of text: Key) -> Int? {
    var depth = 0
    for index in text.indices.reversed() {
      if text[index] == ")" { depth += 1 }
      if text[index] == "(" {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
    default: false
    }
  }

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? "0"..."9" ~= scalar : scalar.properties.numericType != nil
  }

  private static let partsOfYear: [Key] = ["上半年", "半年度", "前三季度", "三季度"].map { Array($0.unicodeScalars)[...] }

  /// Where the months end that stand in front: `1-7月执行数`, `截至8月底执行数`, `1-X月执行率`, `2023年1至8月执行数`, `上半年执行数`.
  private static func endOfMonths(in text: Key) -> Int? {
    for part in partsOfYear where text.starts(with: part) && text.count > part.count {
      return text.startIndex + part.count
    }
    guard text.contains("月"), let first = text.first, isNumber(first) || isBeginningOfMonths(first) else { return nil }
    let end = text.firstIndex { !isPartOfMonths($0) } ?? text.endIndex
    return end < text.endIndex && text[..<end].contains("月") ? end : nil
  }

  private static func isBeginningOfMonths(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "截", "年", "第", "X", "x", "本", "当": true
    default: false
    }
  }

  private static func isPartOfMonths(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "X", "x", "N", "n", "-", "~", "—", "–", "至", "到", "年", "月", "日", "份", "底", "末", "止", "截", "第", "当",
      "本",
      "前", "个", "期":
      true
    default: false
    }
  }
}
