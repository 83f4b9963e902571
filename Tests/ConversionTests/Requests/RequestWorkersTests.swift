import Findings
import Foundation
import SystemCalls
import Testing

@testable import Conversion

/// Workers for a server, played by shell scripts that misbehave in every way.
@Suite("Requests, and workers that hang, die and lie", .timeLimit(.minutes(2)))
struct RequestWorkersTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("ready", Frame.bytes(.ready, []))
    try folder.write("answer", Frame.bytes(.result, Array("yes".utf8)))
  }

  private func workers(_ script: String, count: Int = 1, seconds: Double = 30, megabytes: Int = 1000) throws
    -> RequestWorkers
  {
    var limits = FileLimits()
    limits.seconds = seconds
    limits.memory = megabytes << 20
    return try RequestWorkers(
      command: ["/bin/sh", "-c", "cd \(folder.path); echo >> started; cat ready; " + script], count: count,
      limits: limits)
  }

  /// Answers every request of six bytes: five of the frame and one.
  private static let obedient = "while [ $(head -c 6 | wc -c) = 6 ]; do cat answer; done"

  @Test func `an answer comes back, from the same process each time`() async throws {
    let workers = try workers(Self.obedient)
    defer { workers.stop() }
    for _ in 0..<5 { #expect(try await workers.perform([1]) == Array("yes".utf8)) }
    #expect(folder.bytes("started")?.count == 1)
  }

  @Test func `many requests wait for few workers`() async throws {
    let workers = try workers(Self.obedient, count: 2)
    defer { workers.stop() }
    let answers = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<40 { group.addTask { try await workers.perform([1]) } }
      return try await group.reduce(into: 0) { count, _ in count += 1 }
    }
    #expect(answers == 40)
    #expect((folder.bytes("started")?.count ?? 0) <= 2)
  }

  @Test(arguments: [
    ("sleep 60", 0.5, "run.time-limit"), ("exit 3", 30, "run.worker-died"), ("kill -9 $$", 30, "run.worker-died"),
    ("head -c 6 >/dev/null; printf garbage000000; sleep 60", 30, "run.worker-died"),
    ("head -c 6 >/dev/null; cat ready ready; exit 0", 30, "run.worker-died"),
  ])
  func `a worker that fails costs its request`(script: String, seconds: Double, rule: String) async throws {
    let workers = try workers(script, seconds: seconds)
    defer { workers.stop() }
    for _ in 0..<2 {
      let refusal = await #expect(throws: Refusal.self) { try await workers.perform([1]) }
      #expect(refusal?.finding.rule.name == rule)
    }
    #expect(folder.bytes("started")?.count == 2)
  }

  @Test func `a request of several files has the time of several`() async throws {
    let workers = try workers("head -c 6 >/dev/null; sleep 2; cat answer; sleep 60", seconds: 1)
    defer { workers.stop() }
    let refusal = await #expect(throws: Refusal.self) { try await workers.perform([1]) }
    #expect(refusal?.finding.values["seconds"] == "1")
    #expect(try await workers.perform([1], shares: 10) == Array("yes".utf8))
  }

  @Test func `a worker that eats memory is stopped`() async throws {
    let workers = try workers(
      "head -c 6 >/dev/null; a=$(head -c 100000000 /dev/zero | tr '\\0' x); sleep 60", megabytes: 20)
    defer { workers.stop() }
    let refusal = await #expect(throws: Refusal.self) { try await workers.perform([1]) }
    #expect(refusal?.finding.rule.name == "run.memory-limit")
  }

  @Test func `work that nobody waits for stops, and what waits behind it is done`() async throws {
    let workers = try workers("if [ -e second ]; then \(Self.obedient); fi; touch second; sleep 60")
    defer { workers.stop() }
    let first = Task { try await workers.perform([1]) }
    try await Task.sleep(for: .seconds(0.5))
    let second = Task { try await workers.perform([1]) }
    let third = Task { try await workers.perform([1]) }
    try await Task.sleep(for: .seconds(0.2))
    third.cancel()
    first.cancel()
    await #expect(throws: CancellationError.self) { try await first.value }
    await #expect(throws: CancellationError.self) { try await third.value }
    #expect(try await second.value == Array("yes".utf8))
  }

  @Test func `after the end there are no answers`() async throws {
    let workers = try workers("sleep 60")
    let waiting = Task { try await workers.perform([1]) }
    try await Task.sleep(for: .seconds(0.3))
    workers.stop()
    await #expect(throws: CancellationError.self) { try await waiting.value }
    await #expect(throws: CancellationError.self) { try await workers.perform([1]) }
  }

  @Test func `no process is left behind`() async throws {
    let workers = try workers("echo $$ >> processes; " + Self.obedient, count: 3)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<12 { group.addTask { _ = try await workers.perform([1]) } }
      try await group.waitForAll()
    }
    workers.stopAndWait()
    let processes = String(decoding: try folder.read("processes"), as: UTF8.self).split(separator: "\n")
    #expect((1...3).contains(processes.count))
    // Not even one that has ended and is not looked after.
    for process in processes { #expect(!FileManager.default.fileExists(atPath: "/proc/\(process)")) }
  }

  @Test func `a program that is not there is told`() async throws {
    let workers = try RequestWorkers(command: ["/nothing/here"], count: 1, limits: FileLimits())
    defer { workers.stop() }
    let refusal = await #expect(throws: Refusal.self) { try await workers.perform([1]) }
    #expect(refusal?.finding.rule.name == "run.system")
  }
}
