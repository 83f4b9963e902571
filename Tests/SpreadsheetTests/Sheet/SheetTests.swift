import Findings
import Testing

@testable import Spreadsheet

@Suite struct SheetTests {
  private func cell(_ a1: String, _ text: String) throws -> Cell {
    Cell(at: try #require(CellReference(a1)), text: text)
  }

  @Test func putsCellsInOrderAndTheLastOfSeveralCounts() throws {
    let sheet = Sheet(
      info: SheetInfo(name: "表"),
      cells: [try cell("B2", "乙"), try cell("A1", "甲"), try cell("B2", "丙"), try cell("A2", "丁")])
    #expect(sheet.cells.map { $0.text } == ["甲", "丁", "丙"])
    #expect(sheet["B2"]?.text == "丙")
    #expect(sheet["C9"] == nil)
    #expect(sheet.rows.map { $0.cells.count } == [1, 2])
  }

  @Test func aCellMadeByHandKeepsWhatItWasGiven() throws {
    let reference = try #require(CellReference("A1"))
    let rate = Cell(at: reference, kind: .number, text: "48.52%", value: "0.4852", format: "0.00%")
    #expect(rate.isPercent && rate.text == "48.52%" && rate.value == "0.4852" && rate.format == "0.00%")
    #expect(rate.number.map { "\($0)" } == "0.4852")
    #expect(Cell(at: reference, text: "12").number == nil)
    #expect(
      Cell(at: reference, text: "12", textPosition: TextPosition(record: 3, line: 4, byteOffset: 0)).textPosition?.line
        == 4)
  }
}
