/// A section such as `0`, `0.00`, `#,##0.00####`, `0.00%` or `"¥"#,##0`: one number, laid out in one go.
///
/// Nearly all numbers of an office file stand under one of these. Every other section is laid out figure by figure by
/// `NumberRenderer`, which is its reference in the tests.
final class PlainLayout: Sendable {
  let section: FormatSection
  private let prefix: [UInt8]
  private let suffix: [UInt8]
  private let minimumFigures: Int
  private let isGrouped: Bool
  private let hasPoint: Bool
  private let minimumPlaces: Int
  private let maximumPlaces: Int
  /// The power of ten that the percent signs multiply by.
  private let shift: Int

  /// - Returns: nil for a section that is not so plain.
  init?(_ section: FormatSection) {
    guard !section.isDate, section.chineseFigures == nil, section.percentSigns <= 1 else { return nil }
    guard let first = section.tokens.firstIndex(where: { $0.isDigit }),
      let last = section.tokens.lastIndex(where: { $0.isDigit })
    else { return nil }
    let figures = section.tokens[first...last]
    let point = figures.firstIndex(of: .point)
    guard let integer = Self.integerPlaces(figures[..<(point ?? figures.endIndex)]),
      let fraction = Self.fractionPlaces(point.map { figures[($0 + 1)...] } ?? [])
    else { return nil }
    var behind = section.tokens[(last + 1)...]
    hasPoint = point != nil || behind.first == .point
    if point == nil, hasPoint { behind.removeFirst() }
    guard let prefix = Self.text(section.tokens[..<first]), let suffix = Self.text(behind) else { return nil }
    self.section = section
    self.prefix = prefix
    self.suffix = suffix
    minimumFigures = integer.minimum
    isGrouped = integer.isGrouped
    minimumPlaces = fraction.minimum
    maximumPlaces = fraction.maximum
    shift = 2 * section.percentSigns
  }

  /// `#`, then `0`, with commas between them; at least one.
  private static func integerPlaces(_ tokens: ArraySlice<FormatSection.Token>) -> (minimum: Int, isGrouped: Bool)? {
    var zeros = 0
    var isGrouped = false
    for token in tokens {
      switch token {
      case .digit(UInt8(ascii: "0")): zeros += 1
      case .digit(UInt8(ascii: "#")) where zeros == 0: break
      case .comma: isGrouped = true
      default: return nil
      }
    }
    guard tokens.first?.isDigit == true, tokens.last?.isDigit == true, zeros < 20 else { return nil }
    return (zeros, isGrouped)
  }

  /// `0`, then `#`.
  private static func fractionPlaces(_ tokens: ArraySlice<FormatSection.Token>) -> (minimum: Int, maximum: Int)? {
    var zeros = 0
    var places = 0
    for token in tokens {
      switch token {
      case .digit(UInt8(ascii: "0")) where places == zeros: zeros += 1
      case .digit(UInt8(ascii: "#")): break
      default: return nil
      }
      places += 1
    }
    return places <= 30 ? (zeros, places) : nil
  }

  private static func text(_ tokens: ArraySlice<FormatSection.Token>) -> [UInt8]? {
    var bytes: [UInt8] = []
    for token in tokens {
      switch token {
      case .literal(let text): bytes += text.utf8
      case .percent: bytes.append(UInt8(ascii: "%"))
      default: return nil
      }
    }
    return bytes.count < 256 ? bytes : nil
  }

  /// A number's size as displayed, with a minus sign in front where one is asked for.
  ///
  /// - Parameter zeroHasMinus: Whether the sign stays where no figure but zeros is left.
  /// - Returns: nil for a number too large to be scaled in one go.
  func text(of number: ExactNumber, hasMinus: Bool, zeroHasMinus: Bool) -> String? {
    let exponent = number.exponent + shift
    var figures = number.significand.magnitude
    // Places that the figures have now, and those that they are to have.
    var places = max(0, -exponent)
    if exponent > 0 {
      guard exponent <= 4 else { return nil }
      for _ in 0..<exponent { figures *= 10 }
    }
    if places > maximumPlaces {
      figures = Self.rounded(figures, dropping: places - maximumPlaces)
      places = maximumPlaces
    }
    while places > minimumPlaces, figures % 10 == 0 {
      figures /= 10
      places -= 1
    }
    let hasMinus = hasMinus && (zeroHasMinus || figures != 0)
    let capacity = prefix.count + suffix.count + maximumPlaces + 64
    return DecimalText.make(capacity: capacity) { text in
      text.put(suffix)
      for _ in places..<max(places, minimumPlaces) { text.put(UInt8(ascii: "0")) }
      text.putFigures(of: &figures, count: places)
      if hasPoint { text.put(UInt8(ascii: ".")) }
      text.putInteger(figures, atLeast: minimumFigures, isGrouped: isGrouped)
      text.put(prefix)
      if hasMinus { text.put(UInt8(ascii: "-")) }
    }
  }

  /// Halves are rounded away from zero, as Excel does.
  private static func rounded(_ figures: UInt64, dropping count: Int) -> UInt64 {
    guard count < 19 else { return 0 }
    var divisor: UInt64 = 1
    for _ in 0..<count { divisor *= 10 }
    let (quotient, rest) = figures.quotientAndRemainder(dividingBy: divisor)
    return rest >= divisor - rest ? quotient + 1 : quotient
  }
}
