import Foundation
import Testing
import TrackingModel

@Suite("A store as output and input of the command")
struct StoreTests {
  private func inbox(_ count: Int) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for index in 0..<count { try folder.write("in/\(index / 10)/\(index).json", SampleForm.json("项目\(index)")) }
    return folder
  }

  @Test(arguments: ["out.sqlite", "out.db", "OUT.SQLITE"])
  func theExtensionMakesItAStore(output: String) throws {
    let folder = try inbox(12)
    let outcome = try Command.run("convert", "in", "-o", output, in: folder)
    #expect(outcome.status == 0, "\(outcome.words)")
    #expect(try folder.read(output).starts(with: Array("SQLite format 3\0".utf8)))
    #expect(folder.files().keys.filter { !$0.hasPrefix("in/") } == [output], "nothing is left beside it")
    for (input, result) in [("in", "a.jsonl"), (output, "b.jsonl")] {
      #expect(try Command.run("convert", input, "-o", result, in: folder).status == 0)
    }
    #expect(try folder.read("a.jsonl") == folder.read("b.jsonl"))
    #expect(try Command.run("convert", output, "-o", "表/", "--name", "{项目名称}", in: folder).status == 0)
    #expect(folder.files(in: "表").count == 12)
  }

  @Test(arguments: [["missing.csv"], ["broken.json"], ["missing.csv", "broken.json"]])
  func aRunThatReadsNothingLeavesTheStoreThatIsThere(inputs: [String]) throws {
    let folder = try inbox(2)
    try folder.write("broken.json", "{")
    #expect(try Command.run("convert", "in", "-o", "out.sqlite", in: folder).status == 0)
    let before = try folder.read("out.sqlite")
    let outcome = try Command.run(["convert"] + inputs + ["-o", "out.sqlite", "--force"], in: folder)
    #expect(outcome.status == 2, "\(outcome.words)")
    #expect(try folder.read("out.sqlite") == before)
  }

  @Test func aStoreThatIsReplacedHasWhatWasRefusedBeforeTheFirstForm() throws {
    let folder = try inbox(2)
    #expect(try Command.run("convert", "in", "-o", "replaced.sqlite", in: folder).status == 0)
    try folder.write("in/-.json", "{")
    #expect(try Command.run("convert", "in", "-o", "replaced.sqlite", "--force", in: folder).status == 2)
    #expect(try Command.run("convert", "in", "-o", "new.sqlite", in: folder).status == 2)
    #expect(try folder.read("replaced.sqlite") == folder.read("new.sqlite"))
  }

  @Test(arguments: [["--to", "json"], ["--layout", "ledger"], ["--review"], ["--name", "{项目名称}"]])
  func whatMakesNoSenseForAStoreIsWrongUsage(options: [String]) throws {
    let folder = try inbox(1)
    let outcome = try Command.run(["convert", "in", "-o", "out.sqlite"] + options, in: folder)
    #expect(outcome.status == 64, "\(outcome.words)")
    #expect(!folder.exists("out.sqlite"))
  }

  /// Killed at ten moments, each time gone on with; in the end it says the same as one that was left alone.
  @Test func killedAtAnyMomentItIsFinishedByResuming() throws {
    let folder = try inbox(300)
    #expect(try Command.run("convert", "in", "-o", "whole.sqlite", "--quiet", in: folder).status == 0)
    for moment in 0..<10 {
      let process = Command.start(["convert", "in", "-o", "torn.sqlite", "--resume", "--quiet"], in: folder)
      try process.run()
      usleep(UInt32(10_000 + moment * 25_000))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    #expect(try Command.run("convert", "in", "-o", "torn.sqlite", "--resume", "--quiet", in: folder).status == 0)
    for name in ["whole", "torn"] {
      #expect(try Command.run("convert", "\(name).sqlite", "-o", "\(name).jsonl", in: folder).status == 0)
    }
    #expect(try folder.read("whole.jsonl") == folder.read("torn.jsonl"))
    #expect(try folder.read("whole.jsonl").split(separator: 10).count == 300)
  }

  /// A run that waits for a pipe that nobody writes to, once it has put everything else into its store.
  private func waiting(in folder: TemporaryFolder) throws -> Process {
    try #require(mkfifo(folder.path + "/never", 0o600) == 0)
    let process = Command.start(["convert", "in", "never", "-o", "out.sqlite", "--time-limit", "60"], in: folder)
    process.standardError = FileHandle.nullDevice
    try process.run()
    while !folder.exists("out.sqlite-wal"), process.isRunning { usleep(10_000) }
    usleep(200_000)
    return process
  }

  @Test func whatIsLeftUnfinishedIsNoInput() throws {
    let folder = try inbox(3)
    let process = try waiting(in: folder)
    let during = try Command.run("check", "out.sqlite", in: folder)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let after = try Command.run("check", "out.sqlite", in: folder)
    for outcome in [during, after] {
      #expect(outcome.status == 2)
      #expect(outcome.text.contains("[store.unfinished]"), "\(outcome.text)")
    }
    #expect(try Command.run("convert", "in", "-o", "out.sqlite", "--resume", in: folder).status == 0)
    #expect(try Command.run("check", "out.sqlite", in: folder).status == 0)
  }

  @Test func twoRunsAtOnceAreOneTooMany() throws {
    let folder = try inbox(3)
    let first = try waiting(in: folder)
    for option in ["--resume", "--force"] {
      let second = try Command.run("convert", "in", "-o", "out.sqlite", option, in: folder)
      #expect(second.status == 2)
      #expect(second.words.contains("[run.locked]"), "\(second.words)")
    }
    kill(first.processIdentifier, SIGKILL)
    first.waitUntilExit()
    // Whoever had it open is gone.
    #expect(try Command.run("convert", "in", "-o", "out.sqlite", "--force", in: folder).status == 0)
  }

  @Test(arguments: [[UInt8]("no database".utf8), []]) func whatIsNoDatabaseIsReplacedOnlyWhereThatIsWanted(
    bytes: [UInt8]
  ) throws {
    let folder = try inbox(2)
    try folder.write("out.sqlite", bytes)
    #expect(try Command.run("convert", "in", "-o", "out.sqlite", in: folder).status == 2)
    #expect(try folder.read("out.sqlite") == Data(bytes))
    #expect(try Command.run("convert", "in", "-o", "out.sqlite", "--force", in: folder).status == 0)
    #expect(try Command.run("check", "out.sqlite", in: folder).status == 0)
  }
}
