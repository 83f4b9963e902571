import Findings
import Glibc

/// Where the results of a run go: nowhere, into a folder, or gathered into one output.
class Outlet {
  /// Opens what the settings ask for.
  ///
  /// - Throws: A `Refusal` where the output exists and may not be replaced, or cannot be written.
  static func open(_ settings: RunSettings, inputs: InputGuard) throws -> Outlet {
    switch settings.output {
    case nil: return Outlet()
    case .folder(let path)?: return try FolderOutlet(path, settings: settings, inputs: inputs)
    case .file(let path)?:
      if inputs.protects(path) { throw Refusal(.outputIsInput, ["path": path]) }
      let file = try PlacedFile(target: path, replaces: settings.replaces || settings.resumes)
      let review = settings.reviews ? try GatheredReview(beside: path, settings, inputs) : nil
      return try GatheringOutlet(settings, to: file, review: review)
    case .standardOutput?: return try GatheringOutlet(settings, to: DescriptorSink(1))
    }
  }

  /// Says what stands against a job before it is done, and what an earlier run has done for it.
  func prepare(_ job: inout Job, target: RunPlan.Target?) -> Finding? { nil }
  /// A job is done, in whatever order: its parts may go to their places.
  func settle(_ result: FileResult, of job: Job) throws -> FileResult { result }
  /// A job's turn has come in the order of the inputs.
  func conclude(_ result: FileResult, of job: Job, _ pieces: InOrder.Pieces) throws -> FileResult { result }
  /// Called again and again while the run goes on.
  func advance() throws {}
  /// All inputs are done.
  func finish() throws -> [Finding] { [] }
  /// The run was stopped.
  func abandon() throws {}
}

/// Into one output.
final class GatheringOutlet: Outlet {
  private let output: any GatheredOutput
  private let review: GatheredReview?

  init(_ settings: RunSettings, to sink: any ByteSink, review: GatheredReview? = nil) throws(Refusal) {
    self.review = review
    output =
      switch (settings.format, settings.layout) {
      case (.xlsx, .form):
        GatheredForms(Publisher(.xlsx, layout: .form, page: settings.corridor.page), to: sink)
      case (.xlsx, .ledger): try GatheredLedger(to: sink)
      case (.csv, _): GatheredTable(.csv, to: sink)
      case (.tsv, _): GatheredTable(.tsv, to: sink)
      case (.json, _), (.jsonl, _): GatheredText(settings.format, to: sink)
      }
  }

  override func conclude(_ result: FileResult, of job: Job, _ pieces: InOrder.Pieces) throws -> FileResult {
    // An input that failed half-way has left pieces: nothing of it goes into the output.
    var findings = result.forms.map(\.findings).makeIterator()
    try pieces.forEach {
      guard result.outcome == .done else { return }
      try output.add($0)
      try review?.add($0, findings.next() ?? [])
    }
    return result
  }

  override func finish() throws -> [Finding] {
    let findings = try output.finish()
    try review?.finish()
    return findings
  }
}
