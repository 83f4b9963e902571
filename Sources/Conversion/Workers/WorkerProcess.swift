import CLinux
import Findings
import Glibc

/// A worker process seen from outside: its pipes, and the jobs it has been given.
final class WorkerProcess {
  let answers: Int32
  private let process: pid_t
  private let jobPipe: Int32
  private var buffer = FrameBuffer()
  private var isReady = false
  /// The jobs sent and not yet answered; it is working on the first.
  private(set) var inFlight: [Job] = []
  /// Seconds of the monotonic clock when work on the first job began; starting the process is no part of it.
  private(set) var startedAt = MonotonicClock.seconds + WorkerProcess.startingSeconds
  /// What a process may take to start on the most crowded of machines, before its time counts as work.
  private static let startingSeconds = 60.0

  /// The descriptor by which a worker reads what came in on the run's standard input: its own one brings jobs.
  static let standardInput: Int32 = 3

  enum Answer {
    case piece(ordinal: Int, [UInt8])
    case result(Job, FileResult)
  }

  /// - Throws: The error number where no process could be started.
  init(command: [String]) throws(SystemFailure) {
    var down: [Int32] = [0, 0]
    var up: [Int32] = [0, 0]
    guard pipe2(&down, O_CLOEXEC) == 0, pipe2(&up, O_CLOEXEC) == 0 else { throw SystemFailure(number: errno) }
    // None of the numbers that the worker's own descriptors are to have.
    down[0] = Self.moved(down[0])
    up[1] = Self.moved(up[1])
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    if fcntl(0, F_GETFD) >= 0 { posix_spawn_file_actions_adddup2(&actions, 0, Self.standardInput) }
    posix_spawn_file_actions_adddup2(&actions, down[0], 0)
    posix_spawn_file_actions_adddup2(&actions, up[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    // A crash is reported as a finding; the backtrace that Swift would write takes longer than many files.
    var environment: [UnsafeMutablePointer<CChar>?] = Self.environment().map { strdup($0) } + [nil]
    defer { for pointer in arguments + environment { free(pointer) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, command.first ?? "", &actions, nil, &arguments, &environment)
    close(down[0])
    close(up[1])
    self.process = process
    jobPipe = down[1]
    answers = up[0]
    guard failure == 0 else { throw SystemFailure(number: failure) }
  }

  deinit {
    close(jobPipe)
    close(answers)
  }

  /// The same end of a pipe under a number above those that a worker is given.
  private static func moved(_ descriptor: Int32) -> Int32 {
    guard descriptor <= standardInput else { return descriptor }
    defer { close(descriptor) }
    return fcntl(descriptor, F_DUPFD_CLOEXEC, standardInput + 1)
  }

  /// The environment of the run, but for two things: a crash is reported by the run and not by a backtrace, and no time zone matters
  /// to a worker, for which the C library would otherwise look at `/etc/localtime` again at every entry of a package.
  private static func environment() -> [String] {
    let own = ["SWIFT_BACKTRACE=enable=no", "TZ=UTC0"]
    var variables: [String] = []
    var entry = environ
    while let text = entry.pointee {
      variables.append(String(cString: text))
      entry += 1
    }
    return variables.filter { !$0.hasPrefix("SWIFT_BACKTRACE=") && !$0.hasPrefix("TZ=") } + own
  }

  /// Jobs are small and few are sent ahead, so the pipe always has room.
  func send(_ job: Job) {
    if inFlight.isEmpty, isReady { startedAt = MonotonicClock.seconds }
    inFlight.append(job)
    // A worker that died meanwhile is noticed by the end of its answers.
    try? jobPipe.writeAll(Frame.bytes(.job, job.encoded()))
  }

  /// Reads what has come; nil where the worker has ended.
  func receive() -> [Answer]? {
    guard let bytes = try? OpenFile(descriptor: answers).read(upTo: 1 << 17), !bytes.isEmpty else { return nil }
    buffer.append(bytes)
    var received: [Answer] = []
    while let frame = buffer.next(), let job = inFlight.first {
      switch frame.kind {
      case .ready:
        isReady = true
        startedAt = MonotonicClock.seconds
      case .piece: received.append(.piece(ordinal: job.ordinal, Array(frame.content)))
      case .result:
        guard let result = try? FileResult(encoded: frame.content) else { return nil }
        received.append(.result(job, result))
        inFlight.removeFirst()
        startedAt = MonotonicClock.seconds
      case .job: return nil
      }
    }
    return received
  }

  /// Bytes of resident memory; 0 where the process is gone.
  var residentMemory: Int {
    guard let file = try? OpenFile(path: "/proc/\(process)/statm"), let bytes = try? file.read(upTo: 200) else {
      return 0
    }
    let fields = bytes.split(separator: 32)
    guard fields.count > 1, let pages = Int(String(decoding: fields[1], as: UTF8.self)) else { return 0 }
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }

  func kill() { Glibc.kill(process, SIGKILL) }

  /// Waits for the end of the process and says how it came, such as `signal 6`.
  func wait() -> String {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7f
    return signal == 0 ? "exit \((status >> 8) & 0xff)" : "signal \(signal)"
  }
}
