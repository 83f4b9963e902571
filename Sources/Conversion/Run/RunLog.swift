import Findings
import Publishing
import SystemCalls
import TrackingModel

/// The log of a run for machines: one JSON object a line, each with the seconds since the run began, written at once.
///
/// `{"event":"start",…}`, then `{"event":"file",…}` for each input in the order of the inputs, `{"event":"notice",…}` for what
/// concerns the whole run, and `{"event":"end",…}`.
final class RunLog {
  private let file: AppendedFile
  private let beganAt = MonotonicClock.seconds

  init(_ path: String, guardedBy outputs: OutputGuard) throws {
    try outputs.claim(path)
    file = try AppendedFile(path, guardedBy: outputs)
    try write("start") { $0.member("version", Tool.version) }
  }

  func add(_ reported: ReportedFile) throws(Refusal) {
    try write("file") {
      $0.member("file", reported.file)
      $0.member("outcome", reported.outcome.rawValue)
      $0.member("forms", reported.forms.count)
      $0.counts(reported.counts)
      $0.key("outputs")
      $0.array(of: reported.outputs) { $0.string($1) }
      let reason = reported.outcome == .refused || reported.outcome == .unwritten ? reported.findings.last : nil
      $0.member("rule", reason?.rule.name)
    }
  }

  func add(_ finding: Finding) throws(Refusal) {
    try write("notice") {
      $0.member("rule", finding.rule.name)
      $0.member("message", finding.message(in: .english))
    }
  }

  func finish(_ summary: RunSummary) throws(Refusal) {
    try write("end") {
      $0.member("status", Int(summary.status.rawValue))
      $0.member("files", summary.files)
      $0.member("forms", summary.forms)
      $0.member("done", summary.done)
      $0.member("kept", summary.kept)
      $0.member("failed", summary.failed)
      $0.member("skipped", summary.skipped.total)
      $0.counts(summary.counts)
    }
  }

  private func write(_ event: String, _ members: (inout JSONText) -> Void) throws(Refusal) {
    var text = JSONText(.compact)
    text.object {
      $0.member("event", event)
      $0.member("milliseconds", Int((MonotonicClock.seconds - beganAt) * 1000))
      members(&$0)
    }
    text.endLine()
    try file.append(text.bytes)
  }
}

extension JSONText {
  fileprivate mutating func counts(_ counts: SeverityCounts) {
    member("errors", counts.errors)
    member("warnings", counts.warnings)
    member("notes", counts.notes)
  }
}
