import Findings
import SystemCalls

/// A worker process seen from outside: the ways to and from it, and the jobs it has been given.
///
/// The protocol, as states of the worker for the run:
///
///     starting ──ready──▶ idle ──job──▶ working ──result──▶ working on the next job, or idle
///                                         │  ▲
///                                         └──┘ piece, form
///     any state ──end of answers, no frame, time or memory used up──▶ ended
///
/// Why nothing can wait for ever:
/// - The run never waits for a worker. Both of its ends return at once: what the way down does not take stays in `outgoing` until `poll` says
///   that there is space in the pipe, and answers are read as they come.
/// - A worker may wait, for a job or for its answer to be read. The run reads whenever there is something to read, so the answer gets out,
///   and then the worker reads its next job.
/// - The clocks are the run's: a worker that sends nothing, or half a frame, or frames without end, runs into the time limit or the memory
///   limit, is killed, and costs the one job it was working on. Time that the run itself needs for what has come does not count.
///
/// Down go the profile and jobs, nothing else: options come with the command line. Up come pieces of gathered outputs, forms and results.
final class WorkerProcess {
  /// The descriptor by which a worker reads what came in on the run's standard input: its own one brings jobs.
  static let standardInput: Int32 = 3
  /// What a process may take to start on the most crowded of machines, before its time counts as work.
  private static let startingSeconds = 60.0
  /// Bytes read at once.
  private static let pieceSize = 1 << 17

  private let process: ChildProcess
  private let jobs: Descriptor
  private let answers: Descriptor
  private var incoming = FrameBuffer()
  private var outgoing: [UInt8] = []
  private var sent = 0
  private var isReady = false
  /// The jobs given and not yet answered; it is working on the first.
  private(set) var inFlight: [Job] = []
  /// Seconds of the monotonic clock when work on the first job began; starting the process is no part of it.
  private(set) var startedAt = MonotonicClock.seconds + WorkerProcess.startingSeconds

  enum Answer {
    case part(Frame.Kind, ArraySlice<UInt8>, ordinal: Int)
    case result(Job, FileResult)
  }

  /// - Throws: The error of the system where no process could be started.
  init(command: [String], profile: ProfileText?) throws(SystemFailure) {
    let down = try ChildProcess.socketPair()
    let up = try ChildProcess.pipe()
    let nowhere = try Descriptor.writing("/dev/null")
    try up.reading.stopBlocking()
    // A crash is reported as a finding; the backtrace that Swift would write takes longer than many files. No time zone matters to a worker,
    // for which the C library would otherwise look at `/etc/localtime` again at every entry of a package.
    process = try ChildProcess(
      command,
      descriptors: [
        (Self.standardInput, StandardStreams.input), (0, down.reading), (1, up.writing), (2, nowhere),
      ], setting: ["SWIFT_BACKTRACE": "enable=no", "TZ": "UTC0"], keepsOthers: true)
    jobs = down.writing
    answers = up.reading
    if let profile {
      var line = FieldLineWriter()
      line.add(profile.path)
      line.addBytes(profile.bytes)
      Frame.append(.profile, line.bytes, to: &outgoing)
    }
    send()
  }

  /// What to wait for.
  var wish: Poll.Wish { Poll.Wish(answers.number) }
  /// Whether the job pipe has to be waited for as well; nil where nothing is left to send.
  var sendingWish: Poll.Wish? { outgoing.isEmpty ? nil : Poll.Wish(jobs.number, reads: false, writes: true) }

  /// Gives it a job, to be sent as the pipe takes it.
  func give(_ job: Job) {
    if inFlight.isEmpty, isReady { startedAt = MonotonicClock.seconds }
    inFlight.append(job)
    Frame.append(.job, job.encoded(), to: &outgoing)
    send()
  }

  /// Sends what the pipe takes now.
  func send() {
    while sent < outgoing.count {
      // A worker that died meanwhile is noticed by the end of its answers.
      guard let count = try? jobs.send(outgoing[sent...]), count > 0 else { return }
      sent += count
    }
    outgoing = []
    sent = 0
  }

  /// Reads what has come.
  ///
  /// - Returns: The answers, and whether the worker has ended or sent what is none.
  func receive() -> (answers: [Answer], hasEnded: Bool) {
    var received: [Answer] = []
    do {
      guard let available = try answers.readAvailable(upTo: Self.pieceSize) else { return ([], false) }
      guard !available.isEmpty else { return ([], true) }
      incoming.append(available)
      try decodeAnswers(into: &received)
      return (received, false)
    } catch {
      return (received, true)
    }
  }

  /// Decodes every frame that is whole by now.
  private func decodeAnswers(into received: inout [Answer]) throws {
    while let frame = try incoming.next() {
      if frame.kind == .ready, !isReady {
        isReady = true
        startedAt = MonotonicClock.seconds
        continue
      }
      guard isReady, let job = inFlight.first else { throw FrameBuffer.Malformed() }
      switch frame.kind {
      case .piece, .form: received.append(.part(frame.kind, frame.content, ordinal: job.ordinal))
      case .result:
        received.append(.result(job, try FileResult(encoded: frame.content)))
        inFlight.removeFirst()
        startedAt = MonotonicClock.seconds
      case .ready, .profile, .job: throw FrameBuffer.Malformed()
      }
    }
  }

  /// Leaves time that the run needed for itself out of what the job has taken.
  func excuse(seconds: Double) { startedAt += seconds }

  /// Bytes of resident memory, and of what it has sent and the run must keep until it is whole.
  var memory: Int { process.residentMemory + incoming.pendingBytes }

  func kill() { process.kill() }

  /// Waits for the end of the process and says how it came, such as `signal 6`.
  func wait() -> String { process.wait().words }
}
