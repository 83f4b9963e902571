import Findings
import Publishing

/// What a run has done so far, and in the end.
public struct RunSummary: Hashable, Sendable {
  /// Inputs there are; nil while folders are still being counted.
  public var total: Int?
  public var files = 0
  public var forms = 0
  /// Inputs that are done, kept ones included.
  public var done = 0
  /// Of these, those that an earlier run had finished.
  public var kept = 0
  /// Inputs that need a person.
  public var failed = 0
  public var counts = SeverityCounts()
  public var skipped = SkippedFiles()
  public var status = ExitStatus.done
  /// Since the run began.
  public var seconds = 0.0

  public init() {}

  /// The summary as a sentence.
  public var finding: Finding {
    Finding(
      .runSummary,
      [
        "files": String(files), "forms": String(forms), "done": String(done), "kept": String(kept),
        "failed": String(failed), "errors": String(counts.errors), "warnings": String(counts.warnings),
        "seconds": Self.tenths(seconds),
      ])
  }

  private static func tenths(_ seconds: Double) -> String {
    let tenths = Int((seconds * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  mutating func add(_ result: FileResult) {
    files += 1
    forms += result.forms
    for finding in result.findings { add(finding) }
    counts.add(result.formCounts)
    switch result.outcome {
    case .done: done += 1
    case .kept:
      done += 1
      kept += 1
    case .refused, .unwritten:
      failed += 1
      status.formUnion(.incomplete)
    case .ownReport: break
    }
    if result.hasErrors { status.formUnion(.formErrors) }
  }

  mutating func add(_ finding: Finding) {
    counts.add(finding.severity)
  }
}

/// An observer of a run: a terminal, a log, a report. Everything comes on the thread of the run.
public protocol RunObserver: AnyObject {
  /// Often; the observer decides how often it shows something.
  func progressed(_ summary: RunSummary)
  /// Once for each input, in the order of the inputs whatever order they were finished in.
  func finished(_ file: ReportedFile) throws
  /// Something that concerns the run as a whole.
  func noticed(_ finding: Finding)
}
