import Findings
import Testing

@testable import Spreadsheet

private let struckOut = TextType(isStruckOut: true)
private let raised = TextType(position: .superscript)
private func symbols(_ font: String) -> TextType { TextType(symbolFont: font) }

@Suite("A cell as a person reads it")
struct SeenCellTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let runs: [TextRun]
    /// nil where nothing is left.
    let read: String?
    let rules: [Rule]

    init(_ name: String, _ pieces: [(String, TextType)], _ read: String?, _ rules: [Rule]) {
      testDescription = name
      runs = pieces.map { TextRun($0.0, $0.1) }
      self.read = read
      self.rules = rules
    }
  }

  static let examples: [Example] = [
    .init("a part struck out", [("社区食堂", struckOut), ("养老服务站改造", .plain)], "养老服务站改造", [.cellStruckOut]),
    .init("an old amount", [("100.50", struckOut), (" 130.50", .plain)], " 130.50", [.cellStruckOut]),
    .init("the end struck out", [("完成", .plain), ("（上半年）", struckOut)], "完成", [.cellStruckOut]),
    .init("all of it", [("无", struckOut)], nil, [.cellStruckOut]),
    .init("blanks struck out", [("甲", .plain), (" ", struckOut), ("乙", .plain)], "甲乙", []),
    .init("a footnote at an amount", [("120.50", .plain), ("1", raised)], "120.50", [.cellSuperscript]),
    .init("a footnote at a percentage", [("98.5%", .plain), ("②", raised)], "98.5%", [.cellSuperscript]),
    .init("an exponent", [("≥10", .plain), ("3", raised), ("(个)", .plain)], "≥10³(个)", [.cellSuperscript]),
    .init("square metres", [("改造面积（m", .plain), ("2", raised), ("）", .plain)], "改造面积（m²）", [.cellSuperscript]),
    .init(
      "a footnote set low", [("100.00", .plain), ("2", TextType(position: .subscript))], "100.00", [.cellSuperscript]),
    .init(
      "a formula of chemistry", [("CO", .plain), ("2", TextType(position: .subscript))], "CO₂", [.cellSuperscript]),
    .init("a tick of Wingdings 2", [("R", symbols("Wingdings 2")), ("确定能完成", .plain)], "☑确定能完成", [.cellSymbols]),
    .init("a box of Wingdings 2", [("£", symbols("wingdings 2")), ("有可能", .plain)], "☐有可能", [.cellSymbols]),
    .init("Wingdings by its private code", [("\u{F0FE}", symbols("Wingdings")), ("是", .plain)], "☑是", [.cellSymbols]),
    .init("a tick of Webdings", [("a", symbols("Webdings"))], "✔", [.cellSymbols]),
    .init("Chinese under a symbol font", [("完成", symbols("Wingdings"))], nil, []),
    .init("a symbol that is no mark", [("J", symbols("Wingdings"))], "J", [.cellSymbolUnknown]),
  ]

  @Test(arguments: examples)
  func isReadWithoutWhatIsDeleted(_ example: Example) {
    let stored = Cell(at: CellReference(row: 2, column: 1), text: example.runs.map(\.text).joined()).set(
      in: example.runs)
    guard let seen = SeenCell(stored, sheet: "表") else {
      #expect(example.rules.isEmpty)
      return
    }
    #expect(seen.cell?.text == example.read)
    #expect(seen.findings.map(\.rule) == example.rules)
    #expect(seen.findings.allSatisfy { $0.place.sheet == "表" && $0.place.cells?.a1 == "B3" })
  }

  @Test func aNumberStruckOutIsGone() {
    let stored = Cell(at: CellReference(row: 0, column: 0), kind: .number, text: "1.00", value: "1")
    let seen = SeenCell(stored.set(in: [TextRun("1", struckOut)]), sheet: nil)
    #expect(seen?.cell == nil)
    #expect(seen?.findings.first?.values["found"] == "1.00")
  }

  @Test(arguments: [
    ("2023-1⽉ 至 2023-8⽉", "2023-1月 至 2023-8月", "⽉⽉"), ("⼀级指标", "一级指标", "⼀"), ("⻓期⽬标", "长期目标", "⻓⽬"), ("⻔⼾", "门戶", "⻔⼾"),
    ("年\u{F901}", "年更", "\u{F901}"), ("2024年㋀至㋋", "2024年1月至12月", "㋀㋋"), ("執\u{F961}率", "執率率", "\u{F961}"),
  ])
  func radicalsAreTheCharactersTheyLookLike(stored: String, read: String, found: String) {
    let seen = SeenCell(Cell(at: CellReference(row: 0, column: 0), text: stored), sheet: nil)
    #expect(seen?.cell?.text == read)
    #expect(seen?.findings.first?.values["found"] == found)
  }

  @Test(arguments: ["一月", "≥90", "“十四五”", "√", "2023年"])
  func everythingElseIsReadAsItIsStored(text: String) {
    #expect(SeenCell(Cell(at: CellReference(row: 0, column: 0), text: text), sheet: nil) == nil)
  }

  @Test func whatIsNotListedIsCounted() throws {
    let rows = (0..<1_003).map { row in
      Row(
        index: row, cells: [Cell(at: CellReference(row: row, column: 0), text: "旧").set(in: [TextRun("旧", struckOut)])])
    }
    let seen = SeenRows(StoredRows(rows), sheet: nil)
    #expect(try seen.next() == nil)
    #expect(seen.findings.count == 1_001)
    #expect(seen.findings.last == Finding(.cellMore, ["count": "3"]))
  }

  @Test func rowsKeepTheirOtherCells() throws {
    let cells = [
      Cell(at: CellReference(row: 0, column: 0), text: "甲"),
      Cell(at: CellReference(row: 0, column: 1), text: "乙").set(in: [TextRun("乙", struckOut)]),
      Cell(at: CellReference(row: 0, column: 2), text: "⽉"),
    ]
    let rows = SeenRows(StoredRows([Row(index: 0, cells: cells)]), sheet: nil)
    #expect(try rows.next()?.cells.map(\.text) == ["甲", "月"])
    #expect(try rows.next() == nil)
    #expect(rows.findings.map(\.rule) == [.cellStruckOut, .cellRadicals])
  }
}

private final class StoredRows: RowReader {
  private var rows: ArraySlice<Row>
  let hiddenColumns: Set<Int> = []
  let findings: [Finding] = []

  init(_ rows: [Row]) { self.rows = rows[...] }

  func next() -> Row? { rows.popFirst() }

  func readToEnd() -> SheetLayout {
    rows = []
    return SheetLayout()
  }
}
