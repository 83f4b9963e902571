import Findings
import TrackingModel

/// A report for people at a terminal: findings grouped by file, then a line of figures.
///
///     甲.xlsx  1 个警告
///       警告  表1!E30  年度项目预算完成可能性
///             截至 8 月预算执行率为 9.26%，低于时间进度（66.67%）的 60%（即 40.00%），却判断年度预算“确定能完成”。
///             → 请核实预算执行进度…  [assessment.behind-calendar]
public struct TerminalReport: Sendable {
  public let language: Language
  /// Whether to use the colours of ECMA-48 (ANSI) terminals.
  public let isColoured: Bool
  private let words: ReportWords

  public init(language: Language, isColoured: Bool = false) {
    self.language = language
    self.isColoured = isColoured
    words = ReportWords(language: language)
  }

  /// The block of one input, each line with its line break.
  public func text(of file: ReportedFile) -> String {
    var lines = [heading(of: file)]
    for finding in file.findings { lines += text(of: finding) }
    for form in file.forms where !form.findings.isEmpty {
      if file.forms.count > 1 { lines.append("  " + paint(title(of: form), .bold)) }
      for finding in form.findings { lines += text(of: finding, form.definition) }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The last lines: figures, and what a profile changed.
  public func text(of summary: ReportSummary, settings: AppliedSettings = .init()) -> String {
    let worst: Style = summary.counts.errors > 0 ? .red : summary.counts.warnings > 0 ? .yellow : .green
    let lines = words.settings(settings) + [paint(words.summary(summary), worst, .bold)]
    return lines.map { $0 + "\n" }.joined()
  }

  private func heading(of file: ReportedFile) -> String {
    var line = paint(Self.printable(file.file), .bold)
    if file.outcome != .done { line += "  " + paint(words.outcome(file.outcome), .red) }
    let counts = SeverityCounts(file.allFindings)
    if counts.total == 0 {
      return file.outcome == .done ? line + "  " + paint(words.noFindings, .green) : line
    }
    return line + "  " + words.counts(counts)
  }

  private func title(of form: ReportedForm) -> String {
    Self.printable(
      [form.project, form.implementingUnit, form.sheet].compactMap(\.self).joined(separator: " · "))
  }

  private func text(of finding: Finding, _ definition: FormDefinition = .tracking) -> [String] {
    let field = finding.place.field.map { FieldName.text(of: $0, in: language, definition) }
    let severity = words.severity(finding.severity)
    let place = [finding.place.spot(in: words.language), field ?? ""].filter { !$0.isEmpty }.joined(separator: "  ")
    let indent = "      "
    let head = paint(severity, style(of: finding.severity), .bold)
    var lines = ["  " + head + (place.isEmpty ? "" : "  " + Self.printable(place))]
    let message = Self.printable(finding.message(in: language))
    lines.append(indent + message)
    if let expected = finding.values["expected"].map(Self.printable), !expected.isEmpty, !message.contains(expected),
      finding.advice(in: language)?.contains(expected) != true
    {
      lines.append(indent + words.expected + words.colon + expected)
    }
    let rule = paint("[\(finding.rule.name)]", .dim)
    if let advice = finding.advice(in: language) {
      lines.append(indent + "→ " + Self.printable(advice) + "  " + rule)
    } else {
      lines[lines.count - 1] += "  " + rule
    }
    return lines
  }

  // MARK: Colour

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
    guard isColoured, !text.isEmpty else { return text }
    return "\u{1B}[" + styles.map(\.rawValue).joined(separator: ";") + "m" + text + "\u{1B}[0m"
  }

  /// Text from inputs on one line, without the control characters that would steer a terminal.
  private static func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
