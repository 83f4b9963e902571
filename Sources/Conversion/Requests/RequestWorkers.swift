import Dispatch
import Findings
import Synchronization
import SystemCalls

/// Worker processes that answer requests for a program that goes on for long, such as a server: each request costs at most its limits, and one that
/// is hostile costs only itself.
///
/// Requests are answered in the order in which they come, as many at once as there are workers. Each worker is watched by a thread of its own that
/// lasts as long as this object is not stopped: the kernel ends a process with the thread that has started it.
package final class RequestWorkers: Sendable {
  private struct Waiting {
    let number: Int
    let request: [UInt8]
    let shares: Int
    let answer: CheckedContinuation<[UInt8], any Error>
  }

  private struct State {
    /// What wakes the thread of each worker.
    var alarms: [Descriptor] = []
    /// Workers whose threads sleep.
    var idle: [Int] = []
    var waiting: [Waiting] = []
    /// Requests on their way into the queue.
    var coming: Set<Int> = []
    /// Requests that are being worked on.
    var working: Set<Int> = []
    /// Of those coming and those being worked on, the canceled ones.
    var unwanted: Set<Int> = []
    var next = 0
    var isStopped = false
  }

  private let state = Mutex(State())
  /// The threads that go on.
  private let threads = DispatchGroup()
  private let command: [String]
  private let limits: FileLimits

  /// - Parameters:
  ///   - command: Starts a process that calls `RequestServer.run`.
  ///   - count: How many work at once.
  ///   - limits: What one request may cost.
  /// - Throws: A refusal where the system starts no more threads.
  package init(command: [String], count: Int, limits: FileLimits) throws(Refusal) {
    self.command = command
    self.limits = limits
    for number in 0..<max(1, count) {
      do throws(SystemFailure) {
        // A thread that had hold of the other end as well would never see it close.
        let (alarm, end) = try ChildProcess.pipe()
        state.withLock { $0.alarms.append(end) }
        threads.enter()
        guard DetachedThread.start({ self.serve(number, alarm) }) else {
          threads.leave()
          throw SystemFailure(number: 11)
        }
      } catch {
        stop()
        throw Refusal(.runSystem, ["reason": error.words])
      }
    }
  }

  /// - Parameter shares: How many times the seconds of one file the request may take.
  /// - Throws: A `Refusal` where the request used up its limits or its worker died, `CancellationError` where the task was canceled: the work
  ///   then stops at once.
  package func perform(_ request: [UInt8], shares: Int = 1) async throws -> [UInt8] {
    let number = state.withLock {
      $0.next += 1
      $0.coming.insert($0.next)
      return $0.next
    }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { answer in
        let isTaken = state.withLock { state in
          state.coming.remove(number)
          // The task may have been canceled before it came here.
          if state.isStopped || state.unwanted.remove(number) != nil { return false }
          state.waiting.append(Waiting(number: number, request: request, shares: shares, answer: answer))
          if let idle = state.idle.popLast() { try? state.alarms[idle].write([1]) }
          return true
        }
        if !isTaken { answer.resume(throwing: CancellationError()) }
      }
    } onCancel: {
      cancel(number)
    }
  }

  /// Ends all workers; waiting requests throw `CancellationError`.
  package func stop() {
    let waiting = state.withLock { state in
      state.isStopped = true
      state.unwanted.formUnion(state.working)
      // The threads wake at the end of what they wait for.
      state.alarms = []
      defer { state.waiting = [] }
      return state.waiting
    }
    for one in waiting { one.answer.resume(throwing: CancellationError()) }
  }

  /// The same, and waits until all worker processes have ended: else they are left to whatever process takes up orphans, which may never look
  /// after them.
  package func stopAndWait() {
    stop()
    threads.wait()
  }

  private func cancel(_ number: Int) {
    let waiting = state.withLock { state -> Waiting? in
      guard let index = state.waiting.firstIndex(where: { $0.number == number }) else {
        if state.coming.contains(number) || state.working.contains(number) { state.unwanted.insert(number) }
        return nil
      }
      return state.waiting.remove(at: index)
    }
    waiting?.answer.resume(throwing: CancellationError())
  }

  /// The thread of a worker.
  private func serve(_ number: Int, _ alarm: Descriptor) {
    let worker = RequestWorker(command: command, limits: limits)
    defer {
      worker.stop()
      threads.leave()
    }
    while true {
      while let one = next(number) { work(one, worker) }
      guard let wake = try? alarm.read(upTo: 1), !wake.isEmpty else { return }
    }
  }

  /// What waits longest; nil where nothing does, and the worker is idle.
  private func next(_ number: Int) -> Waiting? {
    state.withLock { state in
      if state.isStopped { return nil }
      guard !state.waiting.isEmpty else {
        if !state.idle.contains(number) { state.idle.append(number) }
        return nil
      }
      let one = state.waiting.removeFirst()
      state.working.insert(one.number)
      return one
    }
  }

  private func work(_ one: Waiting, _ worker: RequestWorker) {
    var result: Result<[UInt8], any Error>
    do throws(Refusal) {
      result = .success(
        try worker.perform(one.request, shares: one.shares) { !state.withLock { $0.unwanted.contains(one.number) } })
    } catch {
      result = .failure(error)
    }
    let isUnwanted = state.withLock { state in
      state.working.remove(one.number)
      return state.unwanted.remove(one.number) != nil
    }
    if isUnwanted { result = .failure(CancellationError()) }
    one.answer.resume(with: result)
  }
}
