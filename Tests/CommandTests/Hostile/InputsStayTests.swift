import Foundation
import Testing
import TrackingModel

@Suite("No input is ever written to, whatever the option and whatever it is called")
struct InputsStayTests {
  /// Options that name a file for writing, after which a name follows; the output folder does not matter.
  static let options: [[String]] = [
    ["check", "in.json", "--force", "--report"], ["check", "in.json", "--log"],
    ["convert", "in.json", "--force", "-o"], ["convert", "in.json", "-o", "other.json", "--force", "--report"],
    ["convert", "in.json", "-o", "other.json", "--log"],
    ["convert", "--files-from", "list", "-o", "other.json", "--force", "--report"],
    ["convert", "-", "--force", "-o"],
  ]

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("in.json", SampleForm.json("甲"))
    try folder.write("list", "in.json\n")
    try folder.write("profile.json", "year: 2024\n")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/link.json", withDestinationPath: "in.json")
    try FileManager.default.linkItem(atPath: folder.path + "/in.json", toPath: folder.path + "/hard.json")
    return folder
  }

  @Test(arguments: options, ["in.json", "./in.json", "link.json", "hard.json"])
  func underEveryName(options: [String], name: String) throws {
    let folder = try folder()
    let before = folder.files()
    let arguments = (options + [name]).map { "'\($0)'" }.joined(separator: " ")
    let outcome = try Shell.run("\"$T\" \(arguments) <in.json; echo $?", in: folder)
    #expect(outcome.text.hasSuffix("2\n"), "\(outcome.text) \(outcome.words)")
    #expect(outcome.words.contains("[output.is-input]"), "\(outcome.words)")
    #expect(folder.files().filter { before[$0.key] != nil } == before)
    #expect(!folder.exists("other.json"))
  }

  @Test func theProfileAndTheListOfFilesAreInputsToo() throws {
    let folder = try folder()
    let before = folder.files()
    for target in ["profile.json", "list"] {
      let outcome = try Command.run(
        "check", "in.json", "--profile", "profile.json", "--files-from", "list", "--log", target, in: folder)
      #expect(outcome.status == 2 && outcome.words.contains("[output.is-input]"), "\(outcome.words)")
    }
    #expect(folder.files() == before)
  }

  @Test func theReviewCopyAsWell() throws {
    let folder = try TemporaryFolder()
    var form = SampleForm.form("甲")
    form.implementingUnit.name = nil
    try folder.write("全部（核对）.xlsx", CanonicalJSON.document([form]))
    let before = folder.files()
    let outcome = try Command.run(
      "convert", "全部（核对）.xlsx", "-o", "全部.xlsx", "--review", "--force", in: folder)
    #expect(outcome.status == 2 && outcome.words.contains("[output.is-input]"), "\(outcome.words)")
    #expect(folder.files() == before)
  }

  /// What is called as this program calls unfinished files is a file like any other.
  @Test func filesThatLookUnfinished() throws {
    let folder = try TemporaryFolder()
    let names = [".out.json.part", "out/.tracktable/parts/x.json", "out/.tracktable/parts/part-12-3"]
    for name in names { try folder.write(name, SampleForm.json(name)) }
    #expect(try Command.run(["convert"] + names + ["-o", "out.json"], in: folder).status == 0)
    #expect(try Command.run(["convert"] + names + ["-o", "out/"], in: folder).status == 0)
    for name in names { #expect(folder.exists(name)) }
  }

  @Test func aFileOfAnybodyIsNotAppendedTo() throws {
    let folder = try folder()
    try folder.write("letter.txt", "dear")
    let outcome = try Command.run("check", "in.json", "--log", "letter.txt", in: folder)
    #expect(outcome.status == 2 && outcome.words.contains("[output.is-no-log]"), "\(outcome.words)")
    // No option makes it one.
    #expect(!outcome.words.contains("--force") && !outcome.words.contains("--resume"), "\(outcome.words)")
    #expect(try folder.read("letter.txt") == Data("dear".utf8))
    for _ in 0..<2 { #expect(try Command.run("check", "in.json", "--log", "log.jsonl", in: folder).status == 0) }
    #expect(String(decoding: try folder.read("log.jsonl"), as: UTF8.self).split(separator: "\n").count == 6)
  }

  @Test func oneFileIsNotAskedForTwice() throws {
    let folder = try folder()
    let outcome = try Command.run("convert", "in.json", "-o", "o.json", "--report", "./o.json", in: folder)
    #expect(outcome.status == 64 && outcome.words.contains("[usage.two-outputs]"), "\(outcome.words)")
    #expect(!folder.exists("o.json"))
  }

  // MARK: Reports in an inbox

  @Test(arguments: ["html", "json", "xlsx"], ["zh", "en"])
  func ourOwnReportInAWalkedFolderIsNoInputAndMayBeReplaced(format: String, language: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.json", SampleForm.json("甲"))
    let report = "in/任何名字.\(format)"
    #expect(try Command.run("check", "in", "--report", report, "--lang", language, in: folder).status == 0)
    let first = try folder.read(report)
    let refused = try Command.run("check", "in", "--report", report, "--lang", language, in: folder)
    #expect(refused.status == 2 && refused.words.contains("[output.exists]"))
    let again = try Command.run("check", "in", "--report", report, "--force", "--lang", language, in: folder)
    #expect(again.status == 0, "\(again.words) \(again.text)")
    #expect(try folder.read(report) == first, "the report is not among what it reports on")
    let converted = try Command.run("convert", "in", "-o", "out/", "--to", "json", "--lang", "zh", in: folder)
    #expect(converted.status == 0 && converted.words.contains("本程序的报告 1 个"), "\(converted.words)")
    #expect(folder.files(in: "out").keys.sorted() == ["a.json"])
  }

  @Test(arguments: ["整改清单.xlsx", "report.html", "report.json"])
  func aFileThatIsOnlyCalledLikeAReportIsAnInput(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.json", SampleForm.json("甲"))
    try folder.write("in/" + name, SampleForm.json("乙"))
    let before = folder.files()
    let outcome = try Command.run("check", "in", "--report", "in/" + name, "--force", in: folder)
    #expect(outcome.status == 2 && outcome.words.contains("[output.is-input]"), "\(outcome.words)")
    #expect(folder.files() == before)
  }

  @Test func aLogInAWalkedFolderIsNoInputEither() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.json", SampleForm.json("甲"))
    for _ in 0..<2 {
      let outcome = try Command.run("check", "in", "--log", "in/log.jsonl", in: folder)
      #expect(outcome.status == 0, "\(outcome.words) \(outcome.text)")
    }
  }
}
