import Foundation
import Testing

@Suite("An input that cannot be used gets one sentence, exit status 2, and no output")
struct BadInputTests {
  /// What is wrong, the file's bytes, and the rule that says so.
  static let cases: [(String, [UInt8], String)] = [
    ("empty", [], "file.empty"),
    ("cut off JSON", Array(#"{"schema":"tracktable/1","forms":["#.utf8), "json.syntax"),
    ("JSON of another kind", Array(#"{"name":"甲"}"#.utf8), "json.unknown-key"),
    ("JSON with an amount that is none", Array(#"{"budget":{"total":{"initialBudget":"12abc"}}}"#.utf8), "json.value"),
  ]

  @Test(arguments: cases)
  func isRefused(what: String, bytes: [UInt8], rule: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("in.json", bytes)
    let outcome = try Command.run("convert", "in.json", "-o", "out.json", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.words.hasPrefix("in.json"), "the sentence begins with the file: \(outcome.words)")
    #expect(outcome.words.contains("[\(rule)]"))
    #expect(!outcome.words.contains(".。"), "one full stop: \(outcome.words)")
    #expect(outcome.words.split(separator: "\n").count == 1, "one sentence: \(outcome.words)")
    #expect(outcome.output.isEmpty)
    #expect(folder.files().keys.sorted() == ["in.json"])
  }

  /// A file as it is found, the options it is read with, and the rule that says what is wrong.
  static let files: [(name: String, bytes: [UInt8], options: [String], rule: String)] = [
    ("空.xlsx", [], [], "file.empty"),
    ("会议.csv", Array("日期,品名\n1月,纸张\n".utf8), [], "form.not-a-form"),
    ("乱码.csv", [0x81, 0x20, 0xFF, 0xFF], ["--encoding", "GB18030"], "text.invalid-bytes"),
    ("乱码.csv", Array("项目名称,".utf8) + [0xFF, 0xFE, 0x0A], ["--encoding", "UTF-8"], "text.invalid-bytes"),
    ("甲.csv", Array("项目名称,甲\n".utf8), ["--encoding", "nonsense"], "text.unknown-encoding"),
  ]

  @Test(arguments: files)
  func isRefused(file: (name: String, bytes: [UInt8], options: [String], rule: String)) throws {
    let folder = try TemporaryFolder()
    try folder.write(file.name, file.bytes)
    try expectRefusal(of: file.name, file.rule, options: file.options, in: folder)
  }

  @Test(arguments: [30, 500, 3000])
  func workbookCutOff(after bytes: Int) throws {
    let folder = try TemporaryFolder()
    #expect(try Command.run("template", "-o", "whole.xlsx", in: folder).status == 0)
    try folder.write("cut.xlsx", Array(folder.read("whole.xlsx").prefix(bytes)))
    try FileManager.default.removeItem(atPath: folder.path + "/whole.xlsx")
    try expectRefusal(of: "cut.xlsx", "xlsx.damaged", in: folder)
  }

  @Test func linkToNothing() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link.xlsx", withDestinationPath: "nowhere.xlsx")
    try expectRefusal(of: "link.xlsx", "file.missing", in: folder)
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func fileWithoutRight() throws {
    let folder = try TemporaryFolder()
    try folder.write("锁.json", SampleForm.json("甲"))
    #expect(chmod(folder.path + "/锁.json", 0) == 0)
    let outcome = try Command.run("convert", "锁.json", "-o", "out.xlsx", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.words.hasPrefix("锁.json："), "\(outcome.words)")
    #expect(!folder.exists("out.xlsx"))
  }

  @Test func outputBelowAFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("in.json", SampleForm.json("甲"))
    let outcome = try Command.run("convert", "in.json", "-o", "in.json/out.xlsx", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.words.contains("in.json/out.xlsx"))
    #expect(outcome.words.contains("[output.failed]"))
    #expect(folder.files().keys.sorted() == ["in.json"])
  }

  /// One sentence that begins with the file, exit status 2, and nothing beside the input, whatever the output.
  private func expectRefusal(
    of name: String, _ rule: String, options: [String] = [], in folder: TemporaryFolder
  ) throws {
    let before = folder.files()
    for output in ["out.xlsx", "-"] {
      let outcome = try Command.run(["convert", name, "-o", output] + options, in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.words.hasPrefix(name + "："), "the sentence begins with the file: \(outcome.words)")
      #expect(outcome.words.hasSuffix("[\(rule)]\n"), "\(outcome.words)")
      #expect(outcome.words.split(separator: "\n").count == 1, "one sentence: \(outcome.words)")
      #expect(outcome.output.isEmpty)
      #expect(folder.files() == before)
    }
    #expect(try Command.run(["convert", name, "-o", "out/"] + options, in: folder).status == 2)
    #expect(folder.files(in: "out").isEmpty)
  }

  @Test func missingFile() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run("convert", "没有.xlsx", "-o", "out.xlsx", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.words == "没有.xlsx：错误：文件不存在。请核对路径。 [file.missing]\n")
    #expect(folder.files().isEmpty)
  }

  @Test func wordsFollowTheLocaleUnlessAsked() throws {
    let folder = try TemporaryFolder()
    let english = "a.xlsx: error: The file does not exist. Check the path. [file.missing]\n"
    #expect(try Command.run("convert", "a.xlsx", "-o", "b.xlsx", in: folder, locale: "C").words == english)
    #expect(try Command.run("convert", "a.xlsx", "-o", "b.xlsx", "--lang", "en", in: folder).words == english)
    #expect(
      try Command.run("convert", "a.xlsx", "-o", "b.xlsx", "--lang", "zh", in: folder, locale: "C").words.contains(
        "文件不存在"))
  }

  @Test func oneBadInputDoesNotStopTheOthers() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/1.json", SampleForm.json("甲"))
    try folder.write("in/2.json", "{")
    try folder.write("in/3.json", SampleForm.json("丙"))
    let outcome = try Command.run("convert", "in", "-o", "out/", in: folder)
    #expect(outcome.status == 2)
    #expect(folder.files(in: "out").keys.sorted() == ["1.xlsx", "3.xlsx"])
    #expect(outcome.words.contains("in/2.json"))
  }
}
