import Testing

@testable import Spreadsheet

@Suite("What stands in front of a table")
struct PreambleTests {
  @Test(
    "is told from it by a blank line or a record without texts",
    arguments: [
      ("PREAMBLE,,\n,,\na,b,c\n1,2,3\n4,5,6\n", 2),
      ("Report\n\na;b;c\n1;2;3\n4;5;6\n7;8;9\n", 2),
      ("Report,made 2023,,,\n,,,,\na,b,c,d,e\n1,2,3,4,5\n1,2,3,4,5\n", 2),
      ("sep=;\nReport\n\na;b;c\n1;2;3\n4;5;6\n7;8;9\n", 2),
      ("Report\nfor 2023\n\n\na\tb\tc\n1\t2\t3\n1\t2\t3\n1\t2\t3\n1\t2\t3\n1\t2\t3\n", 4),
    ])
  func setApart(_ text: String, records: Int) throws {
    #expect(try open(text).preambleRecords == records)
  }

  @Test(
    "is none where the table begins at once, or nothing stands between",
    arguments: [
      "a,b,c\n1,2,3\n", "a,b,c\n\n1,2,3\n", "Report,,\na,b,c\n1,2,3\n", "one\n\ntwo\n", "a,b,c\n1,,\n,,\n4,5,6\n",
    ])
  func none(_ text: String) throws { #expect(try open(text).preambleRecords == 0) }

  @Test("is rows like all others")
  func rows() throws {
    let workbook = try open("Report,,\n,,\na,b,c\n1,2,3\n")
    #expect(try workbook.sheet(workbook.sheets[0]).cells.first?.text == "Report")
  }

  private func open(_ text: String) throws -> TextWorkbook { try TextWorkbook.open(.bytes(Array(text.utf8))) }
}
