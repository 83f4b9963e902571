import Findings
import Foundation
import SystemCalls
import Testing

@testable import Conversion

@Suite("Walking a folder")
struct FolderWalkTests {
  /// The names of all files, and what was skipped.
  private func walk(
    _ folder: TemporaryFolder, excluding: String? = nil
  ) throws -> (names: [String], skipped: SkippedFiles) {
    let excluded = excluding.flatMap { FileIdentity(folder.path + "/" + $0) }
    var walk = try FolderWalk(Array(folder.path.utf8), excluding: excluded)
    var names: [String] = []
    while let step = walk.next() {
      switch step {
      case .file(let file): names.append(file.name)
      case .refusal(let refusal): names.append(refusal.finding.rule.name)
      }
    }
    return (names, walk.skipped)
  }

  @Test func goesInTheOrderOfBytes() throws {
    let folder = try TemporaryFolder()
    for name in ["b/2", "b/1", "a", "c", "b/x/y/z", "B", "甲", "b0"] { try folder.write(name) }
    #expect(try walk(folder).names == ["B", "a", "b/1", "b/2", "b/x/y/z", "b0", "c", "甲"])
  }

  @Test func countsWhatItSkips() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "~$a.xlsx", ".hidden", ".git/b", "Thumbs.db", "x/desktop.ini", "__MACOSX/a"] {
      try folder.write(name)
    }
    let (names, skipped) = try walk(folder)
    #expect(names == ["a"])
    #expect(skipped.lockFiles == 1)
    #expect(skipped.systemFiles == 5)
  }

  @Test(arguments: ["notes.md", "count.PY", "表.json.findings", "setup.exe", "会议.mp3", "run.log"])
  func passesOverWhatIsNoForm(name: String) throws {
    let folder = try TemporaryFolder()
    for name in ["a.xlsx", name] { try folder.write(name) }
    let (names, skipped) = try walk(folder)
    #expect(names == ["a.xlsx"])
    #expect(skipped.otherFiles == 1)
  }

  @Test(arguments: [
    "表.doc", "表.docx", "表.pdf", "表.xls", "表.et", "表.wps", "表.zip", "表.rar", "表.jpg", "表.html", "表.xml", "表.txt", "表",
    "表.2023",
    "py", "说明.第1版",
  ])
  func whatMayBeAFormIsNotPassedOver(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(name)
    #expect(try walk(folder).names == [name])
  }

  @Test func followsLinksWithinTheTreeOnly() throws {
    let folder = try TemporaryFolder()
    let outside = try TemporaryFolder()
    try folder.write("x/a")
    try outside.write("b")
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: folder.path + "/1inside", withDestinationPath: "x/a")
    try manager.createSymbolicLink(atPath: folder.path + "/2outside", withDestinationPath: outside.path + "/b")
    try manager.createSymbolicLink(atPath: folder.path + "/3nowhere", withDestinationPath: "nothing")
    try manager.createSymbolicLink(atPath: folder.path + "/4folder", withDestinationPath: "x")
    let (names, skipped) = try walk(folder)
    #expect(names == ["1inside", "x/a"])
    #expect(skipped.links == 3)
  }

  @Test func passesOverTheOutputFolder() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "out/b", "out2/c"] { try folder.write(name) }
    #expect(try walk(folder, excluding: "out").names == ["a", "out2/c"])
  }

  @Test func namesThatAreNoUTF8AreReadAsGB18030() {
    #expect(FileName.display([0xB8, 0xFA, 0xD7, 0xD9, 0xB1, 0xED]) == "跟踪表")
    #expect(FileName.display(Array("跟踪表".utf8)) == "跟踪表")
  }

  @Test func listsAreSplitAtNULElseAtLines() {
    #expect(InputPaths.split(Array("a\nb c\r\n\n甲".utf8)) == ["a", "b c", "甲"].map { Array($0.utf8) })
    #expect(InputPaths.split(Array("a\nb\0c\0".utf8)) == ["a\nb", "c"].map { Array($0.utf8) })
  }
}
