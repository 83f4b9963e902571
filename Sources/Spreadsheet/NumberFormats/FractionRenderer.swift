/// Shows a number as a fraction: `# ?/?`, `# ??/??`, `?/8`. A class for the same reason as the section's.
final class FractionRenderer: Sendable {
  private typealias Token = FormatSection.Token

  /// What stands in front of the fraction: with a place that stays empty for zero, and with one that does not; nil where there is none
  /// for the whole number.
  private let whole: (beforeFraction: DigitLayout, alone: DigitLayout)?
  /// What stands in front of the fraction where there is no place for the whole number.
  private let head: [UInt8]
  private let numerator: DigitLayout
  /// The bar, and the literals around it.
  private let bar: [UInt8]
  /// Places of the denominator.
  private let denominatorCount: Int
  /// The denominator's places where it is filled up with zeros.
  private let filledDenominator: DigitLayout?
  /// The denominator's places that are blank where it does not need them, in their order.
  private let blankPlaces: [Bool]
  private let fixedDenominator: Int64?
  private let tail: [UInt8]
  /// Whether the fraction of a whole number is shown: 0 0/0 for 2 is 2 0/1.
  private let showsZero: Bool
  /// What a whole number has instead of a fraction.
  private let blank: [UInt8]

  /// - Parameter tokens: With a fraction bar, and places for figures on its left.
  init(tokens: [FormatSection.Token]) {
    let barIndex = tokens.firstIndex(of: .fractionBar) ?? 0
    let numeratorEnd = tokens[..<barIndex].lastIndex { $0.isDigit }.map { $0 + 1 } ?? 0
    let numeratorStart = tokens[..<numeratorEnd].lastIndex { !$0.isDigit }.map { $0 + 1 } ?? 0
    let denominatorStart = tokens[barIndex...].firstIndex { $0.isDenominator } ?? tokens.count
    let denominatorEnd = tokens[denominatorStart...].firstIndex { !$0.isDenominator } ?? tokens.count
    let head = tokens[..<numeratorStart]
    let numerator = tokens[numeratorStart..<numeratorEnd]
    let bar = tokens[numeratorEnd..<denominatorStart]
    let denominator = tokens[denominatorStart..<denominatorEnd]
    let lastOfWhole = head.lastIndex { $0.isDigit }
    whole = lastOfWhole.map { (DigitLayout(head), DigitLayout(head[...$0], showsLastPlace: true)) }
    self.head = Self.text(of: head)
    self.numerator = DigitLayout(numerator, showsLastPlace: true)
    self.bar = Self.text(of: bar)
    denominatorCount = denominator.count
    let zero = Token.digit(UInt8(ascii: "0"))
    filledDenominator = denominator.contains(zero) ? DigitLayout(denominator, showsLastPlace: true) : nil
    blankPlaces = denominator.map { $0 == .digit(UInt8(ascii: "?")) }
    var fixed: Int64?
    if case .denominator(let written) = denominator.first { fixed = Int64(written) }
    fixedDenominator = fixed
    tail = Self.text(of: tokens[denominatorEnd...])
    showsZero = (numerator + denominator).contains(zero)
    if (numerator + denominator).allSatisfy({ $0 == .digit(UInt8(ascii: "#")) }) {
      blank = []
    } else {
      let between = lastOfWhole.map { head[($0 + 1)...] } ?? []
      let denominatorWidth = fixed.map { String($0).utf8.count } ?? denominator.count
      let width = (between + bar).reduce(0) { $0 + $1.width } + numerator.count + denominatorWidth
      blank = Array(repeating: UInt8(ascii: " "), count: width)
    }
  }

  func text(of size: ExactNumber) -> String {
    let value = size.double
    guard value < 1e15 else { return GeneralFormat.text(of: size) }
    var integer = Int64(value)
    var (part, parts) = fraction(value - Double(integer))
    if part == parts { (integer, part, parts) = (integer + 1, 0, fixedDenominator ?? 1) }
    var text: [UInt8] = []
    if let whole {
      if part > 0 || showsZero {
        whole.beforeFraction.fill(integer.magnitude, &text)
        appendFraction(part, parts, to: &text)
      } else {
        // The whole number alone is shown even where it is zero, and everything behind it up to the tail is blank.
        whole.alone.fill(integer.magnitude, &text)
        text += blank
      }
    } else {
      let (product, overflows) = integer.multipliedReportingOverflow(by: parts)
      guard !overflows, product < 1_000_000_000_000_000_000 else { return GeneralFormat.text(of: size) }
      text += head
      appendFraction(product + part, parts, to: &text)
    }
    text += tail
    return String(decoding: text, as: UTF8.self)
  }

  private func appendFraction(_ part: Int64, _ parts: Int64, to text: inout [UInt8]) {
    numerator.fill(part.magnitude, &text)
    text += bar
    if let filledDenominator {
      filledDenominator.fill(parts.magnitude, &text)
    } else {
      parts.magnitude.withFigures { figures in
        for index in figures.indices { text.append(figures[index] + 48) }
        for isBlank in blankPlaces.dropFirst(figures.count) where isBlank { text.append(UInt8(ascii: " ")) }
      }
    }
  }

  private static func text(of tokens: ArraySlice<Token>) -> [UInt8] {
    tokens.flatMap { (token) -> [UInt8] in
      switch token {
      case .literal(let text): Array(text.utf8)
      case .percent: [UInt8(ascii: "%")]
      case .fractionBar: [UInt8(ascii: "/")]
      default: []
      }
    }
  }

  private func fraction(_ value: Double) -> (part: Int64, parts: Int64) {
    guard let fixedDenominator else {
      return Self.fraction(for: value, denominatorsUpTo: Self.largest(places: denominatorCount))
    }
    return (Int64((value * Double(fixedDenominator)).rounded(.toNearestOrAwayFromZero)), fixedDenominator)
  }

  private static func largest(places: Int) -> Int64 {
    var limit: Int64 = 1
    for _ in 0..<min(max(places, 1), 7) { limit *= 10 }
    return limit - 1
  }

  /// The last fraction of the continued fraction of a value from 0 to 1 that the limit allows. A nearer one between two
  /// of them is not looked for: Excel shows 0.456 as 1/2, not as 4/9.
  static func fraction(for value: Double, denominatorsUpTo limit: Int64) -> (part: Int64, parts: Int64) {
    var before: (part: Int64, parts: Int64) = (1, 0)
    var now: (part: Int64, parts: Int64) = (0, 1)
    var rest = value
    while rest > 5e-8 {
      rest = 1 / rest
      let step = Int64(rest)
      let parts = step * now.parts + before.parts
      if parts > limit { break }
      (before, now) = (now, (step * now.part + before.part, parts))
      rest -= Double(step)
    }
    return now
  }
}

extension FormatSection.Token {
  fileprivate var isDenominator: Bool {
    if case .denominator = self { true } else { isDigit }
  }

  fileprivate var width: Int {
    if case .literal(let text) = self { text.count } else { 1 }
  }
}
