import Findings

/// How far a run has come, on one line of a terminal that is never wider than the terminal.
package enum ProgressLine {
  private static let longestBar = 30
  private static let shortestBar = 8

  /// A bar and what fits beside it: done/total, files a second, time left, failures, warnings. What does not fit is left out
  /// from the end; the numbers come before the bar.
  ///
  /// - Parameter width: Columns of the terminal; a Chinese character takes two.
  package static func text(of summary: RunSummary, width: Int, in language: Language) -> String {
    var parts = [counts(summary)]
    let rate = rate(summary)
    if rate > 0 { parts.append("\(Int(rate.rounded()))/s") }
    if let left = secondsLeft(summary, rate: rate) { parts.append(word(.runTimeLeft, clock(left), language)) }
    if summary.failed > 0 { parts.append(word(.runFailures, String(summary.failed), language)) }
    if summary.counts.warnings > 0 { parts.append(word(.runWarnings, String(summary.counts.warnings), language)) }
    var line = ""
    for part in parts {
      let longer = line.isEmpty ? part : line + "  " + part
      if columns(longer) > width { break }
      line = longer
    }
    guard let total = summary.total, total > 0 else { return line }
    let available = min(longestBar, width - columns(line) - 3)
    guard available >= shortestBar else { return line }
    let filled = min(available, available * summary.files / total)
    return "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: available - filled) + "] " + line
  }

  /// The same as a sentence, for output that is no terminal.
  package static func finding(of summary: RunSummary) -> Finding {
    let rate = rate(summary)
    return Finding(
      .runProgress,
      [
        "counts": counts(summary), "rate": String(Int(rate.rounded())),
        "left": secondsLeft(summary, rate: rate).map(clock) ?? "–", "failed": String(summary.failed),
        "warnings": String(summary.counts.warnings),
      ])
  }

  private static func counts(_ summary: RunSummary) -> String {
    "\(summary.files)/\(summary.total.map { String($0) } ?? "?")"
  }

  private static func rate(_ summary: RunSummary) -> Double {
    summary.seconds > 0.5 ? Double(summary.files) / summary.seconds : 0
  }

  private static func secondsLeft(_ summary: RunSummary, rate: Double) -> Int? {
    guard let total = summary.total, rate > 0 else { return nil }
    return Int((Double(max(0, total - summary.files)) / rate).rounded(.up))
  }

  /// `1:02:03`, `2:03`.
  private static func clock(_ seconds: Int) -> String {
    let pad = { (number: Int) in number < 10 ? "0\(number)" : String(number) }
    let minutes = seconds / 60 % 60
    return seconds < 3600
      ? "\(minutes):\(pad(seconds % 60))" : "\(seconds / 3600):\(pad(minutes)):\(pad(seconds % 60))"
  }

  private static func word(_ rule: Rule, _ value: String, _ language: Language) -> String {
    Finding(rule, ["value": value]).message(in: language)
  }

  private static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
  }
}
