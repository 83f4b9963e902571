import Foundation
import Testing

@Suite("convert --review writes a marked copy of doubtful forms beside the clean one")
struct ReviewTests {
  /// Without its unit, which is an error.
  private static let doubtful = String(decoding: SampleForm.json("乙"), as: UTF8.self)
    .replacing("\"示范中心\"", with: "null")

  private func inbox() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("in/好.json", SampleForm.json("甲"))
    try folder.write("in/坏.json", Self.doubtful)
    return folder
  }

  /// Comments in the workbook: only a marked copy has any.
  private func hasComments(_ workbook: Data) -> Bool { workbook.range(of: Data("xl/comments1.xml".utf8)) != nil }

  @Test(arguments: [(["--lang", "zh"], "坏（核对）.xlsx"), (["--lang", "en"], "坏 (review).xlsx")])
  func besideEveryDoubtfulFormInAFolder(options: [String], copy: String) throws {
    let folder = try inbox()
    #expect(try Command.run(["convert", "in", "-o", "clean/"] + options, in: folder).status == 1)
    let arguments = ["convert", "in", "-o", "out/", "--review"] + options
    #expect(try Command.run(arguments, in: folder).status == 1)
    var files = folder.files(in: "out")
    #expect(files.keys.sorted() == ["好.xlsx", "坏.xlsx", copy].sorted())
    let marked = files.removeValue(forKey: copy)
    #expect(marked.map(hasComments) == true)
    #expect(files == folder.files(in: "clean"), "clean copies stay clean")
  }

  @Test func anInputOfTheSameNameKeepsItsOutput() throws {
    let folder = try inbox()
    try folder.write("in/坏（核对）.json", SampleForm.json("丙"))
    #expect(try Command.run("convert", "in", "-o", "out/", "--review", in: folder).status == 1)
    let files = folder.files(in: "out")
    #expect(files.count == 4)
    #expect(files.values.filter { hasComments($0) }.count == 1)
  }

  @Test func aResumedRunKeepsMarkedCopiesAndMendsThem() throws {
    let folder = try inbox()
    let arguments = ["convert", "in", "-o", "out/", "--review"]
    #expect(try Command.run(arguments, in: folder).status == 1)
    let before = folder.files(in: "out")
    #expect(try Command.run(arguments + ["--resume"], in: folder).words.contains("其中沿用上次 2"))
    try FileManager.default.removeItem(atPath: folder.path + "/out/坏（核对）.xlsx")
    #expect(try Command.run(arguments + ["--resume"], in: folder).words.contains("其中沿用上次 1"))
    #expect(folder.files(in: "out") == before)
  }

  @Test func besideNamesFromAPattern() throws {
    let folder = try inbox()
    #expect(
      try Command.run("convert", "in", "-o", "out/", "--review", "--name", "{项目名称}", in: folder).status == 1)
    #expect(folder.files(in: "out").keys.sorted() == ["乙.xlsx", "乙（核对）.xlsx", "甲.xlsx"])
  }

  @Test func besideOneWorkbook() throws {
    let folder = try inbox()
    #expect(try Command.run("convert", "in", "-o", "全部.xlsx", "--review", in: folder).status == 1)
    let files = folder.files()
    #expect(files["全部（核对）.xlsx"].map(hasComments) == true)
    #expect(files["全部.xlsx"].map(hasComments) == false)
    #expect(try Command.run("convert", "in/好.json", "-o", "好.xlsx", "--review", in: folder).status == 0)
    #expect(!folder.exists("好（核对）.xlsx"), "nothing to correct, nothing to send back")
  }

  @Test(arguments: [["-o", "-"], ["-o", "out.json"], ["-o", "out.xlsx", "--layout", "ledger"]])
  func elsewhereItIsWrongUsage(output: [String]) throws {
    let folder = try inbox()
    let outcome = try Command.run(["convert", "in", "--review"] + output, in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.words.contains("--review"))
    #expect(folder.files().count == 2)
  }
}
