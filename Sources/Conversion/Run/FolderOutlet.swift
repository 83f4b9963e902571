import Findings
import SystemCalls

/// Into a folder: an output for each input, or for each form, with a journal so that the run can be resumed.
final class FolderOutlet: Outlet {
  private let settings: RunSettings
  private let folder: RunFolder
  private let placement: Placement
  private let journal: Journal
  private let earlier: JournalIndex?
  /// Targets of the jobs that are being worked on.
  private var targets: [Int: RunPlan.Target] = [:]
  private var names = OutputNames()

  init(_ path: String, settings: RunSettings, guardedBy outputs: OutputGuard) throws(Refusal) {
    self.settings = settings
    folder = try RunFolder(output: path, guardedBy: outputs)
    placement = Placement(folder: path, replaces: settings.replaces || settings.resumes, guardedBy: outputs)
    earlier = settings.resumes ? JournalIndex(path: folder.journal) : nil
    journal = try Journal(folder, startingAnew: settings.replaces && !settings.resumes)
  }

  func prepare(_ job: inout Job, target: RunPlan.Target?) -> Finding? {
    if let target {
      for path in target.paths { if let objection = placement.objection(to: path) { return objection } }
      targets[job.ordinal] = target
    }
    guard let entry = earlier?[job.input.path], entry.fingerprint == settings.fingerprint,
      entry.result.outcome == .done, entry.name == job.input.name
    else { return nil }
    let outputs = entry.result.outputs
    if let target, outputs.isEmpty || !target.paths.starts(with: outputs.map(\.path)) { return nil }
    job.expected = Job.Expectation(
      inputSHA256: entry.result.sha256,
      outputs: outputs.map { Job.ExpectedOutput(path: $0.path, sha256: $0.sha256) })
    return nil
  }

  func settle(_ result: FileResult, of job: Job, in order: InOrder) throws -> FileResult {
    var result = result
    if result.outcome == .kept { result = try kept(job, in: order) ?? result }
    guard let target = targets.removeValue(forKey: job.ordinal), result.outcome != .kept else { return result }
    return try placed(result, of: job, order.frames(of: job.ordinal)) {
      $0.isReview ? target.review ?? target.output : target.output
    }
  }

  /// Where names come from patterns, inputs before this one may have come or gone and its names with them.
  func mustBeDoneAgain(_ held: InOrder.Held) -> Bool {
    settings.namePattern != nil && held.result.outcome == .kept && !names.reserve(held.result.outputs.map(\.path))
  }

  func conclude(_ held: InOrder.Held) throws -> FileResult {
    guard settings.namePattern != nil, held.result.outcome != .kept else { return held.result }
    var output = ""
    return try placed(held.result, of: held.job, held.frames) {
      if $0.isReview { return names.claimReview(beside: output, in: settings.language) }
      let parent = held.job.input.name[..<held.job.input.name.startOfLastComponent]
      output = names.claim(parent + ($0.wish ?? ""), fileExtension: settings.format.rawValue)
      return output
    }
  }

  func advance() throws {
    if let failure = journal.advance() { throw journalRefusal(failure) }
  }

  func finish() throws -> [Finding] {
    if let failure = journal.finish() { throw journalRefusal(failure) }
    folder.clear()
    return []
  }

  func abandon() throws { if let failure = journal.finish() { throw journalRefusal(failure) } }

  private func journalRefusal(_ failure: SystemFailure) -> Refusal {
    Refusal(.runJournalFailed, ["path": folder.journal, "reason": failure.words])
  }

  /// What the journal says of an input whose outputs still stand; its forms go where they would have come from a worker.
  private func kept(_ job: Job, in order: InOrder) throws -> FileResult? {
    guard let earlier, let entry = earlier[job.input.path] else { return nil }
    try earlier.forEachForm(of: entry) { try order.hold(.form, $0, of: job.ordinal) }
    var result = entry.result
    result.outcome = .kept
    return result
  }

  /// Moves the parts of a result into place and writes it to the journal.
  private func placed(
    _ result: FileResult, of job: Job, _ frames: HeldFrames, _ name: (WrittenOutput) -> String
  ) throws -> FileResult {
    guard result.outcome == .done else { return result }
    var result = result
    for index in result.outputs.indices {
      let part = result.outputs[index].path
      let target = name(result.outputs[index])
      do {
        if settings.namePattern != nil, let objection = placement.objection(to: target) { throw Refusal(objection) }
        try placement.place(part, at: target)
        result.outputs[index].path = target
      } catch let refusal as Refusal {
        result.failToWrite(refusal.finding, job.input)
        Rename.remove(part)
      } catch let failure as SystemFailure {
        result.failToWrite(Finding(.outputFailed, ["path": target, "reason": failure.words]), job.input)
        result.stopsRun = failure.concernsWholeRun
        Rename.remove(part)
      }
    }
    if result.outcome == .done {
      let modified = FileStatus(following: job.input.path)?.modified ?? 0
      let entry = JournalEntry(
        path: job.input.path, name: job.input.name, modified: modified, fingerprint: settings.fingerprint,
        result: result)
      try journal.add(entry, frames)
    }
    return result
  }
}
