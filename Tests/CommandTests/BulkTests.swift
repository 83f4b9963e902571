import Foundation
import Testing
import TrackingModel

@Suite("Runs over many files: limits, interruption, resuming")
struct BulkTests {
  /// `in/…` with so many forms; beside it `never`, a pipe that nobody writes to.
  private func inbox(_ count: Int) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try #require(mkfifo(folder.path + "/never", 0o600) == 0)
    for index in 0..<count { try folder.write("in/\(index / 10)/\(index).json", SampleForm.json("项目\(index)")) }
    return folder
  }

  @Test func aFileThatHangsIsGivenUpAndTheOthersAreDone() throws {
    let folder = try inbox(6)
    let outcome = try Command.run(
      "convert", "never", "in", "-o", "out/", "--time-limit", "3", "--jobs", "2", "--to", "json", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.words.contains("never：错误：处理超过 3 秒"), "\(outcome.words)")
    #expect(folder.files(in: "out").count == 6)
  }

  /// `<(…)` is a file that the shell has open for the command, and that only a process which inherits it can read.
  @Test(arguments: [("<(cat form.json)", 1), ("--jobs 2 in <(cat form.json) <(cat form.json)", 5)])
  func whatAShellHasOpenIsAnInput(_ inputs: String, _ forms: Int) throws {
    let folder = try inbox(3)
    try folder.write("form.json", SampleForm.json("另一个项目"))
    let shell = Command.start(["-c", "\"$0\" convert -o out.jsonl \(inputs)", Command.path], in: folder)
    shell.executableURL = URL(fileURLWithPath: "/bin/bash")
    let outcome = try Command.finish(shell)
    let lines = try String(contentsOfFile: folder.path + "/out.jsonl", encoding: .utf8).split(separator: "\n")
    #expect(lines.count == forms, "\(outcome.words)")
  }

  @Test func aFileThatEatsMemoryIsGivenUpAndTheOthersAreDone() throws {
    let folder = try inbox(3)
    // Any process has more than a megabyte; only the one that is at work for a while is looked at.
    let outcome = try Command.run(
      "convert", "never", "in", "-o", "out/", "--memory-limit", "1", "--jobs", "1", "--to", "json", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.words.contains("[run.memory-limit]"), "\(outcome.words)")
  }

  @Test(arguments: [["--time-limit", "2"], ["--memory-limit", "1"]])
  func aSingleFileHasTheSameLimits(limit: [String]) throws {
    let folder = try inbox(0)
    let outcome = try Command.run(["convert", "never", "-o", "out/"] + limit, in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.words.contains(limit[0] == "--time-limit" ? "[run.time-limit]" : "[run.memory-limit]"))
  }

  @Test func standardInputIsOneInputOfMany() throws {
    let folder = try inbox(3)
    let outcome = try Command.run(
      "convert", "in", "-", "-o", "out.jsonl", "--jobs", "2", in: folder, input: Data(SampleForm.json("管道")))
    #expect(outcome.status == 0, "\(outcome.words)")
    let lines = String(decoding: try folder.read("out.jsonl"), as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.last?.contains("管道") == true)
  }

  /// `in/a.json` lacks the unit.
  private func doubtful() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    var form = SampleForm.form("项目")
    form.implementingUnit.name = nil
    try folder.write("in/a.json", CanonicalJSON.document([form]))
    return folder
  }

  @Test func aFolderOfOneFileIsAFolder() throws {
    let folder = try doubtful()
    let one = try Command.run("convert", "in/a.json", "-o", "1/", in: folder)
    #expect(one.words.contains("› 实施单位"), "\(one.words)")
    let all = try Command.run("convert", "in", "-o", "2/", in: folder)
    #expect(!all.words.contains("› 实施单位"), "\(all.words)")
  }

  @Test(arguments: ["in/a.json", "in"]) func quietIsSilent(input: String) throws {
    let folder = try doubtful()
    let outcome = try Command.run("convert", input, "-o", "out/", "--quiet", in: folder)
    #expect(outcome.words == "")
  }

  @Test func interruptedItSaysHowToGoOnAndGoesOn() throws {
    let folder = try inbox(20)
    let process = Command.start(
      ["convert", "in", "never", "-o", "out/", "--time-limit", "2", "--to", "json"], in: folder)
    let words = Pipe()
    process.standardError = words
    try process.run()
    while folder.files(in: "out").count < 20, process.isRunning { usleep(20_000) }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let said = String(decoding: words.fileHandleForReading.bytesToEnd(), as: UTF8.self)
    #expect(said.contains("--resume"), "\(said)")
    let before = folder.files(in: "out")
    let resumed = try Command.run("convert", "in", "-o", "out/", "--to", "json", "--resume", in: folder)
    #expect(resumed.status == 0)
    #expect(resumed.words.contains("其中沿用上次 20"), "\(resumed.words)")
    #expect(folder.files(in: "out") == before)
  }

  @Test func whatIsGoneOrChangedIsDoneAgain() throws {
    let folder = try inbox(12)
    let arguments = ["convert", "in", "-o", "out/", "--to", "json"]
    #expect(try Command.run(arguments, in: folder).status == 0)
    let before = folder.files(in: "out")
    try folder.write("out/0/3.json", "broken")
    try FileManager.default.removeItem(atPath: folder.path + "/out/1")
    try folder.write("in/0/5.json", SampleForm.json("改过"))
    let resumed = try Command.run(arguments + ["--resume"], in: folder)
    #expect(resumed.words.contains("其中沿用上次 8"), "\(resumed.words)")
    let after = folder.files(in: "out")
    #expect(after.keys.sorted() == before.keys.sorted())
    for (name, bytes) in after where name != "0/5.json" { #expect(bytes == before[name]) }
    #expect(after["0/5.json"] != before["0/5.json"])
    let another = try Command.run(arguments + ["--resume", "--name", "{项目名称}"], in: folder)
    #expect(another.words.contains("其中沿用上次 0"), "other options make other outputs: \(another.words)")
  }

  @Test func aSecondRunIntoTheFolderIsRefused() throws {
    let folder = try inbox(2)
    let first = Command.start(["convert", "in", "never", "-o", "out/", "--time-limit", "60"], in: folder)
    first.standardError = FileHandle.nullDevice
    try first.run()
    while !folder.exists("out/.tracktable/journal"), first.isRunning { usleep(10_000) }
    let second = try Command.run("convert", "in", "-o", "out/", in: folder)
    #expect(second.status == 2)
    #expect(second.words.contains("[run.locked]"))
    kill(first.processIdentifier, SIGKILL)
    first.waitUntilExit()
  }

  @Test func stopsAtTheFirstFailureWhenAsked() throws {
    let folder = try inbox(40)
    try folder.write("in/0/0.json", "{")
    let outcome = try Command.run(
      "convert", "in", "-o", "out/", "--to", "json", "--fail-fast", "--jobs", "1", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.words.contains("--fail-fast"))
    #expect(folder.files(in: "out").count < 10)
  }

  @Test func reportAndLogNameEveryInput() throws {
    let folder = try inbox(3)
    try folder.write("in/9/bad.json", "{")
    let outcome = try Command.run(
      "convert", "in", "-o", "out/", "--report", "r.json", "--log", "l.jsonl", "--quiet", in: folder)
    #expect(outcome.status == 2)
    let report = String(decoding: try folder.read("r.json"), as: UTF8.self)
    for name in ["in/0/0.json", "in/0/1.json", "in/0/2.json", "in/9/bad.json"] { #expect(report.contains(name)) }
    #expect(report.contains("json.syntax"))
    let log = String(decoding: try folder.read("l.jsonl"), as: UTF8.self).split(separator: "\n")
    #expect(log.count == 6)
    for line in log { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    #expect(log.last?.contains(#""files":4,"forms":3,"done":3,"kept":0,"failed":1"#) == true)
  }
}
