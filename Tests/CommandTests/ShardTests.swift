import Foundation
import Testing
import TrackingModel

@Suite("Shards, and what is put together of them")
struct ShardTests {
  /// Forms in folders and in an archive, some of them twice, some with errors, some that nobody can read.
  private func inbox() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for index in 0..<40 {
      var form = SampleForm.form("项目\(index % 33)")
      if index % 7 == 3 { form.implementingUnit.name = nil }
      try folder.write(
        "in/\(index / 10)/\(index).json", index % 9 == 8 ? Array("{".utf8) : CanonicalJSON.document([form]))
    }
    try folder.write("zip/1.json", SampleForm.json("项目1"))
    try folder.write("zip/2.json", SampleForm.json("项目2"))
    #expect(try Shell.run("cd zip && bsdtar --format zip -cf ../in/2/箱.zip *.json", in: folder).status == 0)
    return folder
  }

  /// Runs over each of so many shards.
  private func shards(_ count: Int, _ folder: TemporaryFolder, _ command: [String], _ outputs: [(String, String)])
    throws
  {
    for number in 1...count {
      let options = outputs.flatMap { [$0.0, $0.1.replacing("#", with: "\(number)")] }
      let outcome = try Command.run(command + options + ["--shard", "\(number)/\(count)", "--quiet"], in: folder)
      #expect([0, 1, 2].contains(outcome.status), "\(outcome.words)")
    }
  }

  private func names(_ count: Int, _ pattern: String) -> [String] {
    (1...count).map { pattern.replacing("#", with: "\($0)") }.shuffled()
  }

  @Test(arguments: [
    ("jsonl", []), ("csv", []), ("tsv", []), ("json", []), ("xlsx", ["--layout", "ledger"]), ("xlsx", ["--review"]),
  ])
  func outputsAndReportsPutTogetherAreThoseOfOneRun(format: String, options: [String]) throws {
    let folder = try inbox()
    let command = ["convert", "in", "in/1/11.json"] + options
    let one = try Command.run(command + ["-o", "one.\(format)", "--report", "one-report.json", "--quiet"], in: folder)
    try shards(16, folder, command, [("-o", "p#.\(format)"), ("--report", "r#.json")])
    let merged = try Command.run(["merge"] + names(16, "p#.\(format)") + ["-o", "all.\(format)"], in: folder)
    #expect(merged.status == one.status, "\(merged.words)")
    #expect(try folder.read("all.\(format)") == folder.read("one.\(format)"))
    let reports = try Command.run(["merge"] + names(16, "r#.json") + ["-o", "all-report.json"], in: folder)
    #expect(reports.status == one.status, "\(reports.words)")
    #expect(try folder.read("all-report.json") == folder.read("one-report.json"))
  }

  @Test(arguments: ["json", "xlsx", "html"]) func reportsOfChecksPutTogetherAreThatOfOne(format: String) throws {
    let folder = try inbox()
    let one = try Command.run("check", "in", "--report", "one.\(format)", "--quiet", in: folder)
    try shards(3, folder, ["check", "in"], [("--report", "r#.\(format)")])
    let merged = try Command.run(["merge"] + names(3, "r#.\(format)") + ["-o", "all.\(format)"], in: folder)
    #expect(merged.status == one.status)
    #expect(try folder.read("all.\(format)") == folder.read("one.\(format)"))
  }

  @Test func foldersPutTogetherAreThatOfOneRunAndAreGoneOnWith() throws {
    let folder = try inbox()
    #expect(try Command.run("convert", "in", "-o", "one/", "--to", "json", "--quiet", in: folder).status == 2)
    try shards(4, folder, ["convert", "in", "--to", "json"], [("-o", "d#/")])
    #expect(try Command.run(["merge"] + names(4, "d#") + ["-o", "all/"], in: folder).status == 2)
    #expect(folder.files(in: "all") == folder.files(in: "one"))
    let words = try ["one", "all"].map { output in
      try Command.run("convert", "in", "-o", "\(output)/", "--to", "json", "--resume", in: folder).words
        .replacing(#/用时 .*/#, with: "")
    }
    #expect(words[0] == words[1])
    #expect(words[1].contains("其中沿用上次 38"), "\(words[1])")
  }

  @Test func anOutputThatWasChangedIsNotTakenOver() throws {
    let folder = try inbox()
    try shards(2, folder, ["convert", "in", "--to", "json"], [("-o", "d#/")])
    let changed = try #require(folder.files(in: "d1").keys.sorted().first)
    try folder.write("d1/\(changed)", "changed")
    let outcome = try Command.run("merge", "d1", "d2", "-o", "all/", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.words.contains("[merge.output-changed]"))
    #expect(!folder.exists("all/\(changed)"))
  }

  @Test func storesPutTogetherSayWhatThatOfOneRunSays() throws {
    let folder = try inbox()
    #expect(try Command.run("convert", "in", "-o", "one.sqlite", "--quiet", in: folder).status == 2)
    try shards(5, folder, ["convert", "in"], [("-o", "s#.sqlite")])
    let merged = try Command.run(["merge"] + names(5, "s#.sqlite") + ["-o", "all.sqlite"], in: folder)
    #expect(merged.status == 2)
    // 40 files and 2 in the archive; every ninth cannot be read, and of the rest 5 do not name their unit.
    #expect(merged.words.contains("42 个文件，38 张表：完成 38（其中沿用上次 0），需人工处理 4；错误 9，"), "\(merged.words)")
    for name in ["one", "all"] {
      #expect(try Command.run("convert", "\(name).sqlite", "-o", "\(name).jsonl", "--quiet", in: folder).status != 2)
    }
    #expect(try folder.read("all.jsonl") == folder.read("one.jsonl"))
  }

  /// Stores and folders hold their inputs themselves: that one is missing is told all the same, and nothing is left that looks like a whole.
  @Test(arguments: [("s#.sqlite", "all.sqlite"), ("d#", "all")])
  func aMissingStoreOrFolderIsTold(pattern: String, output: String) throws {
    let folder = try inbox()
    let isStore = output.hasSuffix("sqlite")
    try shards(
      3, folder, ["convert", "in"] + (isStore ? [] : ["--to", "json"]), [("-o", isStore ? pattern : pattern + "/")])
    let inputs = (1...3).map { pattern.replacing("#", with: "\($0)") }
    func merge(_ inputs: [String]) throws -> String {
      let outcome = try Command.run(["merge"] + inputs + ["-o", isStore ? output : output + "/"], in: folder)
      #expect(outcome.status == 2)
      #expect(!folder.exists(output))
      return outcome.words
    }
    #expect(try merge([inputs[0], inputs[2]]).contains("[merge.missing]"))
    #expect(try merge([inputs[0], inputs[1], inputs[1], inputs[2]]).contains("[merge.twice]"))
    // One that has come to no end has no record.
    let record = isStore ? "s2.sqlite.shard" : "d2/.tracktable/shard"
    try FileManager.default.removeItem(atPath: folder.path + "/" + record)
    #expect(try merge(inputs).contains("[merge.no-record]"))
  }

  @Test func twoStoresWithTheSamePathAreToldAndNothingIsLeft() throws {
    let folder = try inbox()
    try shards(2, folder, ["convert", "in"], [("-o", "s#.sqlite")])
    // A store that was given another shard's rows.
    try FileManager.default.removeItem(atPath: folder.path + "/s2.sqlite")
    try FileManager.default.copyItem(atPath: folder.path + "/s1.sqlite", toPath: folder.path + "/s2.sqlite")
    let outcome = try Command.run("merge", "s1.sqlite", "s2.sqlite", "-o", "all.sqlite", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.words.contains("[merge.twice]"), "\(outcome.words)")
    #expect(folder.files().keys.allSatisfy { !$0.hasPrefix("all") })
  }

  @Test func moreShardsThanInputsAreFine() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/1.json", SampleForm.json("甲"))
    #expect(try Command.run("convert", "in", "-o", "one.csv", in: folder).status == 0)
    try shards(4, folder, ["convert", "in"], [("-o", "p#.csv")])
    #expect(try Command.run(["merge"] + names(4, "p#.csv") + ["-o", "all.csv"], in: folder).status == 0)
    #expect(try folder.read("all.csv") == folder.read("one.csv"))
  }

  @Test func whatDoesNotGoTogetherIsTold() throws {
    let folder = try inbox()
    try shards(3, folder, ["convert", "in"], [("-o", "p#.jsonl"), ("--report", "r#.json")])
    func merge(_ inputs: String..., to output: String = "x.jsonl") throws -> String {
      let outcome = try Command.run(["merge"] + inputs + ["-o", output], in: folder)
      #expect(outcome.status != 0)
      #expect(!folder.exists(output))
      return outcome.words
    }
    #expect(try merge("p1.jsonl", "p3.jsonl").contains("[merge.missing]"))
    #expect(try merge("p1.jsonl", "p2.jsonl", "p2.jsonl", "p3.jsonl").contains("[merge.twice]"))
    #expect(try merge("p1.jsonl", "p2.jsonl", "r3.json").contains("[usage.merge]"))
    #expect(try merge("p1.jsonl", "p2.jsonl", "p3.jsonl", to: "x.csv").contains("[usage.merge]"))
    #expect(try merge("p1.jsonl", "in").contains("[usage.merge]"))
    let whole = try Array(folder.read("p3.jsonl.shard"))
    for length in [0, 3, 100, whole.count / 2, whole.count - 1] {
      try folder.write("p3.jsonl.shard", Array(whole.prefix(length)))
      #expect(try merge("p1.jsonl", "p2.jsonl", "p3.jsonl").contains("[merge.no-record]"), "\(length)")
    }
    // Another list of inputs.
    try folder.write("in/0/00.json", SampleForm.json("新来的"))
    try shards(1, folder, ["convert", "in"], [("-o", "q#.jsonl")])
    let later = try Command.run("convert", "in", "-o", "p3.jsonl", "--shard", "3/3", "--force", "--quiet", in: folder)
    #expect(later.status != 64)
    #expect(try merge("p1.jsonl", "p2.jsonl", "p3.jsonl").contains("[merge.different]"))
    #expect(try merge("p1.jsonl", "p2.jsonl", "q1.jsonl").contains("[merge.different]"))
  }

  @Test(arguments: ["0/4", "5/4", "1", "1/0", "a/b", "1/2/3", "-1/4", "1/ 4"])
  func whatIsNoShardIsWrongUsage(shard: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("in/1.json", SampleForm.json("甲"))
    let outcome = try Command.run("convert", "in", "-o", "x.jsonl", "--shard=\(shard)", in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.words.contains("[usage.shard]"), "\(outcome.words)")
  }

  @Test(arguments: [
    ["-o", "out/", "--name", "{项目名称}"], ["-o", "-", "--to", "json"], ["-o", "x.jsonl", "--fail-fast"],
  ])
  func whatCannotBePutTogetherIsWrongUsage(options: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write("in/1.json", SampleForm.json("甲"))
    let outcome = try Command.run(["convert", "in", "--shard", "1/2"] + options, in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.words.contains("[usage.shard-name]"), "\(outcome.words)")
  }
}
