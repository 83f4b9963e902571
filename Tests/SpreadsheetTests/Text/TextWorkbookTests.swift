import Findings
import Foundation
import Testing

@testable import Spreadsheet

@Suite("A text file as a workbook")
struct TextWorkbookTests {
  @Test("has one sheet without a name, and blank lines keep their rows")
  func rows() throws {
    let workbook = try open("\n项目名称\t住宅小区\n\n主管部门\t\t莘庄\n")
    #expect(workbook.format == .tsv)
    #expect(workbook.sheets == [SheetInfo(name: nil)])
    let sheet = try workbook.sheet(workbook.sheets[0])
    #expect(sheet.cells.map(\.reference.a1) == ["A2", "B2", "A4", "C4"])
    #expect(sheet.cells.map(\.text) == ["项目名称", "住宅小区", "主管部门", "莘庄"])
    #expect(sheet.cells.map(\.textPosition?.byteOffset) == [1, 14, 28, 42])
    #expect(sheet.cells.map(\.textPosition?.line) == [2, 2, 4, 4])
  }

  @Test("a whole sheet keeps to the limits that the reader was given")
  func limits() throws {
    var options = ReadingOptions()
    options.limits.cellsOfWholeSheet = 3
    let workbook = try TextWorkbook.open(.bytes(Array("a,b\nc,d\n".utf8)), options: options)
    let refusal = #expect(throws: Refusal.self) { try workbook.sheet(workbook.sheets[0]) }
    #expect(refusal?.finding.rule == .fileTooLarge)
    #expect(refusal?.finding.values["maximum"] == "3")
    options.limits = .standard
    options.limits.textBytesOfWholeSheet = 7
    let texts = try TextWorkbook.open(.bytes(Array("甲乙,丙\n".utf8)), options: options)
    let tooLong = #expect(throws: Refusal.self) { try texts.sheet(texts.sheets[0]) }
    #expect(tooLong?.finding.values["limit"] == "textBytesOfWholeSheet")
  }

  @Test(
    "a row counts as one more cell, and a blank one as none",
    arguments: [("a,b\n\n\n\nc,d\n", true), ("a\nb\nc\nd\n", false)])
  func rowsCount(text: String, isRead: Bool) throws {
    var options = ReadingOptions()
    options.limits.cellsOfWholeSheet = 6
    let workbook = try TextWorkbook.open(.bytes(Array(text.utf8)), options: options)
    #expect(((try? workbook.sheet(workbook.sheets[0])) != nil) == isRead)
  }

  @Test(
    "a format of many places shows a long text", arguments: [("0.00", 0), (String(repeating: "0", count: 900), 2700)])
  func longFormats(format: String, bytes: Int) {
    #expect(Cell(at: .init(row: 0, column: 0), .number(ExactNumber(7)), style: NumberFormat(format)).textBytes == bytes)
  }

  @Test("a cell behind a line break in quotes stands on a later line of the same row")
  func lines() throws {
    let cells = try cells("a,\"b\r\nc\",d\r\ne,f\r\n")
    #expect(cells.map(\.reference.a1) == ["A1", "B1", "C1", "A2", "B2"])
    #expect(cells.map(\.textPosition?.line) == [1, 1, 2, 3, 3])
    #expect(cells.map(\.textPosition?.record) == [1, 1, 1, 2, 2])
  }

  /// A text, the cells it gives, and what is said about it.
  struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let cells: [String]
    let findings: [String]

    init(_ name: String, _ text: String, _ cells: [String], _ findings: [String]) {
      testDescription = name
      self.text = text
      self.cells = cells
      self.findings = findings
    }
  }

  static let examples: [Example] = [
    .init("nothing to say", "a,b\nc,d\n", ["a", "b", "c", "d"], []),
    .init(
      "guards", "'=1+1,\"=\"\"00123\"\"\"\n=\"007\",'text\n", ["=1+1", "00123", "007", "'text"],
      ["text.stray-quote@2", "text.guards-removed"]),
    .init("a lost sign", "a,?90.00(%)\nb,?\n", ["a", "?90.00(%)", "b", "?"], ["text.lossy-character@B1"]),
    .init("a replacement character", "a,x\u{FFFD}\n", ["a", "x\u{FFFD}"], ["text.replacement-character@B1"]),
    .init("NULs", "a\0b,\0\n", ["ab"], ["text.nul@A1", "text.nul@B1"]),
    .init("uneven rows", "a,b\nc,d\ne\n\n", ["a", "b", "c", "d", "e"], ["text.uneven-rows@3"]),
    .init(
      "a part with another delimiter",
      "a,b,c\n" + String(repeating: "1,2,3\n", count: 6) + String(repeating: "x;y;z\n", count: 5),
      ["a", "b", "c"] + Array(repeating: ["1", "2", "3"], count: 6).joined() + Array(repeating: "x;y;z", count: 5),
      ["text.uneven-rows@8", "text.other-delimiter@8"]),
    .init(
      "texts that have marks like delimiters",
      "a,b\n" + String(repeating: "1,2\n", count: 6) + "x;y;z\nx;y\nx;y;z\nnote\nx;y;z\n",
      ["a", "b"] + Array(repeating: ["1", "2"], count: 6).joined() + ["x;y;z", "x;y", "x;y;z", "note", "x;y;z"],
      ["text.uneven-rows@8"]),
    .init(
      "columns aligned by spaces", "name    amount\na        1\nb        2\nc        3\nd        4\n",
      ["name    amount", "a        1", "b        2", "c        3", "d        4"], ["text.aligned-columns"]),
    .init(
      "columns aligned by wide spaces", "甲　　　乙\n丙　　　丁\n戊　　　己\n庚　　　辛\n壬　　　癸\n",
      ["甲　　　乙", "丙　　　丁", "戊　　　己", "庚　　　辛", "壬　　　癸"], ["text.aligned-columns"]),
    .init(
      "prose", "one two\nthree four\nfive\nsix\nseven  eight\n",
      ["one two", "three four", "five", "six", "seven  eight"], []),
    .init("mixed line ends", "a,b\nc,d\r\n", ["a", "b", "c", "d"], ["text.mixed-line-ends"]),
    .init("a quote never closed", "a,b\n\"c,d\ne,f\n", ["a", "b", "\"c", "d", "e", "f"], ["text.unclosed-quote@2"]),
    .init("spaces around quotes", "a, \"b\"\nc,d\n", ["a", "b", "c", "d"], ["text.spaces-around-quotes@1"]),
    .init("text behind a quote", "\"a\"b,c\nd,e\n", ["\"a\"b", "c", "d", "e"], ["text.text-behind-quote@1"]),
    .init("an undoubled quote", "\"a\"b, c\",d\ne,f\n", ["a\"b, c", "d", "e", "f"], ["text.undoubled-quote@1"]),
  ]

  @Test("says what was doubtful, and where", arguments: examples)
  func findings(_ example: Example) throws {
    let workbook = try open(example.text)
    let sheet = try workbook.sheet(workbook.sheets[0])
    #expect(sheet.cells.map(\.text) == example.cells)
    let said = (workbook.findings + sheet.findings).filter { $0.rule != .textEncoding }
    #expect(said.map { $0.rule.name + (place(of: $0).map { "@" + $0 } ?? "") } == example.findings)
    for finding in said {
      for language in Language.allCases { #expect(!finding.message(in: language).contains("{")) }
      #expect(finding.rule.placeholders.isSubset(of: finding.values.keys))
    }
  }

  private func place(of finding: Finding) -> String? {
    finding.place.cells?.a1 ?? finding.place.position?.line.map(String.init)
  }

  @Test("a thousand faults are a hundred findings and a number")
  func manyFaults() throws {
    let workbook = try open(String(repeating: "a,?1\n", count: 1000))
    let findings = try workbook.sheet(workbook.sheets[0]).findings
    #expect(findings.count { $0.rule == .textLossyCharacter } == 100)
    #expect(findings.last == Finding(.textMore, ["rule": "text.lossy-character", "count": "900"]))
  }

  @Test("refuses an empty file, a missing one, and one with too many columns")
  func refusals() throws {
    #expect(throws: Refusal(.fileEmpty)) { try open("") }
    #expect(throws: Refusal(.fileMissing)) { try TextWorkbook.open(.file("/nowhere/at-all.csv")) }
    let wide = try open(String(repeating: ",", count: 16_384) + "x\n").rows()
    #expect(throws: Refusal.self) { try wide.next() }
    let widest = try open(String(repeating: ",", count: 16_383) + "x,,\n").rows()
    #expect(try widest.next()?.cells.map(\.reference.a1) == ["XFD1"])
  }

  @Test("a pipe is read as a file is, and again while it is small")
  func pipes() throws {
    let pipe = Pipe()
    pipe.fileHandleForWriting.write(Data("甲,乙\n".utf8))
    try pipe.fileHandleForWriting.close()
    let workbook = try TextWorkbook.open(.descriptor(pipe.fileHandleForReading.fileDescriptor))
    for _ in 1...2 { #expect(try workbook.sheet(workbook.sheets[0]).cells.map(\.text) == ["甲", "乙"]) }
  }

  @Test("behind a refusal there are no more rows")
  func afterRefusal() throws {
    let rows = try TextWorkbook.open(.bytes(Array(String(repeating: "a,b\n", count: 100_000).utf8) + [0xFF, 0x0A]))
      .rows()
    var count = 0
    #expect(throws: Refusal.self) { while try rows.next() != nil { count += 1 } }
    #expect(try rows.next() == nil)
    #expect(count < 100_000)
  }

  @Test("a named pipe is read from its first byte")
  func namedPipe() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "pipe-\(UUID().uuidString)").path
    #expect(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    let lines = (1...30_000).map { "row\($0),x\n" }.joined()
    let thread = Thread { try? Data(lines.utf8).write(to: URL(filePath: path)) }
    thread.start()
    let workbook = try Workbooks.open(path: path)
    let cells = try workbook.sheet(workbook.sheets[0]).cells
    #expect(cells.count == 60_000)
    #expect(cells.first?.text == "row1")
  }

  @Test("a large pipe is read once, in constant memory, from bytes taken before")
  func largePipe() async throws {
    let pipe = Pipe()
    let lines = Data(String(repeating: "甲,\"乙\n丙\"\r\n", count: 40_000).utf8)
    let writing = Task.detached {
      pipe.fileHandleForWriting.write(lines)
      try pipe.fileHandleForWriting.close()
    }
    let head = try #require(try pipe.fileHandleForReading.read(upToCount: 1001))
    let workbook = try TextWorkbook.open(
      .descriptor(pipe.fileHandleForReading.fileDescriptor), alreadyRead: Array(head))
    let rows = try workbook.rows()
    var count = 0
    while let row = try rows.next() {
      count += 1
      if row.cells.map(\.text) != ["甲", "乙\n丙"] { Issue.record("row \(row.index)") }
    }
    #expect(count == 40_000)
    #expect(throws: Refusal(.textReadTwice)) { try workbook.rows() }
    try await writing.value
  }

  private func open(_ text: String) throws(Refusal) -> TextWorkbook {
    try TextWorkbook.open(.bytes(Array(text.utf8)))
  }

  private func cells(_ text: String) throws -> [Cell] {
    let workbook = try open(text)
    return try workbook.sheet(workbook.sheets[0]).cells
  }
}
