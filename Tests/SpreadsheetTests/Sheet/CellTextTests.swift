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
}
