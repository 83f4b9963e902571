import Findings
import SystemCalls

/// One worker process of `RequestWorkers`, started when there is something to do and again after its end.
final class RequestWorker {
  /// What a process may take to start on the most crowded of machines.
  private static let startingSeconds = 60.0
  /// Seconds between two looks at its memory and at whether the request was canceled.
  private static let watchInterval = 0.05
  private static let pieceSize = 1 << 17

  private let command: [String]
  private let limits: FileLimits
  private var running: Running?

  private struct Running {
    let process: ChildProcess
    let requests: Descriptor
    let answers: Descriptor
    var incoming = FrameBuffer()
    /// Whether it has started and waits for requests.
    var isReady = false
  }

  init(command: [String], limits: FileLimits) {
    self.command = command
    self.limits = limits
  }

  /// Sends a request and waits for its answer.
  ///
  /// - Parameters:
  ///   - shares: How many times the seconds of the limits it may take.
  ///   - isWanted: Asked now and then; once it says no, the process is ended.
  /// - Throws: A refusal where the process used up its time or memory, or died.
  func perform(_ request: [UInt8], shares: Int, isWanted: () -> Bool) throws(Refusal) -> [UInt8] {
    do throws(SystemFailure) {
      if running == nil { running = try start() }
    } catch {
      throw Refusal(.runSystem, ["reason": error.words])
    }
    var outgoing = Frame.bytes(.job, request)[...]
    let started = MonotonicClock.seconds
    let most = limits.seconds * Double(shares)
    var begin = running?.isReady == true ? started : nil
    while let now = running {
      do {
        if let answer = try exchange(&outgoing, &begin) {
          // One that has grown is not kept: the next request finds a small one.
          if now.process.residentMemory > limits.memory / 2 { stop() }
          return answer
        }
      } catch {
        throw Refusal(.runWorkerDied, ["reason": end()])
      }
      let seconds = MonotonicClock.seconds - (begin ?? started + Self.startingSeconds)
      if seconds > most {
        stop()
        throw Refusal(.runTimeLimit, ["seconds": String(Int(most.rounded()))])
      }
      if now.process.residentMemory + now.incoming.pendingBytes > limits.memory {
        stop()
        throw Refusal(.runMemoryLimit, ["megabytes": String(limits.memory >> 20)])
      }
      if !isWanted() { stop() }
    }
    throw Refusal(.runWorkerDied, ["reason": "stopped"])
  }

  func stop() {
    running?.process.kill()
    _ = end()
  }

  private func end() -> String {
    running?.process.kill()
    let words = running?.process.wait().words ?? "stopped"
    running = nil
    return words
  }

  /// Sends what the way down takes, and reads what has come.
  ///
  /// - Parameter begin: When the process began to work, which starting is no part of.
  /// - Returns: The answer, once it is complete.
  private func exchange(_ outgoing: inout ArraySlice<UInt8>, _ begin: inout Double?) throws -> [UInt8]? {
    guard var now = running else { return nil }
    defer { if running != nil { running = now } }
    var wishes = [Poll.Wish(now.answers.number)]
    if !outgoing.isEmpty { wishes.append(Poll.Wish(now.requests.number, reads: false, writes: true)) }
    let ready = try Poll.wait(for: wishes, atMost: Self.watchInterval)
    if ready.count > 1, ready[1].canWrite { outgoing = outgoing.dropFirst(try now.requests.send(outgoing)) }
    if ready[0].canRead, let bytes = try now.answers.readAvailable(upTo: Self.pieceSize) {
      guard !bytes.isEmpty else { throw FrameBuffer.Malformed() }
      now.incoming.append(bytes)
    }
    while let frame = try now.incoming.next() {
      switch frame.kind {
      case .ready:
        now.isReady = true
        begin = begin ?? MonotonicClock.seconds
      case .result: return Array(frame.content)
      default: throw FrameBuffer.Malformed()
      }
    }
    return nil
  }

  private func start() throws(SystemFailure) -> Running {
    let down = try ChildProcess.socketPair()
    let up = try ChildProcess.pipe()
    try up.reading.stopBlocking()
    let process = try ChildProcess(
      command,
      descriptors: [(0, down.reading), (1, up.writing), (2, try Descriptor.writing("/dev/null"))],
      setting: ["SWIFT_BACKTRACE": "enable=no", "TZ": "UTC0"])
    return Running(process: process, requests: down.writing, answers: up.reading)
  }
}
