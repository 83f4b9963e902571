import Findings
import Foundation
import Testing

@testable import Conversion

@Suite("The journal of a run")
struct JournalTests {
  private func entry(_ path: String, sha256: String = "00ff") -> JournalEntry {
    var result = FileResult(.done)
    result.sha256 = sha256
    result.outputs = [WrittenOutput(path: path + ".xlsx", sha256: "11", wish: nil)]
    return JournalEntry(path: Array(path.utf8), name: path, modified: 7, fingerprint: "v1", result: result)
  }

  private func write(_ entries: [JournalEntry], to folder: TemporaryFolder) throws {
    let journal = try Journal(RunFolder(output: folder.path, guardedBy: OutputGuard(reading: [])), startingAnew: false)
    for entry in entries { try journal.add(entry, HeldFrames()) }
    #expect(journal.finish() == nil)
  }

  private func index(_ folder: TemporaryFolder) -> JournalIndex {
    JournalIndex(path: folder.path + "/.tracktable/journal")
  }

  @Test func findsEveryEntryAndTheLastOfAPath() throws {
    let folder = try TemporaryFolder()
    try write((0..<1000).map { entry("目录/\($0)") }, to: folder)
    try write([entry("目录/7", sha256: "new")], to: folder)
    let index = index(folder)
    for number in 0..<1000 where number != 7 {
      #expect(index[Array("目录/\(number)".utf8)]?.result.outputs.first?.path == "目录/\(number).xlsx")
    }
    #expect(index[Array("目录/7".utf8)]?.result.sha256 == "new")
    #expect(index[Array("目录/1000".utf8)] == nil)
  }

  @Test func aTornLineIsNoEntryAndIsCutOff() throws {
    let folder = try TemporaryFolder()
    try write([entry("a"), entry("b")], to: folder)
    let whole = try #require(folder.bytes(".tracktable/journal"))
    for length in stride(from: 0, through: whole.count, by: 7) {
      try folder.write(".tracktable/journal", Array(whole.prefix(length)))
      try write([entry("c")], to: folder)
      let index = index(folder)
      #expect(index[Array("c".utf8)] != nil)
      #expect((index[Array("a".utf8)] != nil) == (length > whole.count / 2 - 1))
    }
  }

  @Test func aLineWithAFlippedBitIsNoEntry() throws {
    let folder = try TemporaryFolder()
    try write([entry("a"), entry("b")], to: folder)
    var bytes = try #require(folder.bytes(".tracktable/journal"))
    bytes[30] ^= 1
    try folder.write(".tracktable/journal", bytes)
    #expect(index(folder)[Array("a".utf8)] == nil)
    #expect(index(folder)[Array("b".utf8)] != nil)
  }

  @Test func aSecondRunIntoTheFolderIsRefused() throws {
    let folder = try TemporaryFolder()
    let first = try RunFolder(output: folder.path, guardedBy: OutputGuard(reading: []))
    #expect(throws: Refusal(.runLocked, ["path": folder.path])) {
      try RunFolder(output: folder.path, guardedBy: OutputGuard(reading: []))
    }
    withExtendedLifetime(first) {}
  }

  @Test func clearsAwayPartsOfAKilledRun() throws {
    let folder = try TemporaryFolder()
    try folder.write(".tracktable/parts/part-123-4")
    let runFolder = try RunFolder(output: folder.path, guardedBy: OutputGuard(reading: []))
    #expect(folder.bytes(".tracktable/parts/part-123-4") == nil)
    withExtendedLifetime(runFolder) {}
  }
}
