/// Shows a number as a fraction: `# ?/?`, `# ??/??`, `?/8`.
struct FractionRenderer {
  let tokens: [FormatSection.Token]

  func text(of size: ExactNumber) -> String {
    guard let bar = tokens.firstIndex(of: .fractionBar) else { return "" }
    let numeratorStart = startOfNumerator(before: bar)
    let whole = Array(tokens[..<numeratorStart])
    let hasWhole = whole.contains { $0.isDigit }
    let numeratorPlaces = tokens[numeratorStart..<bar].count { $0.isDigit }
    let behind = tokens[(bar + 1)...]
    let denominatorEnd = behind.lastIndex { $0.isDigit || $0.isDenominator }.map { $0 + 1 } ?? behind.startIndex
    let denominatorPlaces = behind[..<denominatorEnd].count { $0.isDigit }
    let tail = behind[denominatorEnd...].map { $0.literalText }.joined()

    let value = size.double
    var integer = hasWhole ? value.rounded(.down) : 0
    guard integer < 1e15, value < 1e15 else { return GeneralFormat.text(of: size) }
    var fraction: (numerator: Int, denominator: Int)
    if case .denominator(let fixed) = behind.first {
      fraction = (Int(((value - integer) * Double(fixed)).rounded(.toNearestOrAwayFromZero)), fixed)
    } else {
      fraction = Self.nearest(to: value - integer, limit: Self.largest(places: denominatorPlaces))
    }
    if hasWhole, fraction.numerator == fraction.denominator {
      integer += 1
      fraction.numerator = 0
    }
    let denominator = String(fraction.denominator)
    let denominatorWidth = max(denominatorPlaces, behind.first?.isDenominator == true ? denominator.count : 0)
    let isWhole = hasWhole && fraction.numerator == 0
    let wholeDigits = DecimalDigits(ExactNumber(Int64(integer)), places: 0)
    // Zero itself shows its zero where there is no fraction to show.
    var result = DigitLayout(whole).fill(wholeDigits)
    if isWhole, integer == 0, !result.contains("0") {
      result = whole.map { $0.isDigit ? "0" : $0.literalText }.joined()
    }
    if isWhole {
      return result + String(repeating: " ", count: numeratorPlaces + 1 + denominatorWidth) + tail
    }
    let numerator = String(fraction.numerator)
    result += String(repeating: " ", count: max(0, numeratorPlaces - numerator.count)) + numerator + "/" + denominator
    return result + String(repeating: " ", count: max(0, denominatorWidth - denominator.count)) + tail
  }

  private func startOfNumerator(before bar: Int) -> Int {
    var start = bar
    while start > 0, tokens[start - 1] == .literal(" ") { start -= 1 }
    while start > 0, tokens[start - 1].isDigit { start -= 1 }
    return start
  }

  private static func largest(places: Int) -> Int {
    var limit = 1
    for _ in 0..<min(max(places, 1), 7) { limit *= 10 }
    return limit - 1
  }

  /// The fraction nearest to a value of 0 or more with a denominator up to `limit` (continued fractions, with the last
  /// step's intermediate ones).
  static func nearest(to value: Double, limit: Int) -> (numerator: Int, denominator: Int) {
    var before = (numerator: 0, denominator: 1)
    var now = (numerator: 1, denominator: 0)
    var rest = value
    while true {
      let step = rest.rounded(.down)
      guard step < 1e9 else { break }
      let next = (
        numerator: Int(step) * now.numerator + before.numerator,
        denominator: Int(step) * now.denominator + before.denominator
      )
      if next.denominator > limit {
        let partial = (limit - before.denominator) / max(now.denominator, 1)
        let between = (
          numerator: partial * now.numerator + before.numerator,
          denominator: partial * now.denominator + before.denominator
        )
        return between.denominator > 0 && distance(between, value) < distance(now, value) ? between : now
      }
      before = now
      now = next
      if rest - step < 1e-10 { break }
      rest = 1 / (rest - step)
    }
    return now.denominator == 0 ? (0, 1) : now
  }

  private static func distance(_ fraction: (numerator: Int, denominator: Int), _ value: Double) -> Double {
    (Double(fraction.numerator) / Double(fraction.denominator) - value).magnitude
  }
}

extension FormatSection.Token {
  fileprivate var isDenominator: Bool { if case .denominator = self { true } else { false } }

  fileprivate var literalText: String {
    switch self {
    case .literal(let text): text
    case .percent: "%"
    default: ""
    }
  }
}
