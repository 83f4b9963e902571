import Testing

@testable import Recognition

@Suite struct CellTableTests {
  /// Positions behind each other, and those of one of several hundred forms side by side.
  @Test(arguments: [Array(10..<30), stride(from: 10, to: 9_000, by: 400).map { $0 }])
  func `what is said of a position stands there and nowhere else`(positions: [Int]) {
    var table = CellTable<String>(positions[0]..<positions[positions.count - 1] + 1, count: positions.count)
    for position in positions where position % 3 == 0 { table[position] = String(position) }
    #expect(positions.allSatisfy { table[$0] == ($0 % 3 == 0 ? String($0) : nil) })
    #expect(table[0] == nil && table[9_001] == nil)
    table.changeAll { $0 + "!" }
    let entries = table.entries.sorted { $0.position < $1.position }
    #expect(entries.map(\.value) == positions.filter { $0 % 3 == 0 }.map { "\($0)!" })
    #expect(entries.map(\.position) == positions.filter { $0 % 3 == 0 })
  }
}
