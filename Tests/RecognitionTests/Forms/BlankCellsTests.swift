import Findings
import Spreadsheet
import Testing

@testable import Recognition

/// Cells in which nothing is to be seen are in the account as well.
@Suite struct BlankCellsTests {
  private func recognized(_ cell: Cell) -> RecognizedSheet {
    let form = table(
      """
      项目名称 | 甲工程
      主管部门 | 乙局 | 实施单位 | 丙所
      年度总体目标 | 预期目标 | 修路
      """)
    return Recognizer().recognize(Sheet(info: form.info, cells: form.cells + [cell], merges: form.merges))
  }

  @Test func whiteSpaceIsNamed() {
    let sheet = recognized(Cell(at: CellReference(row: 6, column: 3), text: " \u{3000}"))
    #expect(sheet.findings.filter { $0.rule == .cellsAreBlank }.map(\.place.cells?.a1) == ["D7"])
  }

  @Test func aFormulaWithoutResultIsNoWhiteSpace() {
    let reference = CellReference(row: 6, column: 3)
    let sheet = recognized(Cell(at: reference, kind: .formulaWithoutValue, text: "", value: "=A1"))
    #expect(!sheet.findings.contains { $0.rule == .cellsAreBlank })
    #expect(sheet.roles[reference] == .other(.note))
  }
}
