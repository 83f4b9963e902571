import SystemCalls

/// Executes jobs: this process, or several others.
protocol Executor: AnyObject {
  /// Whether another job can be handed over that will be worked on soon.
  var hasCapacity: Bool { get }
  /// Whether jobs are being worked on.
  var isBusy: Bool { get }
  /// Queues a job; never waits.
  func submit(_ job: Job)
  /// Returns the results of jobs so far; waits for something to come, for the signal descriptor, or until the time is up.
  func collect(
    waitingAtMost seconds: Double, or signals: Int32, _ receive: (ExecutorEvent) throws -> Void) throws
  func stop()
}

/// What comes back of a job.
enum ExecutorEvent {
  /// A piece of a gathered output or a form; those of a job come in order, but between those of other jobs.
  case part(Frame.Kind, ArraySlice<UInt8>, ordinal: Int)
  /// The job has to be done again: what has come of it is void.
  case restarted(ordinal: Int)
  case result(Job, FileResult)
}

/// Works within this process, one job at a time: for programs that embed the library.
final class LocalExecutor: Executor {
  private let runner: JobRunner
  private var waiting: [Job] = []

  init(settings: RunSettings) { runner = JobRunner(settings: settings, destination: settings.destination) }

  var hasCapacity: Bool { waiting.isEmpty }
  var isBusy: Bool { !waiting.isEmpty }

  func submit(_ job: Job) { waiting.append(job) }

  func collect(
    waitingAtMost seconds: Double, or signals: Int32, _ receive: (ExecutorEvent) throws -> Void
  ) throws {
    guard !waiting.isEmpty else { return }
    let job = waiting.removeFirst()
    let result = runner.run(job) { kind, content in try receive(.part(kind, content[...], ordinal: job.ordinal)) }
    try receive(.result(job, result))
  }

  func stop() {}
}
