import Findings
import Glibc

/// Many inputs through the corridor: plans, has the work done, puts results in place, and keeps the journal.
///
/// One thread does all of this; the work itself is done by worker processes, or within this process where an embedding
/// program asks for none. What it holds in memory does not grow with what the inputs contain.
public final class BulkRun {
  private let settings: RunSettings
  private weak var observer: (any RunObserver)?
  private let plan: RunPlan
  private let executor: any Executor
  private let interruption: Interruption
  private let order: InOrder
  private let outlet: Outlet
  private let report: RunReport?
  private let log: RunLog?
  private var account: RunAccount
  private var stopping: ExitStatus?

  /// - Throws: `WrongUsage` where the settings make no sense; a `Refusal` where the output cannot be opened.
  public init(_ settings: RunSettings, observer: any RunObserver) throws {
    let inputs = try InputPaths(settings)
    self.settings = settings
    self.observer = observer
    try settings.validate(inputs)
    let guarded = InputGuard(inputs, excluding: settings.outputFolder)
    if guarded.outputIsInput { throw WrongUsage(.usageOutputIsInputFolder, ["path": settings.outputFolder ?? ""]) }
    outlet = try Outlet.open(settings, inputs: guarded)
    plan = RunPlan(inputs, settings: settings)
    let isolates = !settings.workerCommand.isEmpty && settings.jobs > 0
    interruption = Interruption(catches: settings.catchesInterrupts && isolates)
    executor =
      isolates
      ? WorkerPool(command: settings.workerCommand, size: settings.jobs, limits: settings.limits)
      : LocalExecutor(settings: settings)
    order = InOrder(folder: settings.scratchFolder)
    report = try settings.report.map { try RunReport($0, settings: settings) }
    log = try settings.log.map { try RunLog($0) }
    account = RunAccount(settings.corridor.checking)
  }

  /// Runs to the end, or to where it is stopped.
  ///
  /// - Throws: A `Refusal` where a gathered output cannot be completed or the journal cannot be written; what an observer
  ///   throws.
  public func run() throws -> RunSummary {
    defer { executor.stop() }
    while stopping == nil || executor.isBusy {
      if interruption.hasCome() {
        // Asked twice, it does not wait for what is in flight; that is done again by a resumed run.
        if stopping == .interrupted { break }
        stopping = .interrupted
      }
      while stopping == nil, executor.hasRoom, try submitNext() {}
      if plan.isExhausted, !executor.isBusy { break }
      try executor.collect(waitingAtMost: 0.25, or: interruption.descriptor) { try take($0) }
      try outlet.advance()
      plan.countAhead()
      observer?.progressed(account.summary(of: plan))
    }
    return try finish()
  }

  /// Hands over the next input; false where there is none left.
  private func submitNext() throws -> Bool {
    guard let step = plan.next() else { return false }
    switch step {
    case .job(var job, let target):
      switch outlet.prepare(&job, target: target) {
      case nil: try executor.submit(job)
      case let objection?:
        try finish(job, FileResult(.unwritten, because: objection.within(Place(file: job.input.label))))
      }
    case .refusal(let job, let refusal): try finish(job, FileResult(.refused, because: refusal.finding))
    }
    return true
  }

  private func take(_ event: ExecutorEvent) throws {
    switch event {
    case .piece(let ordinal, let bytes): try order.hold(piece: bytes, of: ordinal)
    case .result(let job, let result): try finish(job, outlet.settle(result, of: job))
    }
  }

  /// An input is done: its result waits for those before it.
  private func finish(_ job: Job, _ result: FileResult) throws {
    var entry = FieldLineWriter()
    entry.addBytes(job.encoded())
    entry.addBytes(result.encoded())
    try order.hold(result: entry.bytes, of: job.ordinal)
    while let (bytes, pieces) = try order.takeNext() {
      var line = FieldLineReader(bytes)
      let job = try Job(encoded: line.rawBytes())
      try conclude(job, try FileResult(encoded: line.rawBytes()), pieces)
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
  private func conclude(_ job: Job, _ result: FileResult, _ pieces: InOrder.Pieces) throws {
    var result = try outlet.conclude(result, of: job, pieces)
    account.add(&result, of: job)
    let reported = result.reported(as: job.input.label)
    try report?.add(reported)
    try log?.add(reported)
    try observer?.finished(reported)
  }

  private func finish() throws -> RunSummary {
    var completion: [Finding] = []
    if stopping == nil, account.hasDone { completion = try outlet.finish() } else { try outlet.abandon() }
    account.add(completion)
    for finding in completion { try notice(finding) }
    if stopping == .interrupted { try notice(Finding(.runInterrupted)) } else { try report?.finish() }
    if account.isEmpty, stopping == nil {
      try notice(Finding(.runNothing))
      account.add([Finding(.runNothing)])
      stopping = .incomplete
    }
    var summary = account.summary(of: plan)
    if let stopping { summary.status.formUnion(stopping) }
    try log?.finish(summary)
    return summary
  }

  private func notice(_ finding: Finding) throws {
    try log?.add(finding)
    observer?.noticed(finding)
  }
}
