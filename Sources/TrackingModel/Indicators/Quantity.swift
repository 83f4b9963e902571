import Foundation

/// `comparison amount unit` read from the words of an indicator value.
struct Quantity {
  var comparison: Comparison?
  var amount: String
  var unit: String?

  /// nil where the words are not exactly one quantity.
  init?(_ text: String) {
    // A sentence is no quantity, and nearly every long text is one.
    guard text.utf8.count <= 120 else { return nil }
    var scanner = Scanner(text)
    comparison = scanner.consumeComparison()
    guard let amount = scanner.consumeNumber() else { return nil }
    self.amount = amount
    var rest = scanner.rest
    if comparison == nil, let (word, side) = Self.boundWords.first(where: { rest.reversed().starts(with: $0.reversed) })
    {
      comparison = side
      rest.removeLast(word.count)
    }
    if rest.isEmpty { return }
    guard let unit = Self.unit(from: rest, after: amount) else { return nil }
    self.unit = unit
  }

  /// Words after a quantity that bound it, the quantity itself included (民法典 第一千二百五十九条).
  private static let boundWords: [(reversed: [Unicode.Scalar], side: Comparison)] = [
    ("以上", .atLeast), ("及以上", .atLeast), ("以下", .atMost), ("以内", .atMost),
  ].map { (Array($0.unicodeScalars.reversed()), $1) }

  /// A unit, its brackets taken off; nil where the rest is part of a date, a range or a sentence.
  private static func unit(from rest: ArraySlice<Unicode.Scalar>, after amount: String) -> String? {
    var words = rest
    if words.count > 2, words.first == "(", words.last == ")" { words = words.dropFirst().dropLast() }
    guard let first = words.first, words.count <= 10 else { return nil }
    if first == "月" || first == "日" || first == "号" { return nil }
    if first == "年", words.count > 1 || amount.utf8.count == 4 { return nil }
    let unit = String(words)
    if squares.contains(unit) { return unit }
    return words.contains(where: isNoPartOfUnit) ? nil : unit
  }

  private static let squares: Set<String> = ["m2", "m3", "km2", "M2", "M3"]

  private static func isNoPartOfUnit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "-", "~", "—", "–", "+", ":", "：", ";", "；", ",", "，", "。", "、", "=", "≥", "≤", "<", ">", "*", "?",
      "…",
      "(", ")", "\n":
      true
    default: false
    }
  }

  /// Reads from the front of a text whose full-width forms and white space are folded as it goes.
  private struct Scanner {
    /// What is not read yet.
    private(set) var rest: ArraySlice<Unicode.Scalar>

    init(_ text: String) {
      var folded: [Unicode.Scalar] = []
      folded.reserveCapacity(text.utf8.count)
      var pendingSpace = false
      for scalar in text.unicodeScalars {
        let plain = Self.fold(scalar)
        if plain.isInvisible {
          pendingSpace = true
          continue
        }
        // `88 100` is two numbers; the space between them must not make them one.
        if pendingSpace, Self.isNumeral(plain), let last = folded.last, Self.isNumeral(last) { folded.append(" ") }
        pendingSpace = false
        folded.append(plain)
      }
      rest = folded[...]
    }

    private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar || scalar == "." }

    private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
      switch scalar.value {
      case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
      case 0x2267, 0x2A7E: "≥"
      case 0x2266, 0x2A7D: "≤"
      case 0x2212, 0xFE63: "-"
      default: scalar
      }
    }

    /// Signs and words that compare, longer ones before their own beginnings.
    private static let comparisons: [(sign: [Unicode.Scalar], meaning: Comparison)] = {
      let signs: KeyValuePairs<Comparison, String> = [
        .atLeast: "≥ >= => 大于等于 大于或等于 不低于 不少于 不小于 至少",
        .atMost: "≤ <= =< 小于等于 小于或等于 不高于 不超过 不大于 不多于",
        .more: "> 大于 超过 高于 多于 超",
        .less: "< 小于 低于 少于",
        .equal: "== = 等于",
      ]
      return signs.flatMap { meaning, words in words.split(separator: " ").map { (Array($0.unicodeScalars), meaning) } }
    }()

    mutating func consumeComparison() -> Comparison? {
      if let first = rest.first, "0"..."9" ~= first { return nil }
      for (sign, meaning) in Self.comparisons where rest.starts(with: sign) {
        rest.removeFirst(sign.count)
        return meaning
      }
      return nil
    }

    /// `1,234.50` as `1234.50`; nil where no plain number stands here.
    mutating func consumeNumber() -> String? {
      var number = ""
      var position = rest.startIndex
      func digit(at index: Int) -> Bool { index < rest.endIndex && "0"..."9" ~= rest[index] }
      func isGroup(at index: Int) -> Bool {
        digit(at: index) && digit(at: index + 1) && digit(at: index + 2) && !digit(at: index + 3)
      }
      if rest.first == "-" {
        number = "-"
        position += 1
      }
      guard digit(at: position) else { return nil }
      while position < rest.endIndex {
        if digit(at: position) {
          number.unicodeScalars.append(rest[position])
        } else if rest[position] != "," || !isGroup(at: position + 1) {
          // A comma in front of three digits is a thousands mark.
          break
        }
        position += 1
      }
      if position < rest.endIndex, rest[position] == ".", digit(at: position + 1) {
        repeat {
          number.unicodeScalars.append(rest[position])
          position += 1
        } while digit(at: position)
      }
      if position < rest.endIndex, rest[position] == "E" {
        var exponent = Substring(String(String.UnicodeScalarView(rest[position...].prefix(6))))
        let before = exponent.count
        if let places = ScientificNotation.consumeExponent(of: &exponent), let value = Decimal(plain: number) {
          number = (value * Decimal(sign: .plus, exponent: places, significand: 1)).description
          position += before - exponent.count
        }
      }
      if position < rest.endIndex, rest[position] == " " { return nil }
      rest = rest[position...]
      return number
    }
  }
}
