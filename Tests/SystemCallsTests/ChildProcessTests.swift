import Foundation
import Glibc
import Testing

@testable import SystemCalls

@Suite("Programs that this one starts")
struct ChildProcessTests {
  private static func start(_ script: String, input: String = "") throws -> (process: ChildProcess, output: Descriptor)
  {
    let file = try TemporaryFile.nameless(in: TemporaryFile.folder)
    try file.write(Array(input.utf8))
    try file.move(to: 0)
    let output = try ChildProcess.pipe()
    let process = try ChildProcess(
      inGroupOfItsOwn: ["/bin/sh", "-c", script, "sh", "a b", "$c"],
      descriptors: [(0, file), (1, output.writing), (2, output.writing)], setting: ["GREETING": "hello"])
    return (process, output.reading)
  }

  private static func text(_ descriptor: Descriptor) throws -> String {
    var bytes: [UInt8] = []
    while case let piece = try descriptor.read(upTo: 1000), !piece.isEmpty { bytes += piece }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isRunning(_ number: Int32) -> Bool {
    // What is dead and was not waited for yet is a zombie.
    guard let status = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8) else { return false }
    return !status.contains(") Z ")
  }

  private static func goAway(_ numbers: [Int32]) -> Bool {
    let end = MonotonicClock.seconds + 20
    while MonotonicClock.seconds < end {
      if !numbers.contains(where: isRunning) { return true }
      MonotonicClock.pause(seconds: 0.02)
    }
    return false
  }

  @Test func aGroupHasItsArgumentsItsInputAndItsVariables() throws {
    let (process, output) = try Self.start("echo \"$1|$2|$GREETING\"; cat", input: "by the pipe\n")
    #expect(try Self.text(output) == "a b|$c|hello\nby the pipe\n")
    #expect(process.wait() == ChildProcess.Ending(status: 0, ofShell: true))
  }

  @Test(arguments: [
    ("exit 3", "exit 3"), ("kill -9 $$", "signal 9"), ("kill -15 $$", "signal 15"), ("exit 0", "exit 0"),
  ])
  func aGroupEndsAsItsProgramDid(_ script: String, _ words: String) throws {
    #expect(try Self.start(script).process.wait().words == words)
  }

  @Test func whatIsNoProgramIsNotStarted() {
    #expect(throws: SystemFailure(number: ENOENT)) {
      try ChildProcess(inGroupOfItsOwn: ["/nowhere/program"], descriptors: [])
    }
    #expect(throws: SystemFailure(number: EACCES)) { try ChildProcess(inGroupOfItsOwn: ["/tmp"], descriptors: []) }
  }

  /// The kernel closes the pipe of a process that is killed as it does here, where nobody holds the group any more.
  @Test(arguments: ["sleep 600", "(sleep 600 & echo $!; wait) & echo $!; wait", "trap '' HUP INT TERM; sleep 600"])
  func aGroupGoesWithWhoeverHasStartedIt(_ script: String) throws {
    var started: (process: ChildProcess, output: Descriptor)? = try Self.start("echo $$; \(script)")
    var numbers = [try #require(started).process.identifier]
    MonotonicClock.pause(seconds: 0.3)
    let text = try #require(started).output.read(upTo: 100)
    numbers += String(decoding: text, as: UTF8.self).split(separator: "\n").compactMap { Int32($0) }
    #expect(numbers.count >= 2 && numbers.allSatisfy(Self.isRunning))
    started = nil
    #expect(Self.goAway(Array(numbers.dropFirst())))
  }

  /// Says by which numbers it has something open.
  private static let listing = [
    "/bin/sh", "-c",
    "n=0; while [ $n -lt 1024 ]; do if [ -e /proc/$$/fd/$n ]; then echo $n; fi; n=$((n+1)); done",
  ]

  /// Two ends of a connection that a program would inherit, as a library makes them that does not ask for more.
  private static func connection() throws -> (near: Descriptor, far: Descriptor) {
    var ends: [Int32] = [0, 0]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else { throw SystemFailure.last }
    return (Descriptor(ends[0], isOwned: true), Descriptor(ends[1], isOwned: true))
  }

  @Test(arguments: [(false, "0\n1\n2\n6\n"), (true, "0\n1\n2\n")])
  func aProgramHasNothingOpenButWhatItIsGiven(isGroup: Bool, open: String) throws {
    let (near, far) = try Self.connection()
    let output = try ChildProcess.pipe()
    let process =
      if isGroup {
        try ChildProcess(inGroupOfItsOwn: Self.listing, descriptors: [(1, output.writing)])
      } else {
        try ChildProcess(Self.listing, descriptors: [(1, output.writing), (6, output.writing)])
      }
    #expect(process.wait().status == 0)
    #expect(String(decoding: try output.reading.read(upTo: 10_000), as: UTF8.self) == open)
    withExtendedLifetime((near, far)) {}
  }

  /// Whoever waits at the other end hears from the kernel that a connection has ended, and only once nobody has it open any more.
  @Test func aConnectionEndsWhileAProgramRuns() throws {
    var ends: (near: Descriptor, far: Descriptor)? = try Self.connection()
    let far = try #require(ends).far
    let process = try ChildProcess(["/bin/sleep", "600"], descriptors: [])
    defer {
      process.kill()
      _ = process.wait()
    }
    ends = nil
    #expect(try Poll.wait(for: [Poll.Wish(far.number)], atMost: 5)[0].canRead)
  }

  /// What a shell opens for a command, as in `tracktable check <(unzip -p form.zip)`, goes on to the processes that do the command's work.
  @Test func aProgramThatContinuesThisOneHasWhatThisOneHas() throws {
    let (near, far) = try Self.connection()
    let script = "echo hello >&\(far.number)"
    let process = try ChildProcess(["/bin/bash", "-c", script], descriptors: [], keepsOthers: true)
    #expect(process.wait().status == 0)
    #expect(try near.read(upTo: 100) == Array("hello\n".utf8))
  }

  /// A program that ends leaves nobody behind.
  @Test func whatAProgramHasLeftEndsWithIt() throws {
    let (process, output) = try Self.start("sleep 600 >/dev/null 2>&1 & echo $!")
    let left = try #require(Int32(try Self.text(output).trimmingCharacters(in: .newlines)))
    _ = process.wait()
    #expect(Self.goAway([left]))
  }
}
