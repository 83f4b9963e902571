import Findings
import Testing

@testable import Spreadsheet

@Suite struct MergeListTests {
  /// The sweep against the plain definition: a range stays unless one that stays before it in the file overlaps it.
  @Test func dropsWhatTheDefinitionDrops() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let ranges = (0..<12).map { _ in
        CellRange(
          CellReference(row: Int.random(in: 0..<12, using: &random), column: Int.random(in: 0..<12, using: &random)),
          CellReference(row: Int.random(in: 0..<12, using: &random), column: Int.random(in: 0..<12, using: &random)))
      }
      var list = MergeList()
      for range in ranges { #expect(list.add(range.a1) == nil) }
      _ = list.dropOverlapping()
      for (index, one) in list.ranges.enumerated() {
        for other in list.ranges[(index + 1)...] { #expect(!one.intersects(other), "\(ranges)") }
      }
      for range in ranges where !list.ranges.contains(range) {
        #expect(ranges.contains { $0 != range && $0.intersects(range) })
      }
      #expect(list.ranges.first == ranges.first)
    }
  }

  @Test func aHundredThousandRangesTakeNoTime() {
    var list = MergeList()
    for row in 0..<50_000 {
      _ = list.add("A\(row + 1):B\(row + 1)")
      _ = list.add("C\(row + 1):D\(row + 1)")
    }
    #expect(list.dropOverlapping().isEmpty)
    #expect(list.ranges.count == 100_000)
  }
}
