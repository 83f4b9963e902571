/// `comparison amount unit` read from the words of an indicator value.
struct Quantity {
  var comparison: Comparison?
  var amount: String
  var unit: String?

  /// nil where the words are not exactly one quantity.
  init?(_ text: String) {
    var scanner = Scanner(text)
    comparison = scanner.takeComparison()
    guard let amount = scanner.takeNumber() else { return nil }
    self.amount = amount
    var rest = scanner.rest
    if comparison == nil, let (word, side) = Self.boundWords.first(where: { rest.hasSuffix($0.word) }) {
      comparison = side
      rest = String(rest.dropLast(word.count))
    }
    if rest.isEmpty { return }
    guard let unit = Self.unit(from: rest, after: amount) else { return nil }
    self.unit = unit
  }

  /// Words after a quantity that bound it, the quantity itself included (民法典 第一千二百五十九条).
  private static let boundWords: [(word: String, side: Comparison)] = [
    ("以上", .atLeast), ("及以上", .atLeast), ("以下", .atMost), ("以内", .atMost),
  ]

  /// A unit, its brackets taken off; nil where the rest is part of a date, a range or a sentence.
  private static func unit(from rest: String, after amount: String) -> String? {
    var words = rest
    if let open = words.first, let close = words.last, words.count > 2, open == "(", close == ")" {
      words = String(words.dropFirst().dropLast())
    }
    guard let first = words.first, words.count <= 10 else { return nil }
    if first == "月" || first == "日" || first == "号" { return nil }
    if first == "年", words.count > 1 || amount.count == 4 { return nil }
    let squares = ["m2", "m3", "km2", "M2", "M3"]
    for character in words where !squares.contains(words) {
      if character.isASCII && character.isNumber { return nil }
      if "-~—–+:：;；,，。、=≥≤<>*?…()\n".contains(character) { return nil }
    }
    return words
  }

  /// Reads from the front of a text whose full-width forms and white space are folded as it goes.
  private struct Scanner {
    private var characters: ArraySlice<Character>

    init(_ text: String) {
      var folded: [Character] = []
      var pendingSpace = false
      for character in text {
        let plain = Self.fold(character)
        if plain.isWhitespace || plain == "\u{200B}" || plain == "\u{FEFF}" {
          pendingSpace = true
          continue
        }
        // `88 100` is two numbers; the space between them must not make them one.
        if pendingSpace, Self.isNumeral(plain), let last = folded.last, Self.isNumeral(last) {
          folded.append(" ")
        }
        pendingSpace = false
        folded.append(plain)
      }
      characters = folded[...]
    }

    private static func isNumeral(_ character: Character) -> Bool {
      character.isASCII && (character.isNumber || character == ".")
    }

    var rest: String { String(characters) }

    private static func fold(_ character: Character) -> Character {
      guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else { return character }
      switch scalar.value {
      case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init) ?? character
      case 0x2267, 0x2A7E: return "≥"
      case 0x2266, 0x2A7D: return "≤"
      case 0x2212, 0xFE63: return "-"
      default: return character
      }
    }

    /// Signs and words that compare, longer ones before their own beginnings.
    private static let comparisons: [(sign: [Character], meaning: Comparison)] = {
      let signs: KeyValuePairs<Comparison, String> = [
        .atLeast: "≥ >= => 大于等于 大于或等于 不低于 不少于 不小于 至少",
        .atMost: "≤ <= =< 小于等于 小于或等于 不高于 不超过 不大于 不多于",
        .more: "> 大于 超过 高于 多于 超",
        .less: "< 小于 低于 少于",
        .equal: "== = 等于",
      ]
      return signs.flatMap { meaning, words in words.split(separator: " ").map { (Array($0), meaning) } }
    }()

    mutating func takeComparison() -> Comparison? {
      for (sign, meaning) in Self.comparisons where characters.starts(with: sign) {
        characters = characters.dropFirst(sign.count)
        return meaning
      }
      return nil
    }

    /// `1,234.50` as `1234.50`; nil where no plain number stands here.
    mutating func takeNumber() -> String? {
      var number = ""
      var position = characters.startIndex
      func digit(at index: Int) -> Bool {
        index < characters.endIndex && characters[index].isASCII && characters[index].isWholeNumber
      }
      func isGroup(at index: Int) -> Bool {
        digit(at: index) && digit(at: index + 1) && digit(at: index + 2) && !digit(at: index + 3)
      }
      if position < characters.endIndex, characters[position] == "-" {
        number = "-"
        position += 1
      }
      guard digit(at: position) else { return nil }
      while position < characters.endIndex {
        if digit(at: position) {
          number.append(characters[position])
        } else if characters[position] == ",", isGroup(at: position + 1) {
          // A thousands mark.
        } else {
          break
        }
        position += 1
      }
      if position < characters.endIndex, characters[position] == ".", digit(at: position + 1) {
        repeat {
          number.append(characters[position])
          position += 1
        } while digit(at: position)
      }
      if position < characters.endIndex, characters[position] == " " { return nil }
      characters = characters[position...]
      return number
    }
  }
}
