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

  @Test(arguments: [("R1C1", "A1"), ("r3c2", "B3"), ("R1048576C16384", "XFD1048576"), ("R010C0026", "Z10")])
  func `R1C1 names a row and a column`(r1c1: String, a1: String) throws {
    let cell = try #require(CellReference(r1c1: r1c1))
    #expect(cell.a1 == a1)
    #expect(CellReference(r1c1: cell.r1c1) == cell)
  }

  @Test(arguments: [
    "", "R", "RC", "R1", "C1", "R0C1", "R1C0", "R1C16385", "R1048577C1", "R[1]C1", "R1C1x", "A1", "R-1C1",
  ])
  func `what is no R1C1 address is refused`(text: String) { #expect(CellReference(r1c1: text) == nil) }

  @Test(arguments: [(2_000_000, 20_000, "ACOG2000001"), (Int.max, Int.max, "FXSHRXX2147483648"), (0, 16_384, "XFE1")])
  func `what lies outside of the grid has an address, too`(row: Int, column: Int, a1: String) {
    #expect(CellReference(row: row, column: column).a1 == a1)
  }

  @Test func `order goes down the rows`() {
    let cells = ["B1", "A2", "A1"].compactMap { CellReference($0) }
    #expect(cells.sorted().map(\.a1) == ["A1", "B1", "A2"])
    #expect(cells[0].r1c1 == "R1C2")
  }
}
