import Foundation
import Testing

@Suite("tracktable cells")
struct CellsTests {
  @Test func printsOneObjectALine() throws {
    let outcome = try Command.run(["cells", "-"], input: Data("项目名称\t路灯维护\n".utf8))
    #expect(outcome.status == 0, "\(outcome.words)")
    #expect(
      outcome.text == """
        {"sheet":null,"index":0,"state":"visible"}
        {"sheet":null,"cell":"A1","kind":"text","text":"项目名称","value":"项目名称"}
        {"sheet":null,"cell":"B1","kind":"text","text":"路灯维护","value":"路灯维护"}

        """)
  }

  @Test func printsMergesBehindTheCells() throws {
    let outcome = try Command.run("cells", Self.fixture("merges.xlsx"))
    #expect(outcome.status == 0, "\(outcome.words)")
    let lines = outcome.text.split(separator: "\n")
    #expect(lines.first == #"{"sheet":"Sheet1","index":0,"state":"visible"}"#)
    #expect(lines.last == #"{"sheet":"Sheet1","merge":"C4:D5"}"#)
  }

  @Test func readsInTheEncodingItIsTold() throws {
    let gbk = Data([0xCF, 0xEE, 0xC4, 0xBF, 0x0A])
    let outcome = try Command.run(["cells", "-", "--encoding", "GB18030"], input: gbk)
    #expect(outcome.status == 0, "\(outcome.words)")
    #expect(outcome.text.contains(#""text":"项目""#))
  }

  @Test func saysOnTheOtherStreamWhereAPartIsBroken() throws {
    let file = Self.fixture("tags-that-do-not-match.xlsx")
    let outcome = try Command.run(["cells", file, "--lang", "en"])
    #expect(outcome.status == 2)
    #expect(outcome.words.contains(file + " › "))
    #expect(outcome.words.contains("› xl/worksheets/sheet1.xml › byte offset "))
    #expect(outcome.words.contains("[xlsx.malformed]"))
  }

  @Test func saysOnWhichLineABadByteStands() throws {
    let bytes = Data("项目名称,路灯\n甲,".utf8) + Data([0xFF, 0x0A])
    let outcome = try Command.run(["cells", "-", "--encoding", "UTF-8"], input: bytes)
    #expect(outcome.status == 2)
    #expect(outcome.words.contains("-：错误：第 2 行第 3 个字符处（文件第 24 字节之后）"))
  }

  @Test func sayThatAFileIsMissing() throws {
    let outcome = try Command.run("cells", "nowhere.xlsx", in: try TemporaryFolder())
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.words.contains("nowhere.xlsx"))
  }

  private static func fixture(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "fixtures/xlsx/" + name).path
  }
}
