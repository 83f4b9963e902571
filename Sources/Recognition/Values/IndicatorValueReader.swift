import Findings
import Spreadsheet
import TrackingModel

/// Reads 年度指标值, 跟踪期计划完成值 and 跟踪期实际完成值: always as displayed, on one line, with their parts told apart.
enum IndicatorValueReader {
  /// The value of a cell by its text as displayed; nil where it says that there is none.
  static func read(_ text: String, of kind: CellKind) -> Reading<IndicatorValue?> {
    switch kind {
    case .error: Reading(nil, [Finding(.cellHoldsError, ["found": text])])
    case .formulaWithoutValue: Reading(nil, [Finding(.formulaHasNoResult, ["found": text])])
    case .text, .number, .date, .boolean: read(text)
    }
  }

  /// The value that words state.
  static func read(_ words: String) -> Reading<IndicatorValue?> {
    let line = TextReader.line(words)
    guard let text = line.value else { return Reading(nil, line.findings) }
    var findings = line.findings
    if hasLostSign(text) { findings.append(Finding(.signLost, ["found": text])) }
    return Reading(IndicatorValue(text: text), findings)
  }

  /// `?90.00(%)`: a `≥` that went through a character set without it.
  private static func hasLostSign(_ text: String) -> Bool {
    guard text.hasPrefix("?"), let next = text.dropFirst().first else { return false }
    return next.isASCII && next.isWholeNumber
  }
}
