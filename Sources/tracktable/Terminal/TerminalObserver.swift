import Conversion
import Findings
import Publishing

/// Shows a run on the terminal: what needs a person at once, the rest as a summary.
final class TerminalObserver: RunObserver {
  private let console: Console
  private let saysEverything: Bool

  /// - Parameter saysEverything: Whether to show all errors and warnings, and not only why inputs failed.
  init(_ console: Console, saysEverything: Bool) {
    self.console = console
    self.saysEverything = saysEverything
  }

  func progressed(_ summary: RunSummary) {}

  func finished(_ file: ReportedFile) {
    let needsPerson = file.outcome == .refused || file.outcome == .unwritten
    for finding in saysEverything ? file.allFindings : file.findings where finding.severity > .note {
      if saysEverything || needsPerson && finding.severity == .error { console.say(finding) }
    }
  }

  func noticed(_ finding: Finding) { console.say(finding) }
}
