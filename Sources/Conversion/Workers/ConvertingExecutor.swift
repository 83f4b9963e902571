import Findings
import Spreadsheet
import SystemCalls

/// Has documents converted that no reader takes, and gives them to the workers again.
///
/// A worker refuses such a document as it always does. Its job then waits here until the converter has done its part, and goes to a worker a
/// second time, with the path of what came of it; all other jobs go on meanwhile. The input that is hashed and named stays the original.
final class ConvertingExecutor: Executor {
  private let base: any Executor
  private let makeConverter: () -> (any DocumentConverter)?
  /// Made for the first document that needs it: most runs have none.
  private var converter: (any DocumentConverter)??
  private let archives = ArchivedFiles()
  /// Jobs that wait for the converter, with why they were refused at first.
  private var waiting: [Int: (job: Job, refusal: FileResult)] = [:]
  /// Jobs that are read a second time.
  private var again: [Int: FileResult] = [:]

  /// As many documents wait at most, so that their copies take a bounded place.
  private static let mostWaiting = 64
  private static let longestDocument = 256 << 20

  /// - Parameter makeConverter: Gives nil where there is only to be said what would read such documents.
  init(_ base: any Executor, makeConverter: @escaping () -> (any DocumentConverter)?) {
    self.base = base
    self.makeConverter = makeConverter
  }

  var hasCapacity: Bool { base.hasCapacity && waiting.count < Self.mostWaiting }
  var isBusy: Bool { base.isBusy || !waiting.isEmpty }

  func submit(_ job: Job) { base.submit(job) }

  func collect(
    waitingAtMost seconds: Double, or signals: Int32, _ receive: (ExecutorEvent) throws -> Void
  ) throws {
    if base.isBusy {
      try base.collect(waitingAtMost: waiting.isEmpty ? seconds : min(seconds, 0.1), or: signals) {
        try handle($0, receive)
      }
    } else if !waiting.isEmpty {
      _ = try Poll.wait(for: signals < 0 ? [] : [Poll.Wish(signals)], atMost: min(seconds, 0.1))
    }
    for (number, result) in converter??.finished() ?? [] {
      guard let (job, refusal) = waiting.removeValue(forKey: number) else { continue }
      switch result {
      case .success(let path):
        var job = job
        job.converted = path
        again[number] = refusal
        base.submit(job)
      case .failure(let failure): try receive(.result(job, Self.failed(refusal, job, failure.reason)))
      }
    }
  }

  func stop() {
    base.stop()
    converter??.stop()
  }

  private func handle(_ event: ExecutorEvent, _ receive: (ExecutorEvent) throws -> Void) throws {
    guard case .result(let job, let result) = event else { return try receive(event) }
    if let refusal = again.removeValue(forKey: job.ordinal) {
      converter??.discard(job.ordinal)
      // What came out may be no document at all.
      let rule = result.findings.first?.rule.name ?? ""
      let isRubbish = result.outcome == .refused && (rule.hasPrefix("file.") || rule.hasPrefix("xlsx."))
      let reason = result.findings.first?.message(in: .english) ?? ""
      return try receive(.result(job, isRubbish ? Self.failed(refusal, job, reason) : result))
    }
    guard result.outcome == .refused, let finding = result.findings.first, let kind = OfficeKind(finding),
      !job.input.isStandardInput, let bytes = bytes(of: job.input)
    else { return try receive(event) }
    let chosen = converter ?? makeConverter()
    converter = .some(chosen)
    guard let chosen else {
      var result = result
      // Said as loud as the refusal that it belongs to.
      var advice = Finding(.officeMissing, at: Place(file: job.input.label))
      advice.severity = .error
      result.findings.append(advice)
      return try receive(.result(job, result))
    }
    waiting[job.ordinal] = (job, result)
    chosen.submit(bytes, as: kind, number: job.ordinal)
  }

  private func bytes(of input: InputFile) -> [UInt8]? {
    if let archived = try? archives.open(input) {
      return withExtendedLifetime(archived.keptOpen) { try? archived.source.bytes(atMost: Self.longestDocument) }
    }
    return try? OpenFile(path: input.path).readToEnd(atMost: Self.longestDocument, named: "fileBytes")
  }

  private static func failed(_ refusal: FileResult, _ job: Job, _ reason: String) -> FileResult {
    var result = refusal
    result.findings.append(Finding(.officeFailed, at: Place(file: job.input.label), ["reason": reason]))
    return result
  }
}
