import TrackingModel

/// The grammar of periods: points (a year, month, day, quarter or half-year) and ranges of two points.
enum PeriodGrammar {
  /// What the words say; nil where they are no period. White space, brackets, labels such as 跟踪时段： and filling words
  /// (截至, 起, 止, 份) do not matter.
  static func parse(_ words: String) -> PeriodSpan? {
    let text = canonical(words)
    guard !text.isEmpty else { return nil }
    let halves = text.split(separator: "~", omittingEmptySubsequences: false)
    switch halves.count {
    case 1: return single(text[...]) ?? hyphenRange(text)
    case 2: return range(halves[0], halves[1], daySeparators: "-./")
    default: return nil
    }
  }

  /// Chinese numerals as Arabic ones: `二〇二三年十二月` is `2023年12月`.
  static func plainDigits(in text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == "十" || digit($0) != nil }) else { return text }
    var result = ""
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      if let digit = digit(scalar) {
        result += String(digit)
        if scalars.first == "十" {
          scalars.removeFirst()
          if scalars.first.flatMap(Self.digit) == nil { result += "0" }
        }
      } else if scalar == "十" {
        result += scalars.first.flatMap(Self.digit) == nil ? "10" : "1"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "〇", "○", "零": 0
    case "一": 1
    case "二": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }

  /// The words by their first scalar.
  private static let marks: [Unicode.Scalar: [(word: [Unicode.Scalar], mark: String)]] = Dictionary(
    grouping: words.map { (word: Array($0.word.unicodeScalars), mark: $0.mark) }, by: { $0.word[0] })

  /// Words and the marks that stand for them: Y year, M month, D day, Q quarter, U and L the halves of a year, A a whole year, F the
  /// first so many, `~` a range. Longer words come before their own parts.
  private static let words: [(word: String, mark: String)] = [
    ("跟踪时段", ""), ("跟踪期间", ""), ("跟踪时间", ""), ("跟踪期", ""), ("监控期间", ""), ("监控时段", ""), ("监控期", ""),
    ("时段", ""), ("期间", ""), ("截至到", ""), ("截止到", ""), ("截至", ""), ("截止", ""),
    ("上半年度", "U"), ("上半年", "U"), ("下半年度", "L"), ("下半年", "L"), ("半年度", "U"), ("半年", "U"), ("全年度", "A"),
    ("全年", "A"), ("本年度", ""), ("本年", ""), ("当年", ""), ("年度", "Y"), ("年", "Y"), ("个月", "M"), ("月份", "M"),
    ("月", "M"), ("季度", "Q"), ("季", "Q"), ("日", "D"), ("号", "D"), ("至", "~"), ("到", "~"), ("~", "~"), ("——", "~"),
    ("--", "~"), ("—", "~"), ("–", "~"), ("―", "~"), ("─", "~"), ("前", "F"), ("第", ""), ("起", ""), ("止", ""), ("自", ""),
    ("从", ""), ("末", ""), ("底", ""), ("(", ""), (")", ""), ("【", ""), ("】", ""), ("[", ""), ("]", ""), ("〔", ""),
    ("〕", ""), (":", ""),
  ]

  private static func canonical(_ words: String) -> String {
    var text = FoldedText(withoutTimeOfDay(words)).compact
    text = plainDigits(in: text)
    var result = ""
    var rest = Array(text.unicodeScalars)[...]
    while let first = rest.first {
      if let found = marks[first]?.first(where: { rest.starts(with: $0.word) }) {
        result += found.mark
        rest.removeFirst(found.word.count)
      } else {
        result.unicodeScalars.append(first)
        rest.removeFirst()
      }
    }
    return result
  }

  /// `2023-08-31 00:00:00` as programs print a date.
  private static func withoutTimeOfDay(_ words: String) -> String {
    guard words.utf8.contains(UInt8(ascii: ":")) else { return words }
    for ending in [" 00:00:00", "T00:00:00", " 0:00:00", " 0:00", " 00:00"] where words.contains(ending) {
      return words.replacing(ending, with: "")
    }
    return words
  }

  private static func single(_ text: Substring) -> PeriodSpan? {
    guard let point = PeriodPoint(text) else { return nil }
    return PeriodSpan(point)
  }

  /// A range whose dash could also be the one inside of a date: `2023-1-2023-8`, `2023年1-8月`.
  private static func hyphenRange(_ text: String) -> PeriodSpan? {
    for dash in text.indices where text[dash] == "-" {
      if let span = range(text[..<dash], text[text.index(after: dash)...], daySeparators: "./") { return span }
    }
    return nil
  }

  private static func range(_ left: Substring, _ right: Substring, daySeparators: String) -> PeriodSpan? {
    guard let end = PeriodPoint(right, isEndOfRange: true, daySeparators: daySeparators),
      let start = PeriodPoint(left, isEndOfRange: true, daySeparators: daySeparators, like: end)
    else { return nil }
    return PeriodSpan(from: start, to: end)
  }
}
