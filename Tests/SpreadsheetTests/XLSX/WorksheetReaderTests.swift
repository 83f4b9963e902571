import Findings
import Testing

@testable import Spreadsheet

@Suite struct WorksheetReaderTests {
  /// Its window may be gone by then.
  @Test(arguments: ["sheet-cut-off", "sheet-cut-off-before-another"]) func behindARefusalThereAreNoMoreRows(
    _ name: String
  ) throws {
    let workbook = try openWorkbook(.file(XLSXFixtureTests.folder.appending(path: name + ".xlsx").path))
    let rows = try workbook.rows(of: workbook.sheets[0])
    #expect(throws: Refusal.self) { while try rows.next() != nil {} }
    #expect(try rows.next() == nil)
  }
}
