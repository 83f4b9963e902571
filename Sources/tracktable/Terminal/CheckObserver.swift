import Checking
import Conversion
import Findings
import Foundation
import Publishing
import SystemCalls

/// Prints what a check finds to standard output, input by input, and the figures at the end.
final class CheckObserver: RunObserver {
  private let console: Console
  private let report: TerminalReport
  private let rules: AppliedSettings
  private var summary = ReportSummary()

  init(_ console: Console, rules: CheckingSettings) {
    self.console = console
    self.rules = AppliedSettings(disabled: rules.disabled, severities: rules.severities)
    report = TerminalReport(language: console.language, isColored: Self.wantsColor)
  }

  func progressed(_ summary: RunSummary) {}

  func finished(_ file: ReportedFile) throws {
    try summary.add(file)
    try report.write(file) { try console.write(Array($0.utf8), .text) }
  }

  func noticed(_ finding: Finding) { console.say(finding) }

  /// Prints the figures.
  func conclude() throws {
    try console.write(Array(report.text(of: summary, settings: rules).utf8), .text)
  }

  /// On a terminal that can, unless `NO_COLOR` is set (no-color.org).
  private static var wantsColor: Bool {
    let environment = ProcessInfo.processInfo.environment
    return StandardStreams.output.isTerminal && environment["TERM"] != "dumb" && environment["NO_COLOR"] ?? "" == ""
  }
}
