/// Whoever works on jobs: this process, or several others.
protocol Executor: AnyObject {
  /// Whether another job can be handed over without waiting.
  var hasRoom: Bool { get }
  /// Whether jobs are being worked on.
  var isBusy: Bool { get }
  func submit(_ job: Job) throws(SystemFailure)
  /// Hands over what has come of jobs; waits for something to come, for the signal descriptor, or until the time is up.
  func collect(
    waitingAtMost seconds: Double, or signals: Int32, _ receive: (ExecutorEvent) throws -> Void) throws
  func stop()
}

/// What comes back of a job.
enum ExecutorEvent {
  /// A piece of a gathered output; the pieces of a job come in order, but between those of other jobs.
  case piece(ordinal: Int, [UInt8])
  case result(Job, FileResult)
}

/// Works within this process, one job at a time: for programs that embed the library.
final class LocalExecutor: Executor {
  private let runner: JobRunner
  private var waiting: Job?

  init(settings: RunSettings) { runner = JobRunner(settings: settings, destination: settings.destination) }

  var hasRoom: Bool { waiting == nil }
  var isBusy: Bool { waiting != nil }

  func submit(_ job: Job) { waiting = job }

  func collect(
    waitingAtMost seconds: Double, or signals: Int32, _ receive: (ExecutorEvent) throws -> Void
  ) throws {
    guard let job = waiting else { return }
    waiting = nil
    try receive(.result(job, runner.run(job) { try receive(.piece(ordinal: job.ordinal, $0)) }))
  }

  func stop() {}
}
