import Findings
import Testing

@testable import Spreadsheet

@Suite("A text file as a workbook")
struct TextWorkbookTests {
  @Test("has one sheet without a name, and blank lines keep their rows")
  func rows() throws {
    let workbook = try TextWorkbook.open(.bytes(Array("\n项目名称\t住宅小区\n\n主管部门\t\t莘庄\n".utf8)))
    #expect(workbook.format == .tsv)
    #expect(workbook.sheets == [SheetInfo(name: nil)])
    let sheet = try workbook.sheet(workbook.sheets[0])
    #expect(sheet.cells.map(\.reference.a1) == ["A2", "B2", "A4", "C4"])
    #expect(sheet.cells.map(\.text) == ["项目名称", "住宅小区", "主管部门", "莘庄"])
    #expect(sheet.cells.map(\.textPosition?.byteOffset) == [1, 14, 28, 42])
    #expect(sheet.cells.map(\.textPosition?.line) == [2, 2, 4, 4])
  }
}
