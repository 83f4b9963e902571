/// A section of a format, ready to show numbers. A class, because what is asked for every number of a ledger is not to be copied.
final class SectionRenderer: Sendable {
  private enum Way: Sendable {
    /// In one go; the few numbers that are too large for it go figure by figure.
    case inOneGo(PlainLayout)
    case byFigures(NumberRenderer)
    case date(DateRenderer)
  }

  private let way: Way

  init(_ section: FormatSection, is1904: Bool) {
    if section.isDate {
      way = .date(DateRenderer(section: section, is1904: is1904))
    } else if let layout = PlainLayout(section) {
      way = .inOneGo(layout)
    } else {
      way = .byFigures(NumberRenderer(section: section))
    }
  }

  /// A number as displayed.
  /// - Parameters:
  ///   - hasMinus: Whether a minus sign is written.
  ///   - zeroHasMinus: Whether it is where nothing but zeros is left of the number.
  /// - Returns: nil for a date that cannot be shown.
  func text(of number: ExactNumber, hasMinus: Bool, zeroHasMinus: Bool) -> String? {
    switch way {
    case .inOneGo(let layout):
      if let text = layout.text(of: number, hasMinus: hasMinus, zeroHasMinus: zeroHasMinus) { return text }
      let renderer = NumberRenderer(section: layout.section)
      return Self.text(of: number, by: renderer, hasMinus: hasMinus, zeroHasMinus: zeroHasMinus)
    case .byFigures(let renderer):
      return Self.text(of: number, by: renderer, hasMinus: hasMinus, zeroHasMinus: zeroHasMinus)
    case .date(let renderer):
      let text = renderer.text(of: renderer.isDuration ? number.size : number)
      return hasMinus ? text.map { "-" + $0 } : text
    }
  }

  private static func text(
    of number: ExactNumber, by renderer: NumberRenderer, hasMinus: Bool, zeroHasMinus: Bool
  ) -> String {
    let text = renderer.text(of: number.size)
    return hasMinus && (zeroHasMinus || !renderer.roundsToZero(number.size)) ? "-" + text : text
  }
}

extension ExactNumber {
  /// The number without its sign.
  fileprivate var size: ExactNumber { ExactNumber(abs(significand), exponent: exponent) }
}
