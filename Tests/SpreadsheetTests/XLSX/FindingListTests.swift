import Findings
import Testing

@testable import Spreadsheet

@Suite struct FindingListTests {
  /// Findings of a list that was told so many times, and the count of those left out.
  private static func findings(_ count: Int, amongSheets sheets: Int) -> (kept: Int, more: String?) {
    var list = FindingList(sheet: "a", amongSheets: sheets)
    for row in 0..<count {
      list.add(.xlsxPrecisionLost, at: CellRange(CellReference(row: row, column: 0)), ["found": "1"])
    }
    let more = list.all.first { $0.rule == .xlsxMoreFindings }
    return (list.all.count { $0.rule == .xlsxPrecisionLost }, more?.values["count"])
  }

  @Test(arguments: [(200, 1, 200, nil), (201, 1, 200, "1"), (500, 100, 100, "400"), (500, 1000, 10, "490")])
  func keepsSoManyOfAKind(count: Int, sheets: Int, kept: Int, more: String?) {
    let findings = Self.findings(count, amongSheets: sheets)
    #expect(findings == (kept, more))
  }
}
