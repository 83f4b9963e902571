import Findings
import Testing

@testable import Spreadsheet

@Suite struct MergeListTests {
  /// The sweep against the plain definition: a range stays unless one that stays before it in the file overlaps it.
  @Test func dropsWhatTheDefinitionDrops() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      let ranges = (0..<12).map { _ in
        CellRange(
          CellReference(row: Int.random(in: 0..<12, using: &random), column: Int.random(in: 0..<12, using: &random)),
          CellReference(row: Int.random(in: 0..<12, using: &random), column: Int.random(in: 0..<12, using: &random)))
      }
      var list = MergeList()
      for range in ranges { #expect(list.add(of: range.a1) == nil) }
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
      _ = list.add(of: "A\(row + 1):B\(row + 1)")
      _ = list.add(of: "C\(row + 1):D\(row + 1)")
    }
    #expect(list.dropOverlapping().isEmpty)
    #expect(list.ranges.count == 100_000)
  }

  @Test(arguments: [
    ("A1:H1", "A1:H1"), ("h1:a1", "A1:H1 \(Rule.xlsxMergeReversed.name)"), ("B2", "B2"), ("$A$1:$B$2", "A1:B2"),
    ("A1:XFE1", "\(Rule.xlsxMergeInvalid.name)"), ("A0:A1", "\(Rule.xlsxMergeInvalid.name)"),
    ("", "\(Rule.xlsxMergeInvalid.name)"), ("A1:", "\(Rule.xlsxMergeInvalid.name)"),
    ("A1:B2:C3", "\(Rule.xlsxMergeInvalid.name)"),
  ]) func reads(_ reference: String, as expected: String) {
    var list = MergeList()
    let rule = list.add(of: reference)
    #expect((list.ranges.map(\.a1) + [rule?.name].compactMap { $0 }).joined(separator: " ") == expected)
  }

  /// Columns that reach down the whole sheet and rows across it, a hundred thousand of both: each row meets each column.
  @Test func rangesThatAllOverlapTakeNoTime() {
    var list = MergeList()
    for column in 0..<16_000 {
      let name = CellReference.columnName(column)
      _ = list.add(of: "\(name)1:\(name)1048576")
    }
    for row in 0..<84_000 { _ = list.add(of: "A\(row + 2):XFD\(row + 2)") }
    #expect(list.dropOverlapping().count == 84_000)
    #expect(list.ranges.count == 16_000)
  }
}

extension MergeList {
  fileprivate mutating func add(of reference: String) -> Rule? {
    Array(reference.utf8).withUnsafeBufferPointer { add($0) }
  }
}
