/// Reads format codes into sections of tokens.
struct FormatCode {
  private var rest: Substring
  private var section = FormatSection()
  private var isGeneralAllowed = true

  /// The sections of a code; there is at least one.
  static func sections(of code: String) -> [FormatSection] {
    var reader = FormatCode(rest: code[...])
    var sections: [FormatSection] = []
    while true {
      let isLast = reader.readSection()
      sections.append(reader.section.resolved())
      reader.section = FormatSection()
      if isLast { return sections }
    }
  }

  private init(rest: Substring) { self.rest = rest }

  /// - Returns: Whether the code ends with this section.
  private mutating func readSection() -> Bool {
    while let character = rest.first {
      if character == ";" {
        rest.removeFirst()
        return false
      }
      readToken(character)
    }
    return true
  }

  private mutating func readToken(_ character: Character) {
    if readWord() { return }
    rest.removeFirst()
    switch character {
    case "\"":
      section.tokens.append(.literal(String(rest.prefix { $0 != "\"" })))
      rest = rest.drop { $0 != "\"" }.dropFirst()
    case "\\", "!":
      if let next = rest.popFirst() { section.tokens.append(.literal(String(next))) }
    case "_":
      if rest.popFirst() != nil { section.tokens.append(.literal(" ")) }
    case "*": _ = rest.popFirst()
    case "[":
      let inside = String(rest.prefix { $0 != "]" })
      rest = rest.drop { $0 != "]" }.dropFirst()
      readBracket(inside)
    case "0", "#", "?": section.tokens.append(.digit(character.asciiValue ?? 48))
    case ".": section.tokens.append(.point)
    case ",": section.tokens.append(.comma)
    case "%", "％": section.tokens.append(.percent)
    case "/": section.tokens.append(.fractionBar)
    case "@": section.tokens.append(.text)
    default: section.tokens.append(.literal(String(character)))
    }
  }

  /// General, scientific notation, half days, and runs of one date letter.
  private mutating func readWord() -> Bool {
    let lowered = rest.prefix(7).lowercased()
    for word in Self.general where lowered.hasPrefix(word) { return take(word.count, .general) }
    // B1 and B2 choose the calendar of dates, of which there is one here.
    if lowered.hasPrefix("b1") || lowered.hasPrefix("b2") {
      rest = rest.dropFirst(2)
      return true
    }
    for (word, half) in Self.halfDays where lowered.hasPrefix(word) {
      return take(word.count, .date(.halfDay(half ?? shortHalfDay)))
    }
    if lowered.hasPrefix("e+") || lowered.hasPrefix("e-"), section.tokens.contains(where: { $0.isDigit }) {
      return take(2, .exponent(showsPlus: lowered.hasPrefix("e+")))
    }
    guard let letter = lowered.first, "ymdhsebag".contains(letter) else { return false }
    let count = rest.prefix { $0.lowercased() == String(letter) }.count
    guard let token = Self.dateToken(letter, count) else { return false }
    return take(count, .date(token))
  }

  /// In files, and in files of programs that write what Chinese Excel shows.
  private static let general = ["general", "g/通用格式"]

  private static let halfDays: [(String, HalfDay?)] = [
    ("am/pm", .long), ("上午/下午", .chinese), ("a/p", nil),
  ]

  private var shortHalfDay: HalfDay {
    .short(morning: String(rest.prefix(1)), afternoon: String(rest.dropFirst(2).prefix(1)))
  }

  private static func dateToken(_ letter: Character, _ count: Int) -> DateToken? {
    switch letter {
    case "y": .year(digits: count <= 2 ? 2 : 4)
    case "e": .year(digits: 4)
    case "b": .buddhistYear(digits: count <= 2 ? 2 : 4)
    case "m": .month(min(count, 5))
    case "d": .day(min(count, 4))
    case "h": .hour(min(count, 2))
    case "s": .second(min(count, 2))
    case "a": count >= 3 ? .chineseWeekday(min(count, 4)) : nil
    default: nil
    }
  }

  private mutating func take(_ count: Int, _ token: FormatSection.Token) -> Bool {
    rest = rest.dropFirst(count)
    section.tokens.append(token)
    return true
  }

  private mutating func readBracket(_ inside: String) {
    let lowered = inside.lowercased()
    if let condition = FormatCondition(inside) {
      section.condition = condition
    } else if inside.hasPrefix("$") {
      readLocale(inside.dropFirst())
    } else if lowered.hasPrefix("dbnum"), let figures = lowered.last.flatMap({ ChineseFigures($0) }) {
      section.chineseFigures = figures
    } else if let letter = lowered.first, lowered.allSatisfy({ $0 == letter }) {
      switch letter {
      case "h": section.tokens.append(.date(.elapsedHours(inside.count)))
      case "m": section.tokens.append(.date(.elapsedMinutes(inside.count)))
      case "s": section.tokens.append(.date(.elapsedSeconds(inside.count)))
      default: break
      }
    }
  }

  /// `¥-804`: a currency sign, and a language whose lowest ten bits say Chinese (4). F800 and F400 are the system's own
  /// long date and time, whatever follows.
  private mutating func readLocale(_ inside: Substring) {
    let parts = inside.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    if let sign = parts.first, !sign.isEmpty { section.tokens.append(.literal(String(sign))) }
    guard parts.count == 2, let language = UInt32(parts[1].prefix { $0 != "," }, radix: 16) else { return }
    section.isChinese = language & 0x3FF == 4
    let systemFormats: [UInt32: String] = [0xF800: #"yyyy"年"m"月"d"日""#, 0xF400: "h:mm:ss"]
    if let code = systemFormats[language & 0xFFFF] {
      rest = code + rest.drop { $0 != ";" }
    }
  }
}

extension FormatSection.Token {
  var isDigit: Bool { if case .digit = self { true } else { false } }
}

extension FormatSection {
  /// The tokens with what depends on their neighbours decided: m as month or minute, points and bars within dates,
  /// fractions with a written denominator.
  fileprivate func resolved() -> FormatSection {
    var copy = self
    copy.tokens = isDate ? resolvedDate() : resolvedNumber()
    return copy
  }

  private func resolvedDate() -> [Token] {
    var result: [Token] = []
    var index = 0
    while index < tokens.count {
      switch tokens[index] {
      case .point:
        let zeros = tokens[(index + 1)...].prefix { $0 == .digit(UInt8(ascii: "0")) }.count
        if zeros > 0, result.contains(where: { $0.isSecond }) {
          result.append(.date(.secondFraction(min(zeros, 3))))
          index += zeros
        } else {
          result.append(.literal("."))
        }
      case .date(.month(let count)) where count <= 2 && isMinute(index): result.append(.date(.minute(count)))
      case .digit(let digit): result.append(.literal(String(UnicodeScalar(digit))))
      case .comma: result.append(.literal(","))
      case .percent: result.append(.literal("%"))
      case .fractionBar: result.append(.literal("/"))
      default: result.append(tokens[index])
      }
      index += 1
    }
    return result
  }

  /// m behind hours or in front of seconds is minutes.
  private func isMinute(_ index: Int) -> Bool {
    func dateToken(_ token: Token) -> DateToken? {
      if case .date(let date) = token, !date.isHalfDay { return date }
      return nil
    }
    switch tokens[..<index].reversed().lazy.compactMap(dateToken).first {
    case .hour, .elapsedHours: return true
    default: break
    }
    switch tokens[(index + 1)...].lazy.compactMap(dateToken).first {
    case .second, .elapsedSeconds: return true
    default: return false
    }
  }

  private func resolvedNumber() -> [Token] {
    guard let bar = tokens.firstIndex(of: .fractionBar) else { return tokens }
    let hasNumerator = tokens[..<bar].last { $0 != .literal(" ") }?.isDigit ?? false
    let behind = tokens[(bar + 1)...]
    let figures = behind.prefix { token in
      if case .literal(let text) = token { return text.count == 1 && text >= "0" && text <= "9" }
      return token == .digit(UInt8(ascii: "0"))
    }
    let written = figures.map { token in if case .literal(let text) = token { text } else { "0" } }.joined()
    if hasNumerator, let denominator = Int(written), denominator > 0 {
      return tokens[...bar] + [.denominator(min(denominator, 99_999))] + behind.dropFirst(figures.count)
    }
    if hasNumerator, behind.first(where: { $0 != .literal(" ") })?.isDigit == true { return tokens }
    return tokens.map { $0 == .fractionBar ? .literal("/") : $0 }
  }
}

extension FormatSection.Token {
  fileprivate var isSecond: Bool {
    switch self {
    case .date(.second), .date(.elapsedSeconds): true
    default: false
    }
  }
}

extension DateToken {
  fileprivate var isHalfDay: Bool { if case .halfDay = self { true } else { false } }
}
