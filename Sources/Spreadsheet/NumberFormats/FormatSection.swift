/// One of the sections of a format code that semicolons divide, as tokens.
struct FormatSection: Sendable {
  enum Token: Hashable, Sendable {
    case literal(String)
    /// `0`, `#` or `?`.
    case digit(UInt8)
    case point
    case comma
    case percent
    /// `E+` or `E-`; whether a plus sign is written.
    case exponent(showsPlus: Bool)
    /// `/` in a fraction.
    case fractionBar
    /// A denominator in figures: `# ?/8`.
    case denominator(Int)
    case general
    /// `@`.
    case text
    case date(DateToken)
  }

  var tokens: [Token] = []
  var condition: FormatCondition?
  /// `[$-804]` and the like: the language of month and day names; nil where none is named.
  var isChinese = false
  /// `[DBNum1]` to `[DBNum3]`: figures in Chinese characters.
  var chineseFigures: ChineseFigures?
  /// `[Red]`, `[Color10]`.
  var hasColor = false

  static let general = FormatSection(tokens: [.general])

  var isDate: Bool { tokens.contains { if case .date = $0 { true } else { false } } }
  /// `[h]`, `[mm]` or `[s]` and no other piece of a date: the one kind of time that can be negative.
  var isDuration: Bool {
    let pieces = tokens.compactMap { if case .date(let piece) = $0 { piece } else { nil } }
    return switch pieces.count == 1 ? pieces.first : nil {
    case .elapsedHours, .elapsedMinutes, .elapsedSeconds: true
    default: false
    }
  }
  var isForText: Bool { tokens.contains(.text) }
  var isJustText: Bool { tokens == [.text] }
  /// Whether its literals say anything: 元, not `(`, `-` or `$`.
  var hasWords: Bool {
    tokens.contains { if case .literal(let text) = $0 { text.contains(where: \.isLetter) } else { false } }
  }
  /// How many places a number is shown smaller: three for each comma behind the last figure, and one for each figure behind a point
  /// that is nothing but a sign (`0!.0000`).
  var scale: Int {
    let commas = DigitLayout(tokens[...]).scalingCommas
    guard !tokens.contains(.point), let sign = tokens.firstIndex(of: .literal(".")),
      tokens[..<sign].contains(where: { $0.isDigit })
    else { return commas * 3 }
    return commas * 3 + tokens[sign...].count { $0.isDigit }
  }
  /// Whether all that it shows takes more than the widest column has, 255 characters (ECMA-376 part 1, 18.3.1.13): Excel fills such a cell
  /// with `#`, in every column. Few bytes of a file could show hundreds of megabytes else.
  var isTooWide: Bool {
    let width = tokens.reduce(0) { sum, token in
      switch token {
      case .literal(let text): sum + text.unicodeScalars.count
      case .digit(UInt8(ascii: "#")): sum
      default: sum + 1
      }
    }
    return width > 255
  }
  var percentSigns: Int { tokens.count { $0 == .percent } }

  /// The literals of the section, its other tokens replaced.
  func literalText(_ replacement: (Token) -> String?) -> String {
    tokens.map { token in
      if case .literal(let text) = token { return text }
      return replacement(token) ?? ""
    }.joined()
  }
}

/// A piece of a date or time.
enum DateToken: Hashable, Sendable {
  case year(digits: Int)
  case buddhistYear(digits: Int)
  /// 1: 8, 2: 08, 3: Aug, 4: August, 5: A.
  case month(Int)
  /// 1: 5, 2: 05, 3: Tue, 4: Tuesday.
  case day(Int)
  /// 3: 周二, 4: 星期二.
  case chineseWeekday(Int)
  case hour(Int)
  case minute(Int)
  case second(Int)
  /// Places behind the point of a second.
  case secondFraction(Int)
  case elapsedHours(Int)
  case elapsedMinutes(Int)
  case elapsedSeconds(Int)
  case halfDay(HalfDay)
}

/// How morning and afternoon are written.
enum HalfDay: Hashable, Sendable {
  /// `AM/PM`; 上午 and 下午 where the section's language is Chinese.
  case long
  /// `A/P`, as written.
  case short(morning: String, afternoon: String)
  /// `上午/下午`.
  case chinese
}

/// `[<100]`: when a section applies.
struct FormatCondition: Hashable, Sendable {
  let comparison: String
  let limit: ExactNumber

  init?(_ text: String) {
    let comparison = String(text.prefix { "<>=".contains($0) })
    guard ["<", "<=", "=", ">", ">=", "<>"].contains(comparison),
      let limit = ExactNumber(text.dropFirst(comparison.count))
    else { return nil }
    self.comparison = comparison
    self.limit = limit
  }

  func holds(for number: ExactNumber) -> Bool {
    switch comparison {
    case "<": number.double < limit.double
    case "<=": number.double <= limit.double
    case "=": number == limit
    case ">": number.double > limit.double
    case ">=": number.double >= limit.double
    default: number != limit
    }
  }

  var holdsForNegativesOnly: Bool {
    switch comparison {
    case "<": limit.significand <= 0
    case "<=", "=": limit.significand < 0
    default: false
    }
  }

  /// Whether a second section that takes the rest is one for negative numbers, which writes no minus sign.
  var leavesNegatives: Bool {
    switch comparison {
    case ">=": limit.significand <= 0
    case "=": false
    default: limit.significand < 0
    }
  }
}
