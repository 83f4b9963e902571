/// Lays a number without sign into a section's figures, points, commas and literals. A class for the same reason as the section's.
final class NumberRenderer: Sendable {
  private enum Kind: Sendable {
    case empty
    /// General or a text, with literals around it.
    case general
    case fraction(FractionRenderer)
    case scientific(mantissa: DigitLayout, showsPlus: Bool, power: DigitLayout)
    case plain(DigitLayout)
  }

  private let section: FormatSection
  private let kind: Kind
  /// The power of ten that percent signs and commas behind the figures multiply by.
  private let shift: Int

  init(section: FormatSection) {
    self.section = section
    let tokens = section.tokens
    var shift = 0
    if tokens.isEmpty {
      kind = .empty
    } else if tokens.contains(.general) || tokens.contains(.text) {
      kind = .general
    } else if tokens.contains(.fractionBar) {
      kind = .fraction(FractionRenderer(tokens: tokens))
    } else if let (index, showsPlus) = section.exponent {
      kind = .scientific(
        mantissa: DigitLayout(tokens[..<index]), showsPlus: showsPlus,
        power: DigitLayout(tokens[(index + 1)...], showsLastPlace: true))
    } else {
      let layout = DigitLayout(tokens[...])
      kind = .plain(layout)
      shift = 2 * section.percentSigns - 3 * layout.scalingCommas
    }
    self.shift = shift
  }

  func text(of size: ExactNumber) -> String {
    let text: String
    switch kind {
    case .empty: return ""
    case .general: return generalText(of: size)
    case .fraction(let renderer): text = renderer.text(of: size)
    case .scientific(let mantissa, let showsPlus, let power):
      text = scientific(size, mantissa, showsPlus: showsPlus, power)
    case .plain(let layout): text = layout.fill(digits(of: size, in: layout))
    }
    return section.chineseFigures?.figures(text) ?? text
  }

  /// Whether nothing but zeros is left of a number that is laid into places for its figures.
  func roundsToZero(_ size: ExactNumber) -> Bool {
    guard case .plain(let layout) = kind, layout.integerPlaces + layout.fractionPlaces > 0 else { return false }
    return digits(of: size, in: layout).isZero
  }

  private func digits(of size: ExactNumber, in layout: DigitLayout) -> DecimalDigits {
    DecimalDigits(size, shift: shift, places: layout.fractionPlaces)
  }

  private func generalText(of size: ExactNumber) -> String {
    let general = general(size)
    return section.literalText { token in
      switch token {
      case .general, .text: general
      case .percent: "%"
      default: nil
      }
    }
  }

  /// Whole numbers in Chinese figures are spoken to their end, up to thousands of 兆.
  private func general(_ size: ExactNumber) -> String {
    guard let figures = section.chineseFigures else { return GeneralFormat.text(of: size) }
    let isWhole = (0...1).contains(size.exponent)
    return figures.spoken(isWhole ? DecimalDigits(size).text : GeneralFormat.text(of: size))
  }

  /// One figure in front of the point; with several places there, the exponent is a multiple of their number, and zero
  /// fills them all.
  private func scientific(
    _ size: ExactNumber, _ mantissa: DigitLayout, showsPlus: Bool, _ power: DigitLayout
  ) -> String {
    let step = max(1, mantissa.integerPlaces)
    var magnitude = size.significand == 0 ? 0 : String(size.significand).utf8.count + size.exponent - 1
    if step > 1 { magnitude = Int((Double(magnitude) / Double(step)).rounded(.down)) * step }
    if mantissa.integerPlaces == 0 { magnitude += 1 }
    var digits = DecimalDigits(size, shift: -magnitude, places: mantissa.fractionPlaces)
    if digits.integer.count > step, mantissa.integerPlaces > 0 {
      magnitude += step
      digits = DecimalDigits(size, shift: -magnitude, places: mantissa.fractionPlaces)
    }
    let sign = magnitude < 0 ? "-" : showsPlus ? "+" : ""
    let figures = power.fill(DecimalDigits(ExactNumber(Int64(abs(magnitude))), places: 0))
    if size.significand == 0 { digits.fillInteger(to: mantissa.integerPlaces) }
    return mantissa.fill(digits) + "E" + sign + figures
  }
}

extension FormatSection {
  /// Where the exponent stands, and whether it has a plus sign.
  fileprivate var exponent: (index: Int, showsPlus: Bool)? {
    for (index, token) in tokens.enumerated() {
      if case .exponent(let showsPlus) = token { return (index, showsPlus) }
    }
    return nil
  }
}
