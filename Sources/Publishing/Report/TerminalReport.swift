import Findings
import TrackingModel

/// A report for people at a terminal: findings grouped by file, then a line of figures.
///
///     甲.xlsx  1 个警告
///       警告  表1!E30  年度项目预算完成可能性
///             截至 8 月预算执行率为 9.26%，低于时间进度（66.67%）的 60%（即 40.00%），却判断年度预算“确定能完成”。
///             → 请核实预算执行进度…  [assessment.behind-calendar]
package struct TerminalReport: Sendable {
  package let language: Language
  /// Whether to use the colors of ECMA-48 (ANSI) terminals.
  package let isColored: Bool
  private let words: ReportWords

  package init(language: Language, isColored: Bool = false) {
    self.language = language
    self.isColored = isColored
    words = ReportWords(language: language)
  }

  /// The block of one input, each line with its line break.
  package func text(of file: ReportedFile) throws -> String {
    var text = ""
    try write(file) { text += $0 }
    return text
  }

  /// Returns the block of one input in pieces of whole lines.
  package func write(_ file: ReportedFile, to write: (String) throws -> Void) throws {
    try write(block(heading(of: file), file.findings, FormDefinition.tracking))
    try file.forms.forEach { form in
      if form.findings.isEmpty { return }
      let title = file.forms.count > 1 ? "  " + paint(title(of: form), .bold) : nil
      try write(block(title, form.findings, form.definition))
    }
  }

  private func block(_ heading: String?, _ findings: [Finding], _ definition: FormDefinition) -> String {
    var lines = heading.map { [$0] } ?? []
    for finding in findings { lines += text(of: finding, definition) }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The last lines: figures, and what a profile changed.
  package func text(of summary: ReportSummary, settings: AppliedSettings = .init()) -> String {
    let worst: Style = summary.counts.errors > 0 ? .red : summary.counts.warnings > 0 ? .yellow : .green
    let lines = words.settings(settings) + [paint(words.summary(summary), worst, .bold)]
    return lines.map { $0 + "\n" }.joined()
  }

  private func heading(of file: ReportedFile) -> String {
    var line = paint(TerminalText.cleaned(file.file), .bold)
    if file.outcome != .done { line += "  " + paint(words.outcome(file.outcome), .red) }
    let counts = file.counts
    if counts.total == 0 {
      return file.outcome == .done ? line + "  " + paint(words.noFindings, .green) : line
    }
    return line + "  " + words.counts(counts)
  }

  private func title(of form: ReportedForm) -> String {
    TerminalText.cleaned(
      [form.project, form.implementingUnit, form.sheet].compactMap(\.self).joined(separator: " · "))
  }

  private func text(of finding: Finding, _ definition: FormDefinition = .tracking) -> [String] {
    let field = finding.place.field.map { FieldName.text(of: $0, in: language, definition) }
    let severity = words.severity(finding.severity)
    let place = [finding.place.spot(in: words.language), field ?? ""].filter { !$0.isEmpty }.joined(separator: "  ")
    let indent = "      "
    let head = paint(severity, style(of: finding.severity), .bold)
    var lines = ["  " + head + (place.isEmpty ? "" : "  " + TerminalText.cleaned(place))]
    let message = TerminalText.cleaned(finding.message(in: language))
    lines.append(indent + message)
    if let expected = finding.values["expected"].map(TerminalText.cleaned), !expected.isEmpty,
      !message.contains(expected),
      finding.advice(in: language)?.contains(expected) != true
    {
      lines.append(indent + words.expected + words.colon + expected)
    }
    let rule = paint("[\(finding.rule.name)]", .dim)
    if let advice = finding.advice(in: language) {
      lines.append(indent + "→ " + TerminalText.cleaned(advice) + "  " + rule)
    } else {
      lines[lines.count - 1] += "  " + rule
    }
    return lines
  }

  // MARK: Color

  private enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case cyan = "36"
  }

  private func style(of severity: Severity) -> Style {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .cyan
    }
  }

  private func paint(_ text: String, _ styles: Style...) -> String {
    guard isColored, !text.isEmpty else { return text }
    return "\u{1B}[" + styles.map(\.rawValue).joined(separator: ";") + "m" + text + "\u{1B}[0m"
  }
}
