import Findings
import Testing

@Suite struct CellReferenceTests {
  @Test(arguments: [
    ("A1", 0, 0), ("B3", 2, 1), ("Z1", 0, 25), ("AA10", 9, 26), ("XFD1048576", 1_048_575, 16_383), ("$C$4", 3, 2),
    ("c4", 3, 2),
  ])
  func `A1 names a row and a column`(a1: String, row: Int, column: Int) throws {
    let cell = try #require(CellReference(a1))
    #expect((cell.row, cell.column) == (row, column))
    #expect(CellReference(cell.a1) == cell)
  }

  @Test(arguments: ["", "A", "1", "A0", "1A", "XFE1", "A1048577", "A1B", "A-1", "A99999999999999999999", "Ä1"])
  func `what is no address is refused`(text: String) { #expect(CellReference(text) == nil) }

  @Test func `order goes down the rows`() {
    let cells = ["B1", "A2", "A1"].compactMap { CellReference($0) }
    #expect(cells.sorted().map(\.a1) == ["A1", "B1", "A2"])
    #expect(cells[0].r1c1 == "R1C2")
  }
}
