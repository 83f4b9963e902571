import Findings
import Testing

@testable import Recognition

@Suite struct TallMergesTests {
  /// Ranges that overlap in their rows, touch, and lie apart; one of a single row.
  private let merges = TallMerges(
    ["B2:C4", "D3:D9", "B5:B6", "A20:A21", "F4:H4"].compactMap { CellRange($0) })

  @Test(arguments: [
    (2, 1...1, "B2:C4"), (4, 0...9, "B2:C4"), (5, 1...9, "B5:B6"), (7, 0...9, "D3:D9"), (3, 2...2, nil),
    (4, 5...7, nil),
    (10, 0...9, nil), (19, 0...9, nil), (20, 0...0, "A20:A21"), (22, 0...9, nil), (1, 0...9, nil),
  ])
  func theLeftmostThatCoversTheRow(row: Int, columns: ClosedRange<Int>, found: String?) {
    #expect(merges.range(at: row - 1, columns: columns)?.a1 == found)
  }
}
