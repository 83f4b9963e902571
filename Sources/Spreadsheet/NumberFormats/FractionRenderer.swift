/// Shows a number as a fraction: `# ?/?`, `# ??/??`, `?/8`.
struct FractionRenderer {
  private typealias Token = FormatSection.Token

  /// What stands in front of the fraction, with places for the whole number or without.
  private let whole: ArraySlice<Token>
  private let numerator: ArraySlice<Token>
  /// The bar, and the literals around it.
  private let bar: ArraySlice<Token>
  private let denominator: ArraySlice<Token>
  private let tail: ArraySlice<Token>

  /// - Parameter tokens: With a fraction bar, and places for figures on its left.
  init(tokens: [FormatSection.Token]) {
    let bar = tokens.firstIndex(of: .fractionBar) ?? 0
    let numeratorEnd = tokens[..<bar].lastIndex { $0.isDigit }.map { $0 + 1 } ?? 0
    let numeratorStart = tokens[..<numeratorEnd].lastIndex { !$0.isDigit }.map { $0 + 1 } ?? 0
    let denominatorStart = tokens[bar...].firstIndex { $0.isDenominator } ?? tokens.count
    let denominatorEnd = tokens[denominatorStart...].firstIndex { !$0.isDenominator } ?? tokens.count
    whole = tokens[..<numeratorStart]
    numerator = tokens[numeratorStart..<numeratorEnd]
    self.bar = tokens[numeratorEnd..<denominatorStart]
    denominator = tokens[denominatorStart..<denominatorEnd]
    tail = tokens[denominatorEnd...]
  }

  func text(of size: ExactNumber) -> String {
    let value = size.double
    guard value < 1e15 else { return GeneralFormat.text(of: size) }
    var integer = Int64(value)
    var (part, parts) = fraction(value - Double(integer))
    if part == parts { (integer, part, parts) = (integer + 1, 0, fixedDenominator ?? 1) }
    let hasWhole = whole.contains { $0.isDigit }
    if !hasWhole {
      let (product, overflows) = integer.multipliedReportingOverflow(by: parts)
      guard !overflows, product < 1_000_000_000_000_000_000 else { return GeneralFormat.text(of: size) }
      return text(of: whole) + fractionText(product + part, parts)
    }
    // A place that is always shown keeps the fraction of nothing: 0 0/0 for 2 is 2 0/1.
    let showsFraction = part > 0 || (numerator + denominator).contains(.digit(UInt8(ascii: "0")))
    if showsFraction {
      return DigitLayout(whole).fill(Self.digits(integer)) + fractionText(part, parts)
    }
    // The whole number alone is shown even where it is zero, and everything behind it up to the tail is blank.
    let last = whole.lastIndex { $0.isDigit } ?? whole.startIndex
    let shown = Self.fill(whole[...last], integer)
    if (numerator + denominator).allSatisfy({ $0 == .digit(UInt8(ascii: "#")) }) { return shown + text(of: tail) }
    let width = (whole[(last + 1)...] + bar).reduce(0) { $0 + $1.width } + numerator.count + denominatorWidth
    return shown + String(repeating: " ", count: width) + text(of: tail)
  }

  private func fractionText(_ part: Int64, _ parts: Int64) -> String {
    var below = String(parts)
    if denominator.contains(.digit(UInt8(ascii: "0"))) {
      below = Self.fill(denominator, parts)
    } else {
      let missing = denominator.dropFirst(below.utf8.count)
      below += String(repeating: " ", count: missing.count { $0 == .digit(UInt8(ascii: "?")) })
    }
    return Self.fill(numerator, part) + text(of: bar) + below + text(of: tail)
  }

  private func text(of tokens: ArraySlice<Token>) -> String {
    tokens.map { token in
      switch token {
      case .literal(let text): text
      case .percent: "%"
      case .fractionBar: "/"
      default: ""
      }
    }.joined()
  }

  private var fixedDenominator: Int64? {
    if case .denominator(let fixed) = denominator.first { Int64(fixed) } else { nil }
  }

  private var denominatorWidth: Int { fixedDenominator.map { String($0).utf8.count } ?? denominator.count }

  /// The number in its places, the last of which is shown in any case.
  private static func fill(_ places: ArraySlice<Token>, _ number: Int64) -> String {
    DigitLayout(places, showsLastPlace: true).fill(digits(number))
  }

  private static func digits(_ number: Int64) -> DecimalDigits { DecimalDigits(ExactNumber(number), places: 0) }

  private func fraction(_ value: Double) -> (part: Int64, parts: Int64) {
    guard let fixedDenominator else {
      return Self.fraction(for: value, denominatorsUpTo: Self.largest(places: denominator.count))
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
