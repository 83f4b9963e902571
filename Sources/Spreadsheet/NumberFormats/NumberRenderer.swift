/// Lays a number without sign into a section's figures, points, commas and literals.
struct NumberRenderer {
  let section: FormatSection
  private let tokens: [FormatSection.Token]

  init(section: FormatSection) {
    self.section = section
    tokens = section.tokens
  }

  func text(of size: ExactNumber) -> String {
    if tokens.isEmpty { return "" }
    if tokens.contains(.general) || tokens.contains(.text) {
      let general = general(size)
      return section.literalText { token in
        switch token {
        case .general, .text: general
        case .percent: "%"
        default: nil
        }
      }
    }
    let text =
      if tokens.contains(.fractionBar) {
        FractionRenderer(tokens: tokens).text(of: size)
      } else if let exponentIndex {
        scientific(size, exponentAt: exponentIndex)
      } else {
        plain(size)
      }
    return section.chineseFigures?.figures(text) ?? text
  }

  private var exponentIndex: Int? {
    tokens.firstIndex { if case .exponent = $0 { true } else { false } }
  }

  /// Whether nothing but zeros is left of a number that is laid into places for its figures.
  func roundsToZero(_ size: ExactNumber) -> Bool {
    let layout = DigitLayout(tokens[...])
    guard layout.integerPlaces + layout.fractionPlaces > 0, !tokens.contains(.fractionBar), exponentIndex == nil else {
      return false
    }
    return digits(of: size, in: layout).isZero
  }

  private func plain(_ size: ExactNumber) -> String {
    let layout = DigitLayout(tokens[...])
    return layout.fill(digits(of: size, in: layout))
  }

  private func digits(of size: ExactNumber, in layout: DigitLayout) -> DecimalDigits {
    let shift = 2 * section.percentSigns - 3 * layout.scalingCommas
    return DecimalDigits(size, shift: shift, places: layout.fractionPlaces)
  }

  /// Whole numbers in Chinese figures are spoken to their end, up to thousands of 兆.
  private func general(_ size: ExactNumber) -> String {
    guard let figures = section.chineseFigures else { return GeneralFormat.text(of: size) }
    let isWhole = (0...1).contains(size.exponent)
    return figures.spoken(isWhole ? DecimalDigits(size).text : GeneralFormat.text(of: size))
  }

  /// One figure in front of the point; with several places there, the exponent is a multiple of their number, and zero
  /// fills them all.
  private func scientific(_ size: ExactNumber, exponentAt index: Int) -> String {
    let mantissa = DigitLayout(tokens[..<index])
    let step = max(1, mantissa.integerPlaces)
    var magnitude = size.significand == 0 ? 0 : String(size.significand).utf8.count + size.exponent - 1
    if step > 1 { magnitude = Int((Double(magnitude) / Double(step)).rounded(.down)) * step }
    if mantissa.integerPlaces == 0 { magnitude += 1 }
    var digits = DecimalDigits(size, shift: -magnitude, places: mantissa.fractionPlaces)
    if digits.integer.count > step, mantissa.integerPlaces > 0 {
      magnitude += step
      digits = DecimalDigits(size, shift: -magnitude, places: mantissa.fractionPlaces)
    }
    guard case .exponent(let showsPlus) = tokens[index] else { return mantissa.fill(digits) }
    let power = DigitLayout(tokens[(index + 1)...], showsLastPlace: true)
    let sign = magnitude < 0 ? "-" : showsPlus ? "+" : ""
    let figures = power.fill(DecimalDigits(ExactNumber(Int64(abs(magnitude))), places: 0))
    if size.significand == 0 { digits.fillInteger(to: mantissa.integerPlaces) }
    return mantissa.fill(digits) + "E" + sign + figures
  }
}
