import Findings
import SystemCalls

/// Several worker processes, watched by one thread: jobs go out, answers come in, and a worker that dies, hangs or eats
/// memory costs the one file it was working on. See `WorkerProcess` for the protocol.
final class WorkerPool: Executor {
  /// Jobs that a worker has beforehand, so that it need not wait for its next.
  private static let depth = 3
  /// Seconds between two looks at the workers' clocks and memory.
  private static let watchInterval = 0.1

  private let command: [String]
  private let profile: ProfileText?
  private let limits: FileLimits
  private var workers: [WorkerProcess] = []
  /// Workers to have; fewer where the system has no resources for more.
  private var size: Int
  /// Jobs that no worker has yet: new ones, and those of a worker that died.
  private var waiting: [Job] = []
  private var watchedAt = 0.0
  private var collectedAt = MonotonicClock.seconds

  init(command: [String], size: Int, limits: FileLimits, profile: ProfileText? = nil) {
    self.command = command
    self.size = size
    self.limits = limits
    self.profile = profile
  }

  var hasCapacity: Bool { waiting.count + workers.reduce(0) { $0 + $1.inFlight.count } < size * Self.depth }
  var isBusy: Bool { !waiting.isEmpty || workers.contains { !$0.inFlight.isEmpty } }

  func submit(_ job: Job) { waiting.append(job) }

  func collect(
    waitingAtMost seconds: Double, or signals: Int32, _ receive: (ExecutorEvent) throws -> Void
  ) throws {
    let ownTime = MonotonicClock.seconds - collectedAt
    for worker in workers { worker.excuse(seconds: ownTime) }
    defer { collectedAt = MonotonicClock.seconds }
    try distribute()
    let present = workers
    let sending = present.filter { $0.sendingWish != nil }
    let wishes = present.map(\.wish) + sending.compactMap(\.sendingWish) + [Poll.Wish(signals)]
    let ready = try Poll.wait(for: wishes, atMost: min(seconds, Self.watchInterval))
    for (worker, state) in zip(sending, ready.dropFirst(present.count)) where state.canWrite { worker.send() }
    for (worker, state) in zip(present, ready) where state.canRead {
      for event in answers(of: worker) { try receive(event) }
    }
    for event in watch() { try receive(event) }
  }

  func stop() {
    for worker in workers { worker.kill() }
    for worker in workers { _ = worker.wait() }
    workers = []
  }

  /// Gives jobs to those who have least to do, starting workers as long as there are to be more.
  private func distribute() throws {
    var given = 0
    while given < waiting.count {
      if let idle = workers.first(where: { $0.inFlight.isEmpty }) {
        idle.give(waiting[given])
      } else if workers.count < size {
        guard let worker = try start() else { continue }
        worker.give(waiting[given])
      } else if let free = workers.min(by: { $0.inFlight.count < $1.inFlight.count }),
        free.inFlight.count < Self.depth
      {
        free.give(waiting[given])
      } else {
        break
      }
      given += 1
    }
    waiting.removeFirst(given)
  }

  /// - Returns: nil where the system has no resources for as many workers, and fewer will do.
  private func start() throws(SystemFailure) -> WorkerProcess? {
    do throws(SystemFailure) {
      let worker = try WorkerProcess(command: command, profile: profile)
      workers.append(worker)
      return worker
    } catch {
      guard error.isShortage, !workers.isEmpty else { throw error }
      size = workers.count
      return nil
    }
  }

  private func answers(of worker: WorkerProcess) -> [ExecutorEvent] {
    let (answers, hasEnded) = worker.receive()
    let events: [ExecutorEvent] = answers.map {
      switch $0 {
      case .part(let kind, let content, let ordinal): .part(kind, content, ordinal: ordinal)
      case .result(let job, let result): .result(job, result)
      }
    }
    return hasEnded ? events + bury(worker) { Finding(.runWorkerDied, ["reason": $0]) } : events
  }

  /// Stops workers that have been at one job for too long, or have grown too large.
  private func watch() -> [ExecutorEvent] {
    let now = MonotonicClock.seconds
    guard now - watchedAt >= Self.watchInterval else { return [] }
    watchedAt = now
    var events: [ExecutorEvent] = []
    for worker in workers where !worker.inFlight.isEmpty && now - worker.startedAt >= Self.watchInterval {
      if now - worker.startedAt > limits.seconds {
        let seconds = String(Int(limits.seconds.rounded()))
        events += bury(worker) { _ in Finding(.runTimeLimit, ["seconds": seconds]) }
      } else if worker.memory > limits.memory {
        events += bury(worker) { [limits] _ in Finding(.runMemoryLimit, ["megabytes": String(limits.memory >> 20)]) }
      }
    }
    return events
  }

  /// Removes a worker that is dead or shall be. The job it was working on fails; those behind it go to another worker.
  private func bury(_ worker: WorkerProcess, _ reason: (String) -> Finding) -> [ExecutorEvent] {
    worker.kill()
    let finding = reason(worker.wait())
    workers.removeAll { $0 === worker }
    guard let job = worker.inFlight.first else { return [] }
    waiting.insert(contentsOf: worker.inFlight.dropFirst(), at: 0)
    let result = FileResult(.refused, because: finding.within(Place(file: job.input.label)))
    return [.restarted(ordinal: job.ordinal), .result(job, result)]
  }
}
