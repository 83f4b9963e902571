import Conversion
import Findings
import Foundation
import Publishing
import SystemCalls

/// Shows a run on standard error: why inputs failed at once, how far it has come now and then, and a summary at the end.
final class TerminalObserver: RunObserver {
  /// Seconds between two drawings of the bar, and between two lines where there is no terminal.
  private static let barInterval = 0.1
  private static let lineInterval = 10.0

  private let console: Console
  private let saysEverything: Bool
  private let isQuiet: Bool
  private let isTerminal = StandardStreams.error.isTerminal
  private var shownAt = 0.0
  private var shownBar = ""
  private var table = SummaryTable()

  /// - Parameters:
  ///   - saysEverything: Whether to show all errors and warnings, and not only why inputs failed.
  ///   - isQuiet: Whether to leave out progress and summary.
  init(_ console: Console, saysEverything: Bool, isQuiet: Bool) {
    self.console = console
    self.saysEverything = saysEverything
    self.isQuiet = isQuiet
  }

  func progressed(_ summary: RunSummary) {
    let interval = isTerminal ? Self.barInterval : Self.lineInterval
    guard !isQuiet, summary.seconds - shownAt >= interval else { return }
    shownAt = summary.seconds
    guard isTerminal else { return console.say(ProgressLine.finding(of: summary)) }
    let bar = ProgressLine.text(of: summary, width: StandardStreams.error.columns - 1, in: console.language)
    // One write for all of it, and only where something has changed: nothing flickers.
    if bar != shownBar { console.write(words: "\r" + bar + "\u{1B}[K") }
    shownBar = bar
  }

  func finished(_ file: ReportedFile) throws {
    if isTerminal, !isQuiet { try table.add(file) }
    let needsPerson = file.outcome == .refused || file.outcome == .unwritten
    if saysEverything {
      for finding in file.findings where finding.severity > .note { say(finding) }
      return try file.forms.forEach { form in
        for finding in form.findings where finding.severity > .note { say(finding, of: form) }
      }
    }
    for finding in file.findings where needsPerson && finding.severity == .error { say(finding) }
  }

  func noticed(_ finding: Finding) { say(finding) }

  /// Shows what a run of several inputs has done.
  func summarize(_ summary: RunSummary) {
    clearBar()
    guard !isQuiet else { return }
    if summary.skipped.total > 0 { say(summary.skipped.finding) }
    guard summary.files > 1 || !saysEverything && summary.files > 0 else { return }
    if isTerminal, !table.isEmpty {
      console.write(words: "\n" + table.text(in: console.language, width: StandardStreams.error.columns - 1) + "\n")
    }
    say(summary.finding)
  }

  private func say(_ finding: Finding, of form: ReportedForm? = nil) {
    clearBar()
    console.say(finding, of: form)
  }

  private func clearBar() {
    if !shownBar.isEmpty { console.write(words: "\r\u{1B}[K") }
    shownBar = ""
  }
}
