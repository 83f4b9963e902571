import Findings
import Glibc

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

  init(_ path: String, settings: RunSettings, inputs: InputGuard) throws(Refusal) {
    self.settings = settings
    folder = try RunFolder(output: path)
    placement = Placement(folder: path, replaces: settings.replaces || settings.resumes, inputs: inputs)
    earlier = settings.resumes ? JournalIndex(path: folder.journal) : nil
    journal = try Journal(folder, startingAnew: settings.replaces && !settings.resumes)
  }

  override func prepare(_ job: inout Job, target: RunPlan.Target?) -> Finding? {
    if let target {
      for path in target.paths { if let objection = placement.objection(to: path) { return objection } }
      targets[job.ordinal] = target
    }
    guard let entry = earlier?[job.input.path], entry.fingerprint == settings.fingerprint,
      entry.result.outcome == .done, entry.name == job.input.name
    else { return nil }
    let paths = entry.result.outputs.map(\.path)
    if let target, paths.isEmpty || !target.paths.starts(with: paths) { return nil }
    job.expected = Job.Expectation(inputSHA256: entry.result.sha256, outputs: entry.result.outputs)
    return nil
  }

  override func settle(_ result: FileResult, of job: Job) throws -> FileResult {
    guard let target = targets.removeValue(forKey: job.ordinal) else { return result }
    if result.outcome == .kept { return kept(job) ?? result }
    return try placed(result, of: job) { $0.isReview ? target.review ?? target.output : target.output }
  }

  override func conclude(_ result: FileResult, of job: Job, _ pieces: InOrder.Pieces) throws -> FileResult {
    guard settings.namePattern != nil else { return result }
    var result = result
    if result.outcome == .kept {
      if let kept = kept(job), reserveNames(of: kept) { return kept }
      // Inputs before this one have come or gone and its names with them: it is done again, here and now.
      let runner = JobRunner(settings: settings, destination: settings.destination)
      result = runner.run(Job(ordinal: job.ordinal, input: job.input)) { _ in }
    }
    var output = ""
    return try placed(result, of: job) {
      if $0.isReview { return names.claimReview(beside: output, in: settings.language) }
      let parent = job.input.name[..<job.input.name.startOfLastComponent]
      output = names.claim(parent + ($0.wish ?? ""), fileExtension: settings.format.rawValue)
      return output
    }
  }

  override func advance() throws {
    if let failure = journal.advance() { throw journalRefusal(failure) }
  }

  override func finish() throws -> [Finding] {
    if let failure = journal.finish() { throw journalRefusal(failure) }
    return []
  }

  override func abandon() throws { _ = try finish() }

  private func journalRefusal(_ failure: SystemFailure) -> Refusal {
    Refusal(.runJournalFailed, ["path": folder.journal, "reason": failure.words])
  }

  /// What the journal says of an input whose outputs still stand.
  private func kept(_ job: Job) -> FileResult? {
    guard var result = earlier?[job.input.path]?.result else { return nil }
    result.outcome = .kept
    return result
  }

  private func reserveNames(of kept: FileResult) -> Bool {
    kept.outputs.allSatisfy { names.reserve($0.path) }
  }

  /// Moves the parts of a result into place and writes it to the journal.
  private func placed(
    _ result: FileResult, of job: Job, _ name: (WrittenOutput) -> String
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
        unlink(part)
      } catch let failure as SystemFailure {
        result.failToWrite(Finding(.outputFailed, ["path": target, "reason": failure.words]), job.input)
        result.stopsRun = failure.concernsWholeRun
        unlink(part)
      }
    }
    if result.outcome == .done {
      journal.add(
        JournalEntry(
          path: job.input.path, name: job.input.name, modified: FileTimes.modified(job.input.path),
          fingerprint: settings.fingerprint, result: result))
    }
    return result
  }
}

/// When files were changed.
enum FileTimes {
  /// Nanoseconds since 1970; 0 where the file is gone.
  static func modified(_ path: [UInt8]) -> Int {
    var status = stat()
    guard stat(path.terminated, &status) == 0 else { return 0 }
    return status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
  }
}
