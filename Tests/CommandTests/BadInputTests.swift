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
    #expect(outcome.words.split(separator: "\n").count == 1, "one sentence: \(outcome.words)")
    #expect(outcome.output.isEmpty)
    #expect(folder.files().keys.sorted() == ["in.json"])
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
