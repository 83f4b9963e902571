import Findings
import Glibc

/// Several worker processes, watched by one thread: jobs go out, answers come in, and a worker that dies, hangs or eats
/// memory costs the one file it was working on.
final class WorkerPool: Executor {
  /// Jobs that a worker has beforehand, so that it need not wait for its next.
  private static let depth = 3
  /// Seconds between two looks at the workers' clocks and memory.
  private static let watchInterval = 0.1

  private let command: [String]
  private let limits: FileLimits
  private var workers: [WorkerProcess] = []
  private let size: Int
  /// Jobs taken back from a worker that died, to be done before new ones.
  private var returned: [Job] = []
  private var watchedAt = 0.0

  init(command: [String], size: Int, limits: FileLimits) {
    self.command = command
    self.size = size
    self.limits = limits
  }

  var hasRoom: Bool {
    returned.isEmpty && (workers.count < size || workers.contains { $0.inFlight.count < Self.depth })
  }
  var isBusy: Bool { !returned.isEmpty || workers.contains { !$0.inFlight.isEmpty } }

  func submit(_ job: Job) throws(SystemFailure) {
    if let idle = workers.first(where: { $0.inFlight.isEmpty }) { return idle.send(job) }
    if workers.count < size {
      let worker = try WorkerProcess(command: command)
      workers.append(worker)
      return worker.send(job)
    }
    workers.min { $0.inFlight.count < $1.inFlight.count }?.send(job)
  }

  func collect(
    waitingAtMost seconds: Double, or signals: Int32, _ receive: (ExecutorEvent) throws -> Void
  ) throws {
    while let job = returned.first, workers.count < size || workers.contains(where: { $0.inFlight.count < Self.depth })
    {
      returned.removeFirst()
      try submit(job)
    }
    var descriptors = workers.map { pollfd(fd: $0.answers, events: Int16(POLLIN), revents: 0) }
    descriptors.append(pollfd(fd: signals, events: Int16(POLLIN), revents: 0))
    let wait = min(seconds, Self.watchInterval)
    guard poll(&descriptors, nfds_t(descriptors.count), Int32(wait * 1000)) >= 0 || errno == EINTR else {
      throw SystemFailure(number: errno)
    }
    for (worker, descriptor) in zip(workers, descriptors) where descriptor.revents != 0 {
      for event in answers(of: worker) { try receive(event) }
    }
    for event in watch() { try receive(event) }
  }

  func stop() {
    for worker in workers {
      worker.kill()
      _ = worker.wait()
    }
    workers = []
  }

  private func answers(of worker: WorkerProcess) -> [ExecutorEvent] {
    guard let answers = worker.receive() else {
      return bury(worker) { Finding(.runWorkerDied, ["reason": $0]) }
    }
    return answers.map {
      switch $0 {
      case .piece(let ordinal, let bytes): .piece(ordinal: ordinal, bytes)
      case .result(let job, let result): .result(job, result)
      }
    }
  }

  /// Stops workers that have been at one job for too long, or have grown too large.
  private func watch() -> [ExecutorEvent] {
    let now = MonotonicClock.seconds
    guard now - watchedAt >= Self.watchInterval else { return [] }
    watchedAt = now
    var events: [ExecutorEvent] = []
    for worker in workers where !worker.inFlight.isEmpty && now - worker.startedAt >= Self.watchInterval {
      if now - worker.startedAt > limits.seconds {
        worker.kill()
        let seconds = String(Int(limits.seconds.rounded()))
        events += bury(worker) { _ in Finding(.runTimeLimit, ["seconds": seconds]) }
      } else if worker.residentMemory > limits.memory {
        worker.kill()
        events += bury(worker) { [limits] _ in Finding(.runMemoryLimit, ["megabytes": String(limits.memory >> 20)]) }
      }
    }
    return events
  }

  /// Removes a dead worker. The job it was working on fails; those behind it go to somebody else.
  private func bury(_ worker: WorkerProcess, _ reason: (String) -> Finding) -> [ExecutorEvent] {
    worker.kill()
    let finding = reason(worker.wait())
    workers.removeAll { $0 === worker }
    guard let job = worker.inFlight.first else { return [] }
    returned += worker.inFlight.dropFirst()
    return [.result(job, FileResult(.refused, because: finding.within(Place(file: job.input.label))))]
  }
}
