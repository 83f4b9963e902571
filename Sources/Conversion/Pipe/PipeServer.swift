import Dispatch
import Findings
import SystemCalls

/// Files in, answers out, in the order in which the files come: what an engine that distributes work calls on each of its machines.
///
/// Each file is read by a worker process within its limits, several at once; no file ends the stream. So many files as there are workers are
/// read ahead, and no more are held.
package struct PipeServer: Sendable {
  /// The version of the protocol.
  package static let version = PipeFrame.version
  /// Bytes of a file at most, and no more than a fourth of what its worker may take.
  private static let mostBytes = 256 << 20

  private let workerCommand: [String]
  private let jobs: Int
  private let limits: FileLimits
  private let language: Language

  package init(workerCommand: [String], jobs: Int, limits: FileLimits, language: Language) {
    self.workerCommand = workerCommand
    self.jobs = max(1, jobs)
    self.limits = limits
    self.language = language
  }

  /// An answer that is being made, or why there can be no more.
  private enum Step: Sendable {
    case answer(Task<[UInt8], Never>)
    case failure(any Error)
  }

  /// Runs to the end of the input.
  ///
  /// - Throws: A refusal where the input ends within a frame or is none, or where the reader of the answers has gone; all files before that have been
  ///   answered.
  package func run(
    input: Descriptor = StandardStreams.input, output: Descriptor = StandardStreams.output
  ) async throws {
    let workers = try RequestWorkers(command: workerCommand, count: jobs, limits: limits)
    defer { workers.stopAndWait() }
    // Dispatch ends the process where a semaphore goes with less in it than it was made with.
    let slots = DispatchSemaphore(value: 0)
    for _ in 0..<(2 * jobs) { slots.signal() }
    let (steps, coming) = AsyncStream.makeStream(of: Step.self)
    let mostBytes = min(Self.mostBytes, limits.memory / 4)
    let isRunning = DetachedThread.start {
      var frames = PipeFrameReader(input, mostBytes: mostBytes)
      do {
        while true {
          slots.wait()
          guard let frame = try frames.next() else { break }
          coming.yield(.answer(Task { await self.answer(frame, mostBytes, workers) }))
        }
      } catch {
        coming.yield(.failure(error))
      }
      coming.finish()
    }
    guard isRunning else { throw Refusal(.runSystem, ["reason": SystemFailure(number: 11).words]) }
    for await step in steps {
      switch step {
      case .answer(let task):
        try Self.write(await task.value, to: output)
        slots.signal()
      case .failure(let error): throw error
      }
    }
  }

  private func answer(_ frame: PipeFrame, _ mostBytes: Int, _ workers: RequestWorkers) async -> [UInt8] {
    do {
      switch frame.content {
      case .bytes(let bytes): return try await workers.perform(PipeWorker.request(frame.name, bytes))
      case .tooLarge: throw Refusal.exceeded("fileBytes", mostBytes)
      }
    } catch {
      let refusal = error as? Refusal ?? Refusal(.runWorkerDied, ["reason": "stopped"])
      return PipeAnswer.line(frame.name, refused: refusal.finding.within(Place(file: frame.name)), in: language)
    }
  }

  private static func write(_ line: [UInt8], to output: Descriptor) throws(Refusal) {
    do throws(SystemFailure) {
      try output.write(line)
    } catch {
      throw Refusal(error.isBrokenPipe ? .outputPipeClosed : .outputFailed, ["path": "-", "reason": error.words])
    }
  }
}
