import Foundation

/// A cell's text as a label would be compared: without what people type around a label, which is kept aside.
///
/// NFKC; white space and zero-width characters dropped; all brackets round; colons, ordinals and stars at the ends off; bracketed
/// additions at the end (units, scores, 盖章, `A`, `B/A`) off and kept; 其中 off and kept; months at the front as `#月`.
struct LabelText: Hashable, Sendable {
  /// What is compared with the vocabulary.
  let key: String
  /// The key before bracketed additions and months were taken off.
  let full: String
  /// The contents of the brackets taken off, outermost last: `万元`, `50分`.
  let additions: [String]
  /// The months that were taken off the front: `1-7月`.
  let months: String?
  /// Whether 其中 stood in front.
  let isPart: Bool

  /// Longer texts are no labels.
  static let maximumLength = 48

  /// nil where the text is empty or too long to be a label.
  init?(_ text: String) {
    guard text.utf8.count <= Self.maximumLength * 8 else { return nil }
    self.init(compact: Self.compact(text)[...])
  }

  init?(compact: Substring) {
    guard !compact.isEmpty, compact.utf8.count <= Self.maximumLength * 3, compact.count <= Self.maximumLength else {
      return nil
    }
    var text = Self.withoutEnds(compact)
    full = String(text)
    var isPart = false
    for word in ["其中:", "其中", "#其中:"] where text.hasPrefix(word) && text.count > word.count {
      text = text.dropFirst(word.count)
      isPart = true
      break
    }
    self.isPart = isPart
    var additions: [String] = []
    while text.last == ")", let open = Self.openingBracket(of: text), open > text.startIndex {
      additions.append(String(text[text.index(after: open)...].dropLast()))
      text = Self.withoutEnds(text[..<open])
    }
    if text.last == "%", text.count > 1 {
      additions.append("%")
      text = text.dropLast()
    }
    self.additions = additions.reversed()
    if let (found, rest) = Self.monthsInFront(of: text) {
      months = found
      key = "#月" + rest
    } else {
      months = nil
      key = String(text)
    }
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

  /// The text without any white space and zero-width characters, in NFKC, its brackets round.
  static func compact(_ text: String) -> String {
    var isPlain = true
    var hasDrop = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x21...0x7E, 0x3001, 0x3002, 0x4E00...0x9FFF: continue
      case 9, 10, 13, 32: hasDrop = true
      default: isPlain = false
      }
    }
    if isPlain && !hasDrop { return unified(text) }
    let folded = isPlain ? text : text.precomposedStringWithCompatibilityMapping
    var result = String.UnicodeScalarView()
    for scalar in folded.unicodeScalars where !scalar.isBlank { result.append(bracket(scalar)) }
    return String(result)
  }

  private static func unified(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map(bracket)))
  }

  private static func bracket(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "[", "【", "〔", "〖", "{", "「": "("
    case "]", "】", "〕", "〗", "}", "」": ")"
    case "∶", "︰", "：": ":"
    default: scalar
    }
  }

  /// Ordinals (`1.`, `一、`, `(二)`), stars and colons at the ends.
  private static func withoutEnds(_ text: Substring) -> Substring {
    var text = text
    while let last = text.last, ":*;,。".contains(last) { text = text.dropLast() }
    while let first = text.first, "*★☆●◆■▲·、.:".contains(first) { text = text.dropFirst() }
    return withoutOrdinal(text)
  }

  private static func withoutOrdinal(_ text: Substring) -> Substring {
    let numerals = "一二三四五六七八九十0123456789"
    var rest = text
    let isBracketed = rest.first == "("
    if isBracketed { rest = rest.dropFirst() }
    let number = rest.prefix { numerals.contains($0) }
    guard !number.isEmpty, number.count <= 2 else { return text }
    rest = rest.dropFirst(number.count)
    guard let mark = rest.first, isBracketed ? mark == ")" : "、.)".contains(mark), rest.count > 1 else { return text }
    rest = rest.dropFirst()
    return rest.first.map { $0.isNumber } == true ? text : rest
  }

  /// Where the bracket at the end opens, nested ones skipped.
  private static func openingBracket(of text: Substring) -> Substring.Index? {
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

  /// `1-7月执行数`, `截至8月底执行数`, `1-X月执行率`, `2023年1至8月执行数`, `上半年执行数`.
  private static func monthsInFront(of text: Substring) -> (months: String, rest: String)? {
    for word in ["上半年", "半年度", "前三季度", "三季度", "前三季度末"] where text.hasPrefix(word) && text.count > word.count {
      return (word, String(text.dropFirst(word.count)))
    }
    guard let first = text.first, first.isNumber || "截年第Xx本当".contains(first), text.contains("月") else { return nil }
    let signs = "0123456789XxNn-~—–至到年月日份底末止截第当本前个期"
    var end = text.startIndex
    var sawMonth = false
    while end < text.endIndex, signs.contains(text[end]) {
      if text[end] == "月" { sawMonth = true }
      end = text.index(after: end)
    }
    guard sawMonth, end < text.endIndex else { return nil }
    return (String(text[..<end]), String(text[end...]))
  }
}
