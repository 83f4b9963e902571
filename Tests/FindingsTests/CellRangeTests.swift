import Findings
import Testing

@Suite struct CellRangeTests {
  @Test(arguments: [("A1:H27", "A1:H27"), ("H27:A1", "A1:H27"), ("B2", "B2"), ("B2:B2", "B2"), ("$A$1:B2", "A1:B2")])
  func `a range is a rectangle whichever corners are named`(text: String, range: String) {
    #expect(CellRange(text)?.a1 == range)
  }

  @Test(arguments: ["", ":", "A1:", "A1:B2:C3", "A:B"])
  func `what is no range is refused`(text: String) { #expect(CellRange(text) == nil) }

  @Test func `the smallest rectangle around cells`() throws {
    #expect(CellRange(around: ["C3", "B7", "D4"].compactMap { CellReference($0) })?.a1 == "B3:D7")
    #expect(CellRange(around: []) == nil)
    let range = try #require(CellRange("B2:D4"))
    #expect(range.contains(CellReference(row: 3, column: 3)))
    #expect(!range.contains(CellReference(row: 4, column: 3)))
    #expect(range.intersects(try #require(CellRange("D4:E9"))))
    #expect(!range.intersects(try #require(CellRange("E4:E9"))))
  }
}
