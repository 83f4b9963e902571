import Findings
import Spreadsheet
import TrackingModel

/// Reads 年度指标值, 跟踪期计划完成值 and 跟踪期实际完成值: always as displayed, on one line, with their parts distinguished.
enum IndicatorValueReader {
  /// The value of a cell by its text as displayed, or by its formula where that has no result; nil where it says that there is none.
  static func read(_ text: String, of kind: CellKind) -> Reading<IndicatorValue?> {
    switch kind {
    case .error: Reading(nil, [Finding(.cellHoldsError, ["found": text])])
    case .formulaWithoutValue: read(formula: text)
    case .text, .number, .date, .boolean: read(text)
    }
  }

  /// `=100.00(%)` is a target, which programs that write every text after `=` as a formula store as one; a real formula without its
  /// result is an error.
  private static func read(formula: String) -> Reading<IndicatorValue?> {
    let formula = formula.hasPrefix("=") ? String(formula.dropFirst()) : formula
    let value = IndicatorValue(text: "=" + formula)
    guard value.comparison == .equal, value.amount != nil, !formula.contains(exactly: "=") else {
      return Reading(nil, [Finding(.formulaHasNoResult, ["found": formula])])
    }
    return Reading(value, [Finding(.formulaReadAsText, ["found": value.text])])
  }

  /// The value that words state.
  static func read(_ words: String) -> Reading<IndicatorValue?> { known.value(of: words, readAnew) }

  private static let known = TextMemo<Reading<IndicatorValue?>>()

  private static func readAnew(_ words: String) -> Reading<IndicatorValue?> {
    let line = TextReader.line(words)
    guard let text = line.value else { return Reading(nil, line.findings) }
    var findings = line.findings
    if hasLostSign(text) { findings.append(Finding(.signLost, ["found": text])) }
    let value = IndicatorValue(text: text)
    if let amount = value.amount, ScientificNotation.matches(text) {
      findings.append(Finding(.scientificNotation, ["found": text, "read": amount]))
    }
    return Reading(value, findings)
  }

  /// `?90.00(%)`: a `≥` that went through a character set without it.
  private static func hasLostSign(_ text: String) -> Bool {
    guard text.hasPrefix("?"), let next = text.dropFirst().first else { return false }
    return next.isASCII && next.isWholeNumber
  }
}

extension Cell {
  /// What stands in the cell: its text, or the formula where that has no result.
  func written(as text: String) -> String { kind == .formulaWithoutValue ? value : text }
}
