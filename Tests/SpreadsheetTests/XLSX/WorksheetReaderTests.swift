import Findings
import Testing

@testable import Spreadsheet

@Suite struct WorksheetReaderTests {
  /// Its window may be gone by then, and what is known of the sheet is not all.
  @Test(arguments: ["sheet-cut-off", "sheet-cut-off-before-another"]) func behindARefusalStandsTheRefusal(
    _ name: String
  ) throws {
    let workbook = try Workbooks.open(path: XLSXFixtureTests.folder.appending(path: name + ".xlsx").path)
    let rows = try workbook.rows(of: workbook.sheets[0])
    #expect(throws: Refusal.self) { while try rows.next() != nil {} }
    #expect(throws: Refusal.self) { try rows.next() }
    #expect(throws: Refusal.self) { try rows.readToEnd() }
  }

  @Test(arguments: [0, 1, 9]) func whatStandsBehindTheRowsIsKnownAtTheirEnd(behind count: Int) throws {
    let workbook = try Workbooks.open(path: XLSXFixtureTests.folder.appending(path: "merges.xlsx").path)
    let rows = try workbook.rows(of: workbook.sheets[0])
    for _ in 0..<count { _ = try rows.next() }
    let merges = try rows.readToEnd().merges
    #expect(merges == (try workbook.sheet(workbook.sheets[0]).merges) && !merges.isEmpty)
    #expect(try rows.next() == nil)
    #expect(try rows.readToEnd().merges == merges)
  }
}
