/// A number format code, read once and applied to many cells (ECMA-376 part 1, 18.8.31).
///
///     NumberFormat("0.00%").text(of: ExactNumber("0.4852")!)          // "48.52%"
///     NumberFormat(#"m"月"d"日""#).text(of: ExactNumber("45260")!)     // "11月30日"
///
/// The text is what simplified Chinese Excel shows in a column that is wide enough. Colors and the filling of a column
/// (`* `) have no text; a space of another character's width (`_)`) is one space. A date that Excel cannot show, or a number too wide for
/// any column, which it fills the cell with `#` for, is given as a plain number, so that nothing is lost.
@usableFromInline final class NumberFormat: Sendable {
  /// The code as the file has it.
  let code: String
  /// Whether numbers under it are dates, times or durations.
  let isDate: Bool
  /// Whether it shows numbers times 100 with a percent sign.
  let isPercent: Bool
  /// How many places it moves the point of positive numbers: 4 for `0!.0000`, which shows 元 as 万元, 3 for `0.00,`.
  let scale: Int
  /// Whether it writes words around positive numbers: `0.00"元"`.
  let hasWords: Bool
  private let sections: [FormatSection]
  /// One a section; nil where it is too wide.
  private let renderers: [SectionRenderer?]
  private let hasConditions: Bool
  /// Whether a negative number that is rounded to zero keeps its minus sign: where the code is of one section, Excel
  /// drops it.
  private let zeroHasMinus: Bool
  private let textSection: FormatSection?
  /// Whether it adds nothing to texts.
  let leavesTextsAlone: Bool
  let is1904: Bool

  /// - Parameter is1904: Whether day 0 is 1 January 1904 in the workbook.
  init(_ code: String, is1904: Bool = false) {
    self.code = code
    self.is1904 = is1904
    var sections = FormatCode.sections(of: code)
    // The fourth section, or one with @ in the last place, is for texts; where there is no other, numbers are General.
    var textSection: FormatSection?
    if sections.count > 3 {
      textSection = sections[3]
      sections.removeSubrange(3...)
    } else if let last = sections.last, last.isForText {
      textSection = last
      sections.removeLast()
    }
    hasConditions = sections.contains { $0.condition != nil }
    zeroHasMinus = sections.count > 1 || hasConditions || textSection != nil
    // Numbers that the code says nothing about are General.
    if sections.isEmpty || sections.count == 1 && hasConditions { sections.append(.general) }
    self.sections = sections
    renderers = sections.map { $0.isTooWide ? nil : SectionRenderer($0, is1904: is1904) }
    self.textSection = textSection
    leavesTextsAlone = textSection.map { $0.isJustText || $0.isTooWide } ?? true
    isDate = sections.contains { $0.isDate }
    isPercent = sections.contains { $0.percentSigns > 0 }
    scale = isDate ? 0 : sections[0].scale
    hasWords = !isDate && sections[0].hasWords
  }

  /// A number as displayed.
  func text(of number: ExactNumber) -> String {
    guard let (index, showsSign) = section(for: number) else { return GeneralFormat.text(of: number) }
    let hasMinus = showsSign && number.significand < 0
    return renderers[index]?.text(of: number, hasMinus: hasMinus, zeroHasMinus: zeroHasMinus)
      ?? GeneralFormat.text(of: number)
  }

  /// A string as displayed: itself, unless the format says something about texts.
  func text(of string: String) -> String {
    guard !leavesTextsAlone, let textSection else { return string }
    return textSection.literalText { $0 == .text || $0 == .general ? string : nil }
  }

  /// This format where it says something about texts, else nil: most formats leave them alone.
  var forText: NumberFormat? { textSection == nil ? nil : self }

  /// The section that applies, and whether a minus sign is written: in a section for negative numbers it is not.
  private func section(for number: ExactNumber) -> (index: Int, showsSign: Bool)? {
    if hasConditions { return conditionalSection(for: number) }
    switch sections.count {
    case 1: return (0, true)
    case 2: return number.significand < 0 ? (1, false) : (0, false)
    default:
      if number.significand > 0 { return (0, false) }
      return number.significand < 0 ? (1, false) : (2, false)
    }
  }

  /// The first section whose condition holds; one without a condition takes what the ones before it left over, the second
  /// of three only negative numbers.
  private func conditionalSection(for number: ExactNumber) -> (index: Int, showsSign: Bool)? {
    for (index, section) in sections.enumerated() {
      if let condition = section.condition {
        if condition.holds(for: number) { return (index, !condition.holdsForNegativesOnly) }
      } else if index == sections.count - 1 {
        return (index, index != 1 || sections[0].condition?.leavesNegatives != true)
      } else if index == 1 {
        if number.significand < 0 { return (index, false) }
      } else if number.significand > 0 || sections.count == 1 {
        return (index, false)
      }
    }
    return nil
  }
}
