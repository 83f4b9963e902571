import Findings
import Foundation
import SystemCalls
import Testing

@testable import Conversion

/// Workers that are shell scripts, so that they can misbehave in every way.
@Suite("Workers that write much, read slowly, hang, die and lie", .timeLimit(.minutes(2)))
struct WorkerPoolTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("ready", Frame.bytes(.ready, []))
  }

  /// Jobs so large that no pipe takes one whole.
  private func job(_ number: Int, bytes: Int = 1 << 20) -> Job {
    let output = Job.ExpectedOutput(path: String(repeating: "x", count: bytes), sha256: "00")
    return Job(
      ordinal: number, input: InputFile(path: Array("\(number)".utf8), name: "\(number)"),
      expected: Job.Expectation(inputSHA256: "00", outputs: [output]))
  }

  private struct Seen {
    var results: [Int: FileResult] = [:]
    var partBytes = 0
  }

  private func run(_ script: String, jobs: Int = 3, size: Int = 1, seconds: Double = 60, jobBytes: Int = 1 << 20) throws
    -> Seen
  {
    var limits = FileLimits()
    limits.seconds = seconds
    let pool = WorkerPool(
      command: ["/bin/sh", "-c", "cd \(folder.path); cat ready; " + script], size: size, limits: limits)
    defer { pool.stop() }
    for number in 0..<jobs { pool.submit(job(number, bytes: jobBytes)) }
    var seen = Seen()
    let deadline = MonotonicClock.seconds + 60
    while pool.isBusy, MonotonicClock.seconds < deadline {
      try pool.collect(waitingAtMost: 0.25, or: -1) {
        switch $0 {
        case .part(_, let content, _): seen.partBytes += content.count
        case .restarted: break
        case .result(let job, let result):
          #expect(seen.results.updateValue(result, forKey: job.ordinal) == nil, "one result a job")
        }
      }
    }
    #expect(!pool.isBusy, "something waits for ever")
    return seen
  }

  private func rules(_ seen: Seen) -> [String] {
    seen.results.sorted { $0.key < $1.key }.map { $0.value.findings.first?.rule.name ?? $0.value.outcome.rawValue }
  }

  /// What blocked both sides: the run writing a job, the worker writing its answer.
  @Test func largeAnswersMeetLargeJobs() throws {
    var answer = Frame.bytes(.piece, [UInt8](repeating: 1, count: 4 << 20))
    Frame.append(.result, FileResult(.done).encoded(), to: &answer)
    try folder.write("answer", answer)
    let seen = try run("for i in 1 2 3; do cat answer; done; exec cat >/dev/null")
    #expect(rules(seen) == ["done", "done", "done"])
    #expect(seen.partBytes == 12 << 20)
  }

  @Test func aWorkerThatReadsNothingCostsTheTimeLimit() throws {
    #expect(try rules(run("exec sleep 100", seconds: 0.3)) == Array(repeating: "run.time-limit", count: 3))
  }

  @Test func aWorkerThatSendsHalfAFrameCostsTheTimeLimit() throws {
    #expect(
      try rules(run(#"printf '\377\0\0\0\003'; exec sleep 100"#, jobs: 1, seconds: 0.3)) == ["run.time-limit"])
  }

  @Test(arguments: [
    ("exit 3", "exit 3"), ("kill -SEGV $$", "signal 11"), ("head -c 100 >/dev/null; kill -KILL $$", "signal 9"),
  ])
  func aWorkerThatDiesCostsTheJobItWorkedOn(script: String, reason: String) throws {
    let seen = try run(script)
    #expect(rules(seen) == Array(repeating: "run.worker-died", count: 3))
    #expect(seen.results[0]?.findings.first?.values["reason"] == reason)
  }

  /// The results before it died count; the jobs behind go to another.
  @Test func whatADyingWorkerSaidBeforeCounts() throws {
    try folder.write("answer", Frame.bytes(.result, FileResult(.done).encoded()))
    #expect(try rules(run("cat answer; cat answer; exit 1", jobs: 2)) == ["done", "done"])
  }

  @Test(arguments: ["printf 'no frames at all'", "exec cat /dev/zero", #"printf '\377\377\377\377\003'"#])
  func aWorkerThatSendsWhatIsNoAnswerIsStopped(script: String) throws {
    #expect(try rules(run(script + "; exec sleep 100", jobs: 1)) == ["run.worker-died"])
  }

  @Test func aPieceWithoutEndCostsTheLimits() throws {
    // A frame of a gigabyte that comes byte after byte.
    let seen = try run(#"printf '\0\0\0\100\003'; exec cat /dev/zero"#, jobs: 1, seconds: 1)
    #expect(["run.time-limit", "run.memory-limit", "run.worker-died"].contains(rules(seen)[0]))
  }

  @Test func severalWorkersShareTheJobs() throws {
    try folder.write("answer", Frame.bytes(.result, FileResult(.done).encoded()))
    let seen = try run("cat answer; exec cat >/dev/null", jobs: 4, size: 4, jobBytes: 1)
    #expect(seen.results.count == 4)
  }

  @Test func aProgramThatIsNotThereIsAFailureAndNotAHang() throws {
    let pool = WorkerPool(command: ["/nonexistent/program"], size: 2, limits: FileLimits())
    pool.submit(job(0))
    #expect(throws: SystemFailure.self) { try pool.collect(waitingAtMost: 0, or: -1) { _ in } }
  }
}
