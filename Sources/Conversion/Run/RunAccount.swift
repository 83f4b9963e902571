import Checking
import Findings
import TrackingModel

/// Adds up what a run has done, and notices what repeats or contradicts earlier inputs.
struct RunAccount {
  private var summary = RunSummary()
  private let beganAt = MonotonicClock.seconds
  private var acrossFiles: AcrossFilesChecker
  private var firstWithContent: [UInt64: Int32] = [:]
  /// The labels of all inputs so far, one after the other: cheaper than a string each.
  private var labels: [UInt8] = []
  private var labelEnds: [Int32] = []

  init(_ settings: CheckingSettings) { acrossFiles = AcrossFilesChecker(settings: settings) }

  var isEmpty: Bool { summary.files == 0 }
  /// Whether any input is done: an output gathered from none would pass for a result.
  var hasDone: Bool { summary.done > 0 }

  /// Takes the result of the next input in order, and completes it with what comparing it with earlier ones shows.
  mutating func add(_ result: inout FileResult, of job: Job) {
    let label = job.input.label
    if let earlier = earlier(with: result.sha256, label: label) {
      result.findings.append(Finding(.runDuplicate, at: Place(file: label), ["path": earlier]))
    } else {
      for index in result.forms.indices {
        result.forms[index].findings += acrossFiles.check(result.forms[index].outline, file: label)
      }
    }
    summary.add(result)
  }

  /// Takes findings on the run as a whole.
  mutating func add(_ findings: [Finding]) {
    for finding in findings { summary.add(finding) }
  }

  func summary(of plan: RunPlan) -> RunSummary {
    var copy = summary
    copy.total = plan.total
    copy.skipped = plan.skipped
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
