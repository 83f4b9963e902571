import Foundation
import Testing
import TrackingModel

@Suite("A folder in, a folder out")
struct FolderTests {
  @Test func keepsRelativePathsAndNumbersClashes() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.json", SampleForm.json("一"))
    try folder.write("in/a.txt", SampleForm.json("二"))
    try folder.write("in/b/A.json", SampleForm.json("三"))
    try folder.write("in/b/a.json", SampleForm.json("四"))
    let outcome = try Command.run("convert", "in", "-o", "out", "--to", "json", in: folder)
    #expect(outcome.status == 0, "\(outcome.words)")
    let expected = ["a.json": "一", "a (2).json": "二", "b/A.json": "三", "b/a (2).json": "四"]
    #expect(folder.files(in: "out").keys.sorted() == expected.keys.sorted())
    for (file, project) in expected {
      #expect(try CanonicalJSON.read(Array(folder.read("out/" + file))).map(\.project.name) == [project])
    }
  }

  @Test(arguments: ["1", "2", "5"])
  func namesDoNotDependOnTheNumberOfWorkers(jobs: String) throws {
    let folder = try TemporaryFolder()
    for index in 0..<30 { try folder.write("in/\(index % 3)/表\(index % 7)\(index).json", SampleForm.json("同名 / 项目")) }
    let outcome = try Command.run(
      "convert", "in", "-o", "out", "--name", "{实施单位}_{项目名称}", "--jobs", jobs, "--to", "json", in: folder)
    #expect(outcome.status == 0, "\(outcome.words)")
    var forms: [String: String?] = [:]
    for (file, bytes) in folder.files(in: "out") {
      forms[file] = try CanonicalJSON.read(Array(bytes)).first?.project.name
    }
    let sorted = forms.keys.sorted()
    #expect(sorted.count == 30)
    #expect(sorted.contains("0/示范中心_同名 _ 项目.json"))
    #expect(sorted.contains("2/示范中心_同名 _ 项目 (10).json"))
  }

  @Test func skipsWhatIsNoInputAndSaysSo() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.json", SampleForm.json("一"))
    for name in ["~$a.json", ".DS_Store", "Thumbs.db", "draw.py", "out/old.json"] {
      try folder.write("in/" + name, "x")
    }
    try folder.write("outside.json", SampleForm.json("外"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/in/link.json", withDestinationPath: "../outside.json")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/in/loop", withDestinationPath: ".")
    let outcome = try Command.run("convert", "in", "-o", "in/out/", "--to", "jsonl", in: folder)
    #expect(outcome.status == 0, "\(outcome.words)")
    #expect(folder.files(in: "in/out").keys.sorted() == ["a.jsonl", "old.json"])
    #expect(outcome.words.contains("锁文件 1 个，系统文件 2 个，链接 2 个"))
    #expect(outcome.words.contains("不可能是表的文件 1 个"))
  }

  @Test func reportsTheSameContentTwice() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/a.json", SampleForm.json("一"))
    try folder.write("in/b.json", SampleForm.json("一"))
    try folder.write("list", "in/a.json\nin/b.json\n")
    let outcome = try Command.run("convert", "--files-from", "list", "-o", "out/", in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.words.contains("警告 1"))
    #expect(folder.files(in: "out").keys.sorted() == ["a.xlsx", "b.xlsx"])
  }

  @Test func filesFromStandardInput() throws {
    let folder = try TemporaryFolder()
    for name in ["甲 1", "乙\n2"] { try folder.write("in/\(name).json", SampleForm.json(name)) }
    let list = Data("in/甲 1.json\0in/乙\n2.json\0".utf8)
    let outcome = try Command.run(
      "convert", "--files-from", "-", "-o", "out/", "--to", "json", in: folder, input: list)
    #expect(outcome.status == 0, "\(outcome.words)")
    #expect(folder.files(in: "out").keys.sorted() == ["乙_2.json", "甲 1.json"])
  }

  @Test func nothingToDoIsSaid() throws {
    let folder = try TemporaryFolder()
    try folder.write("in/~$a.xlsx", "x")
    let outcome = try Command.run("convert", "in", "-o", "out/", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.words.contains("[run.nothing]"))
  }
}
