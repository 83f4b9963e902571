import Checking
import Findings
import Publishing
import SystemCalls
import TrackingModel

/// Adds up what a run has done, and notices what repeats or contradicts earlier inputs.
struct RunStatistics {
  private var summary = RunSummary()
  private let beganAt = MonotonicClock.seconds
  private var acrossFiles: AcrossFilesChecker
  private var firstWithContent: [UInt64: Int32] = [:]
  /// The labels of all inputs so far, one after the other: cheaper than a string each.
  private var labels: [UInt8] = []
  private var labelEnds: [Int32] = []
  private let spool: FrameSpool

  /// - Parameter spool: Where what is found by comparing forms waits until it is reported.
  init(_ settings: CheckingSettings, spool: FrameSpool) {
    acrossFiles = AcrossFilesChecker(settings: settings)
    self.spool = spool
  }

  var isEmpty: Bool { summary.files == 0 }
  /// Whether any input is done: an output gathered from none would pass for a result.
  var hasDone: Bool { summary.done > 0 }

  /// Counts the result of the next input in order, and completes it with what comparing it with earlier ones shows.
  ///
  /// - Returns: What a report says of the input.
  mutating func add(_ held: InOrder.Held) throws -> ReportedFile {
    let label = held.job.input.label
    var result = held.result
    var forms = held.frames
    if let earlier = earlier(with: result.sha256, label: label) {
      result.findings.append(Finding(.runDuplicate, at: Place(file: label), ["path": earlier]))
    } else if result.forms > 0, let compared = try compare(held.frames, &result.formCounts, label: label) {
      forms = compared
    }
    summary.add(result)
    return result.reported(as: label, forms: forms)
  }

  /// Compares the forms of an input with those before them.
  ///
  /// - Returns: The forms with what was found, added to `counts`; nil where nothing was.
  private mutating func compare(
    _ frames: HeldFrames, _ counts: inout SeverityCounts, label: String
  ) throws -> HeldFrames? {
    var log = FrameLog(in: spool)
    var unchanged = 0
    var isChanged = false
    try frames.forEach { frame in
      guard frame.kind == .form else { return }
      let found = acrossFiles.check(try FormResult.outlineOfForm(encoded: frame.content), file: label)
      if found.isEmpty, !isChanged {
        unchanged += 1
        return
      }
      if !isChanged {
        // The first: those before it are copied.
        isChanged = true
        var left = unchanged
        try frames.forEach { frame in
          guard frame.kind == .form, left > 0 else { return }
          left -= 1
          try log.append(.form, frame.content)
        }
      }
      for finding in found { counts.add(finding.severity) }
      var form = try FormResult(encoded: frame.content)
      form.findings += found
      try log.append(.form, form.encoded())
    }
    return isChanged ? log.frames : nil
  }

  /// Counts findings on the run as a whole.
  mutating func add(_ findings: [Finding]) {
    for finding in findings { summary.add(finding) }
  }

  /// Counts an input that is a report of this program, and no input.
  mutating func addOwnReport() { summary.skipped.ownReports += 1 }

  func summary(of plan: RunPlan) -> RunSummary {
    var copy = summaryWithoutPlan
    copy.total = plan.total
    copy.skipped = plan.skipped + summary.skipped
    return copy
  }

  /// Without what only the plan of a run knows.
  var summaryWithoutPlan: RunSummary {
    var copy = summary
    copy.seconds = MonotonicClock.seconds - beganAt
    return copy
  }

  /// The label of the first input with this content; nil where this is the first.
  private mutating func earlier(with sha256: String, label: String) -> String? {
    let index = Int32(labelEnds.count)
    labels += label.utf8
    labelEnds.append(Int32(labels.count))
    guard let key = UInt64(sha256.prefix(16), radix: 16) else { return nil }
    guard let first = firstWithContent[key] else {
      firstWithContent[key] = index
      return nil
    }
    let start = first == 0 ? 0 : Int(labelEnds[Int(first) - 1])
    return String(decoding: labels[start..<Int(labelEnds[Int(first)])], as: UTF8.self)
  }
}

extension FileResult {
  /// What a report says of the input.
  func reported(as label: String, forms frames: HeldFrames) -> ReportedFile {
    let outcomes: [Outcome: ReportedFile.Outcome] = [
      .done: .done, .kept: .unchanged, .refused: .refused, .unwritten: .unwritten,
    ]
    let forms = ReportedForms(count: forms, counts: formCounts) { body in
      try frames.forEachForm { try body($0.reported) }
    }
    return ReportedFile(
      file: label, outcome: outcomes[outcome] ?? .refused, forms: forms, findings: findings,
      outputs: outputs.map(\.path))
  }
}
