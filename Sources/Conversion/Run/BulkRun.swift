import Findings
import SystemCalls

/// Many inputs through the pipeline: plans, has the work done, puts results in place, and keeps the journal.
///
/// One thread does all of this; the work itself is done by worker processes, or within this process where an embedding
/// program asks for none. What it holds in memory does not grow with what the inputs contain.
public final class BulkRun {
  private let settings: RunSettings
  private weak var observer: (any RunObserver)?
  private let plan: RunPlan
  private let executor: any Executor
  private let signals: SignalWatch.Receiver?
  private let order: InOrder
  private let outlet: any Outlet
  private let report: RunReport?
  private let log: RunLog?
  /// What lets the shards be put together: beside the output, beside the report.
  private let records: [ShardRecord]
  private var statistics: RunStatistics
  private var stopping: ExitStatus?

  /// Inputs that may have been typed by hand; more of them come from a list.
  private static let mostChecked = 20

  /// - Throws: `WrongUsage` where the settings make no sense; a `Refusal` where the output cannot be opened.
  public init(_ settings: RunSettings, observer: any RunObserver) throws {
    let inputs = try InputPaths(named: settings.inputs, list: settings.filesFrom)
    self.settings = settings
    self.observer = observer
    try settings.validate(inputs)
    let outputs = OutputGuard(
      inputs, others: [settings.filesFrom, settings.profile?.path].compactMap(\.self),
      excluding: settings.outputFolder)
    if outputs.outputIsInput { throw WrongUsage(.usageOutputIsInputFolder, ["path": settings.outputFolder ?? ""]) }
    for path in settings.inputs.prefix(Self.mostChecked) {
      if let finding = SimilarFile.finding(for: path) { observer.noticed(finding) }
    }
    outlet = try Outlets.open(settings, guardedBy: outputs)
    plan = RunPlan(inputs, settings: settings)
    let isolates = !settings.workerCommand.isEmpty && settings.jobs > 0
    signals = settings.catchesInterrupts && isolates ? SignalWatch.Receiver() : nil
    let workers: any Executor =
      isolates
      ? WorkerPool(
        command: settings.workerCommand, size: settings.jobs, limits: settings.limits, profile: settings.profile)
      : LocalExecutor(settings: settings)
    executor = ConvertingExecutor(workers) { settings.converter?(settings.limits.seconds) }
    order = InOrder(folder: settings.scratchFolder)
    report = try settings.report.map { try RunReport($0, settings: settings, guardedBy: outputs) }
    log = try settings.log.map { try RunLog($0, guardedBy: outputs) }
    records = try settings.shard.map { try ShardRecord.all(settings, $0, guardedBy: outputs) } ?? []
    statistics = RunStatistics(settings.pipeline.checking, spool: order.spool)
  }

  /// Runs to the end, or to where it is stopped.
  ///
  /// - Throws: A `Refusal` where a gathered output cannot be completed or the journal cannot be written; what an observer
  ///   throws.
  public func run() throws -> RunSummary {
    defer {
      executor.stop()
      plan.stop()
    }
    while stopping == nil || executor.isBusy {
      if let signal = signals?.next() {
        // Asked twice, it does not wait for what is in flight; that is done again by a resumed run.
        if stopping?.isSignal == true { break }
        stopping = ExitStatus(signal: signal)
      }
      while stopping == nil, !order.isFull, executor.hasCapacity, try submitNext() {}
      if plan.isExhausted, !executor.isBusy { break }
      plan.advance()
      if !executor.isBusy, plan.isUnpacking { try waitForArchive() }
      try executor.collect(waitingAtMost: 0.25, or: signals?.descriptor ?? -1) { try handle($0) }
      try outlet.advance()
      plan.countAhead()
      observer?.progressed(statistics.summary(of: plan))
    }
    return try finish()
  }

  /// Nothing is left but what is being unpacked.
  private func waitForArchive() throws(SystemFailure) {
    _ = try Poll.wait(for: signals.map { [Poll.Wish($0.descriptor)] } ?? [], atMost: 0.05)
  }

  /// Submits the next input; false where there is none left.
  private func submitNext() throws -> Bool {
    guard let step = plan.next() else { return false }
    switch step {
    case .job(var job, let target):
      switch outlet.prepare(&job, target: target) {
      case nil: executor.submit(job)
      case let objection?:
        try finish(job, FileResult(.unwritten, because: objection.within(Place(file: job.input.label))))
      }
    case .refusal(let job, let refusal): try finish(job, FileResult(.refused, because: refusal.finding))
    }
    return true
  }

  private func handle(_ event: ExecutorEvent) throws {
    switch event {
    case .part(let kind, let content, let ordinal): try order.hold(kind, content, of: ordinal)
    case .restarted(let ordinal): order.discard(ordinal)
    case .result(let job, let result): try finish(job, outlet.settle(result, of: job, in: order))
    }
  }

  /// An input is done: its result waits for those before it.
  private func finish(_ job: Job, _ result: FileResult) throws {
    order.finish(job, result)
    while let held = order.dequeue() {
      if outlet.mustBeDoneAgain(held) {
        order.requeue(held)
        executor.submit(Job(ordinal: held.job.ordinal, input: held.job.input))
        break
      }
      try conclude(held)
    }
    if result.stopsRun {
      stopping = stopping ?? .incomplete
      let reason = result.findings.last?.values["reason"] ?? ""
      try notice(Finding(.runDiskFull, ["path": settings.outputFolder ?? "-", "reason": reason]))
    }
    guard settings.failsFast, stopping == nil else { return }
    if result.needsPerson {
      stopping = .incomplete
    } else if result.hasErrors {
      stopping = .formErrors
    }
    if stopping != nil { try notice(Finding(.runStopped)) }
  }

  /// The turn of an input has come in the order of the inputs.
  private func conclude(_ held: InOrder.Held) throws {
    if held.result.outcome == .ownReport { return statistics.addOwnReport() }
    var held = held
    held.result = try outlet.conclude(held)
    for record in records { try record.add(held.job, held.result, held.frames) }
    let reported = try statistics.add(held)
    try report?.add(reported)
    try log?.add(reported)
    try observer?.finished(reported)
  }

  private func finish() throws -> RunSummary {
    var completion: [Finding] = []
    // A shard that has nothing to do is a part of a whole all the same.
    if stopping == nil, statistics.hasDone || settings.shard != nil {
      completion = try outlet.finish()
    } else {
      try outlet.abandon()
    }
    statistics.add(completion)
    for finding in completion { try notice(finding) }
    if stopping?.isSignal == true { try notice(Finding(.runInterrupted)) } else { try report?.finish() }
    if stopping == nil, !records.isEmpty {
      var end = plan.end
      end.status = statistics.summary(of: plan).status
      for record in records { try record.finish(end) }
    }
    if statistics.isEmpty, stopping == nil, settings.shard == nil {
      try notice(Finding(.runNothing))
      statistics.add([Finding(.runNothing)])
      stopping = .incomplete
    }
    var summary = statistics.summary(of: plan)
    if let stopping { summary.status.formUnion(stopping) }
    try log?.finish(summary)
    return summary
  }

  private func notice(_ finding: Finding) throws {
    try log?.add(finding)
    observer?.noticed(finding)
  }
}
