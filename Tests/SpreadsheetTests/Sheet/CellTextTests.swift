import Findings
import Testing

@testable import Spreadsheet

@Suite struct CellTextTests {
  /// Excel shows TRUE and FALSE by what a format says about texts.
  @Test(arguments: [(#""是否："@"#, "是否：TRUE"), (";;;", ""), ("0.00", "TRUE"), ("@", "TRUE")])
  func truthIsShownAsText(_ code: String, _ expected: String) throws {
    let reference = try #require(CellReference("A1"))
    #expect(Cell(at: reference, .boolean(true), style: NumberFormat(code)).text == expected)
  }

  @Test(arguments: [
    (CellContent.number(ExactNumber(75)), "0.00%", "7500.00%"), (.text(Box("项目")), "@\"：\"", "项目："),
    (.error(Box("#DIV/0!")), "0", "#DIV/0!"), (.formula(Box("A1+1")), "0", ""),
  ])
  func bytesAreThoseOfTheText(_ content: CellContent, _ code: String, _ expected: String) {
    let cell = Cell(at: CellReference(row: 0, column: 0), content, style: NumberFormat(code))
    #expect(cell.withTextBytes { String(decoding: $0, as: UTF8.self) } == expected)
    #expect(cell.text == expected)
  }
}
