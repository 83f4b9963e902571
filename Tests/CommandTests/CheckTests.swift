import Foundation
import Testing

@Suite("check says what has to be corrected and writes nothing else")
struct CheckTests {
  private static let seeds = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "fixtures/seeds/two-forms.tsv").path()

  @Test func theSeedsHaveExactlyOneWarning() throws {
    let folder = try TemporaryFolder()
    try folder.write("种子.tsv", Array(Data(contentsOf: URL(filePath: Self.seeds))))
    let outcome = try Command.run("check", "种子.tsv", in: folder)
    #expect(outcome.status == 0)
    let lines = outcome.text.split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("  错误") } == [])
    #expect(lines.filter { $0.hasPrefix("  警告") }.count == 1)
    #expect(outcome.text.contains("[assessment.behind-calendar]"))
    #expect(lines.last?.hasPrefix("共 1 个文件、2 张表：1 个警告") == true)
    #expect(folder.files().keys.sorted() == ["种子.tsv"])
  }

  @Test func errorsInAFormAreStatusOne() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/好.json", SampleForm.json("甲"))
    let sound = String(decoding: SampleForm.json("乙"), as: UTF8.self)
    try folder.write("in/坏.json", sound.replacing("\"示范中心\"", with: "null"))
    let outcome = try Command.run("check", "in", in: folder)
    #expect(outcome.status == 1, "\(outcome.text)")
    #expect(outcome.text.contains("in/好.json  未发现问题\n"))
    #expect(outcome.text.contains("“实施单位”未填写。"))
  }

  @Test func aRefusedInputIsStatusTwoAndStandsInTheReport() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.json", SampleForm.json("甲"))
    try folder.write("in/b.json", "{")
    let outcome = try Command.run("check", "in", "--report", "报告.json", in: folder)
    #expect(outcome.status == 2)
    let report = try #require(try JSONSerialization.jsonObject(with: folder.read("报告.json")) as? [String: Any])
    let files = try #require(report["files"] as? [[String: Any]])
    #expect(files.map { $0["outcome"] as? String } == ["done", "refused"])
  }

  @Test(arguments: ["json", "xlsx", "html"])
  func aReportIsNotReplacedUnlessAsked(format: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("a.json", SampleForm.json("甲"))
    try folder.write("r.\(format)", "old")
    #expect(try Command.run("check", "a.json", "--report", "r.\(format)", in: folder).status == 2)
    #expect(try folder.read("r.\(format)") == Data("old".utf8))
    #expect(try Command.run("check", "a.json", "--report", "r.\(format)", "--force", in: folder).status == 0)
    #expect(try folder.read("r.\(format)").count > 100)
  }

  @Test func theSameFormInTwoFilesIsNoticed() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/一.json", SampleForm.json("甲"))
    try folder.write("in/二.json", SampleForm.json("甲") + [10])
    let outcome = try Command.run("check", "in", in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("[across.duplicate-form]"))
  }
}
