import Findings
import Spreadsheet
import Testing

@Suite struct CellDateTests {
  @Test(arguments: [
    ("45169", 2023, 8, 31, 0), ("45169.5", 2023, 8, 31, 43_200_000), ("61", 1900, 3, 1, 0), ("60", 1900, 2, 29, 0),
    ("45169.0000116", 2023, 8, 31, 1_002), ("45168.999999999999", 2023, 8, 31, 0),
    // A fifth of a millisecond before midnight is the day before, as it is displayed.
    ("45168.9999999977", 2023, 8, 30, 86_399_999), ("0.25", 1900, 1, 0, 21_600_000),
  ])
  func `a date has a day and a time`(serial: String, year: Int, month: Int, day: Int, milliseconds: Int) throws {
    let cell = try date(serial)
    let found = try #require(cell.day)
    #expect([found.year, found.month, found.day] == [year, month, day])
    #expect(cell.timeOfDay == .milliseconds(milliseconds))
  }

  @Test(arguments: ["-1", "2958466", "99999999999999"]) func `there is no such day`(serial: String) throws {
    #expect(try date(serial).day == nil)
  }

  @Test func `what is no date has neither`() throws {
    let cell = Cell(at: try #require(CellReference("A1")), kind: .number, text: "45169", format: "0")
    #expect(cell.day == nil && cell.timeOfDay == nil)
  }

  private func date(_ serial: String) throws -> Cell {
    Cell(at: try #require(CellReference("A1")), kind: .date, text: "", value: serial, format: "yyyy-mm-dd hh:mm")
  }
}
