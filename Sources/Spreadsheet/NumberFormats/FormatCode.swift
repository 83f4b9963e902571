/// Reads format codes into sections of tokens, scalar by scalar: an accent or a joiner behind a sign of the code does not change the sign.
struct FormatCode {
  private var rest: Substring.UnicodeScalarView
  private var section = FormatSection()

  /// The sections of a code; there is at least one.
  static func sections(of code: String) -> [FormatSection] {
    var reader = FormatCode(rest: code.unicodeScalars[...])
    var sections: [FormatSection] = []
    while true {
      let isLast = reader.readSection()
      sections.append(reader.section.resolved())
      reader.section = FormatSection()
      if isLast { return sections }
    }
  }

  private init(rest: Substring.UnicodeScalarView) { self.rest = rest }

  /// - Returns: Whether the code ends with this section.
  private mutating func readSection() -> Bool {
    while let sign = rest.first {
      if sign == ";" {
        rest.removeFirst()
        return false
      }
      readToken(sign)
    }
    return true
  }

  private mutating func readToken(_ sign: Unicode.Scalar) {
    if readWord() { return }
    rest.removeFirst()
    switch sign {
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
    case "0", "#", "?": section.tokens.append(.digit(UInt8(ascii: sign)))
    case ".": section.tokens.append(.point)
    case ",": section.tokens.append(.comma)
    case "%", "％": section.tokens.append(.percent)
    case "/": section.tokens.append(.fractionBar)
    case "@": section.tokens.append(.text)
    default: section.tokens.append(.literal(String(sign)))
    }
  }

  /// General, by the name that programs take from a Chinese Excel too, scientific notation, half days, and runs of one
  /// date letter.
  private mutating func readWord() -> Bool {
    guard let first = bytes.first else { return false }
    for word in ["general", "g/通用格式"] where begins(with: word) { return consume(word.utf8.count, .general) }
    // B1 and B2 choose the calendar of dates, of which there is one here.
    if begins(with: "b1") || begins(with: "b2") {
      rest = rest.dropFirst(2)
      return true
    }
    for (word, half) in Self.halfDays where begins(with: word) {
      return consume(word.utf8.count, .date(.halfDay(half ?? shortHalfDay)))
    }
    if begins(with: "e+") || begins(with: "e-"), section.tokens.contains(where: { $0.isDigit }) {
      return consume(2, .exponent(showsPlus: begins(with: "e+")))
    }
    let letter = Self.lowercased(first)
    guard "ymdhseba".utf8.contains(letter) else { return false }
    let count = bytes.prefix { Self.lowercased($0) == letter }.count
    guard let token = Self.dateToken(letter, count) else { return false }
    return consume(count, .date(token))
  }

  private var bytes: Substring.UTF8View { Substring(rest).utf8 }

  /// Whether a word follows, in capitals or not. Looked for at every place of every code, so it makes no string.
  private func begins(with word: String) -> Bool {
    var bytes = bytes.makeIterator()
    return word.utf8.allSatisfy { byte in bytes.next().map { Self.lowercased($0) == byte } ?? false }
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }

  private static let halfDays: [(String, HalfDay?)] = [
    ("am/pm", .long), ("上午/下午", .chinese), ("a/p", nil),
  ]

  private var shortHalfDay: HalfDay {
    .short(morning: String(rest.prefix(1)), afternoon: String(rest.dropFirst(2).prefix(1)))
  }

  private static func dateToken(_ letter: UInt8, _ count: Int) -> DateToken? {
    switch letter {
    case UInt8(ascii: "y"): .year(digits: count <= 2 ? 2 : 4)
    case UInt8(ascii: "e"): .year(digits: 4)
    case UInt8(ascii: "b"): .buddhistYear(digits: count <= 2 ? 2 : 4)
    case UInt8(ascii: "m"): .month(min(count, 5))
    case UInt8(ascii: "d"): .day(min(count, 4))
    case UInt8(ascii: "h"): .hour(min(count, 2))
    case UInt8(ascii: "s"): .second(min(count, 2))
    case UInt8(ascii: "a"): count >= 3 ? .chineseWeekday(min(count, 4)) : nil
    default: nil
    }
  }

  /// - Parameter count: Bytes of the word.
  private mutating func consume(_ count: Int, _ token: FormatSection.Token) -> Bool {
    rest = Substring(bytes.dropFirst(count)).unicodeScalars
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
    } else if Self.colors.contains(lowered) || lowered.hasPrefix("color") {
      section.hasColor = true
    } else if let letter = lowered.first, lowered.allSatisfy({ $0 == letter }) {
      switch letter {
      case "h": section.tokens.append(.date(.elapsedHours(inside.count)))
      case "m": section.tokens.append(.date(.elapsedMinutes(inside.count)))
      case "s": section.tokens.append(.date(.elapsedSeconds(inside.count)))
      default: break
      }
    }
  }

  private static let colors: Set = ["black", "blue", "cyan", "green", "magenta", "red", "white", "yellow"]

  /// `¥-804`: a currency sign and a language, by a number whose lowest ten bits say Chinese (4) or by its name (`zh-CN`).
  /// F800 and F400 are the system's own long date and time, whatever follows.
  private mutating func readLocale(_ inside: Substring) {
    let parts = inside.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    if let sign = parts.first, !sign.isEmpty { section.tokens.append(.literal(String(sign))) }
    guard parts.count == 2 else { return }
    let name = parts[1].prefix { $0 != "," }.lowercased()
    let number = UInt32(name, radix: 16).map { $0 & 0xFFFF }
    section.isChinese = number.map { $0 & 0x3FF == 4 } ?? name.hasPrefix("zh")
    if number == 0xF800 || name == "x-sysdate" {
      replace(by: #"yyyy"年"m"月"d"日""#)
    } else if number == 0xF400 || name == "x-systime" {
      replace(by: "h:mm:ss")
    }
  }

  /// Puts a code in the place of what is left of the section.
  private mutating func replace(by code: String) {
    rest = (code + String(rest.drop { $0 != ";" })).unicodeScalars[...]
  }
}
