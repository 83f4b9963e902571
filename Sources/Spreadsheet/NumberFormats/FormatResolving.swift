extension FormatSection.Token {
  var isDigit: Bool { if case .digit = self { true } else { false } }
  fileprivate var isLiteral: Bool { if case .literal = self { true } else { false } }
}

extension FormatSection {
  /// The section with what depends on the tokens' neighbors decided: m as month or minute, points and bars within
  /// dates, fractions with a written denominator. A color or Chinese figures alone are those of General.
  func resolved() -> FormatSection {
    var copy = self
    copy.tokens = Self.joined(isDate ? resolvedDate() : resolvedNumber())
    if tokens.isEmpty, hasColor || chineseFigures != nil { copy.tokens = [.general] }
    return copy
  }

  /// Literals that stand side by side are one.
  private static func joined(_ tokens: [Token]) -> [Token] {
    var result: [Token] = []
    for token in tokens {
      if case .literal(let next) = token, case .literal(let text)? = result.last {
        result[result.count - 1] = .literal(text + next)
      } else {
        result.append(token)
      }
    }
    return result
  }

  private func resolvedDate() -> [Token] {
    var result: [Token] = []
    var index = 0
    while index < tokens.count {
      switch tokens[index] {
      case .point:
        let zeros = tokens[(index + 1)...].prefix { $0 == .digit(UInt8(ascii: "0")) }.count
        if zeros > 0 {
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
    let hasNumerator = tokens[..<bar].last { !$0.isLiteral }?.isDigit ?? false
    let behind = tokens[(bar + 1)...]
    let figures = behind.prefix { token in
      if case .literal(let text) = token { return text.count == 1 && text >= "0" && text <= "9" }
      return token == .digit(UInt8(ascii: "0"))
    }
    let written = figures.map { token in if case .literal(let text) = token { text } else { "0" } }.joined()
    if hasNumerator, let denominator = Int(written), denominator > 0 {
      return tokens[...bar] + [.denominator(min(denominator, 99_999))] + behind.dropFirst(figures.count)
    }
    if hasNumerator, behind.first(where: { !$0.isLiteral })?.isDigit == true { return tokens }
    return tokens.map { $0 == .fractionBar ? .literal("/") : $0 }
  }
}

extension DateToken {
  fileprivate var isHalfDay: Bool { if case .halfDay = self { true } else { false } }
}
