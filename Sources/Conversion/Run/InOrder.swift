import SystemCalls

/// Brings what workers finish in any order back into the order of the inputs.
///
/// Pieces and forms wait in a spool. Results are small and wait in memory, but only so many: a run gives out no more jobs while one slow
/// input holds up as many as that.
final class InOrder {
  /// Results that may wait for one before them.
  static let mostWaiting = 20_000

  /// An input whose turn has come.
  struct Held {
    var job: Job
    var result: FileResult
    /// Its pieces and forms.
    var frames: HeldFrames
  }

  private struct Waiting {
    var log: FrameLog
    var done: (job: Job, result: FileResult)?
  }

  private var next = 0
  private var inputs: [Int: Waiting] = [:]
  let spool: FrameSpool

  /// - Parameter folder: Where the file for what does not fit into memory is made.
  init(folder: String) { spool = FrameSpool(folder: folder) }

  /// How many inputs are held back.
  var count: Int { inputs.count }
  var isFull: Bool { inputs.count >= Self.mostWaiting }

  func hold(_ kind: Frame.Kind, _ content: some Collection<UInt8>, of ordinal: Int) throws(SystemFailure) {
    var waiting = inputs.removeValue(forKey: ordinal) ?? Waiting(log: FrameLog(in: spool))
    try waiting.log.append(kind, content)
    inputs[ordinal] = waiting
  }

  /// What has come of an input so far.
  func frames(of ordinal: Int) -> HeldFrames { inputs[ordinal]?.log.frames ?? HeldFrames() }

  /// Drops what has come of an input, because it will come again.
  func discard(_ ordinal: Int) { inputs[ordinal] = nil }

  func finish(_ job: Job, _ result: FileResult) {
    var job = job
    job.expected = nil
    inputs[job.ordinal, default: Waiting(log: FrameLog(in: spool))].done = (job, result)
  }

  /// Removes and returns the next input in order; nil until its result has come.
  func dequeue() -> Held? {
    guard let waiting = inputs[next], let (job, result) = waiting.done else { return nil }
    inputs[next] = nil
    next += 1
    return Held(job: job, result: result, frames: waiting.log.frames)
  }

  /// Waits again for an input that was just dequeued: it will be done once more.
  func requeue(_ held: Held) { next = held.job.ordinal }
}
