import Findings
import SystemCalls

/// Where the results of a run go: nowhere, into a folder, or gathered into one output.
protocol Outlet: AnyObject {
  /// Says what stands against a job before it is done, and what an earlier run has done for it.
  func prepare(_ job: inout Job, target: RunPlan.Target?) -> Finding?
  /// A job is done, in whatever order: its parts may go to their places.
  ///
  /// - Parameter order: What has come of it and waits.
  func settle(_ result: FileResult, of job: Job, in order: InOrder) throws -> FileResult
  /// Whether an input has to be done again now that its turn has come; asked before `conclude`.
  func mustBeDoneAgain(_ held: InOrder.Held) -> Bool
  /// A job's turn has come in the order of the inputs.
  func conclude(_ held: InOrder.Held) throws -> FileResult
  /// Called again and again while the run goes on.
  func advance() throws
  /// All inputs are done.
  func finish() throws -> [Finding]
  /// The run was stopped.
  func abandon() throws
}

extension Outlet {
  func prepare(_ job: inout Job, target: RunPlan.Target?) -> Finding? { nil }
  func settle(_ result: FileResult, of job: Job, in order: InOrder) throws -> FileResult { result }
  func mustBeDoneAgain(_ held: InOrder.Held) -> Bool { false }
  func conclude(_ held: InOrder.Held) throws -> FileResult { held.result }
  func advance() throws {}
  func finish() throws -> [Finding] { [] }
  func abandon() throws {}
}

/// For runs that only check.
final class NoOutlet: Outlet {}

/// Opens the outlet that settings ask for.
enum Outlets {
  /// - Throws: A `Refusal` where the output exists and may not be replaced, or cannot be written; `WrongUsage` where it is asked for twice.
  static func open(_ settings: RunSettings, guardedBy outputs: OutputGuard) throws -> any Outlet {
    switch settings.output {
    case nil: return NoOutlet()
    case .folder(let path)?: return try FolderOutlet(path, settings: settings, guardedBy: outputs)
    case .file(let path)?:
      try outputs.claim(path)
      if let store = settings.store { return try StoreOutlet(store, path, settings: settings, guardedBy: outputs) }
      let file = try PlacedFile(
        target: path, replaces: settings.replaces || settings.resumes, guardedBy: outputs)
      let review = settings.reviews ? try CombinedReview(beside: path, settings, guardedBy: outputs) : nil
      return try CombiningOutlet(settings, to: file, review: review)
    case .standardOutput?: return try CombiningOutlet(settings, to: DescriptorSink(StandardStreams.output))
    }
  }
}
