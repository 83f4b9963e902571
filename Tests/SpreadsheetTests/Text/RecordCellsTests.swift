import Testing

@testable import Spreadsheet

@Suite("Cells that share the bytes of their record")
struct RecordCellsTests {
  private func rows(_ bytes: [UInt8]) throws -> [Row] {
    let reader = try TextWorkbook.open(.bytes(bytes), dialect: .csv).rows()
    var rows: [Row] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  @Test("give each its own text and place, whatever stands between them")
  func mixed() throws {
    let row = try #require(try rows(Array("甲,,'=1+1,\"a \"\"b\"\"\",\"乙\n丙\",'-x,,丁\n".utf8)).first)
    #expect(row.cells.map(\.reference.a1) == ["A1", "C1", "D1", "E1", "F1", "H1"])
    #expect(row.cells.map(\.text) == ["甲", "=1+1", "a \"b\"", "乙\n丙", "-x", "丁"])
    #expect(row.cells.map(\.value) == row.cells.map(\.text))
    #expect(row.cells.map { $0.withTextBytes { Array($0) } } == row.cells.map { Array($0.text.utf8) })
    #expect(row.cells.map(\.textBytes) == [3, 4, 5, 7, 2, 3])
    #expect(row.cells.map(\.textPosition?.byteOffset) == [0, 5, 11, 21, 31, 36])
    #expect(row.cells.map(\.textPosition?.line) == [1, 1, 1, 1, 2, 2])
  }

  @Test("outlive the reader and the other cells of their row")
  func outlive() throws {
    let cells = try rows(Array(repeating: Array("住宅小区（综合治理）修缮工程,1.00\n".utf8), count: 20_000).flatMap { $0 })
      .compactMap(
        \.cells.first)
    #expect(cells.count == 20_000)
    #expect(cells.allSatisfy { $0.text == "住宅小区（综合治理）修缮工程" })
  }

  @Test("a record too long to be kept for one of its cells gives the same cells")
  func long() throws {
    let long = String(repeating: "长", count: 30_000)
    let row = try #require(try rows(Array("甲,\(long),\"乙\"\n".utf8)).first)
    #expect(row.cells.map(\.text) == ["甲", long, "乙"])
    #expect(row.cells.map(\.textPosition?.byteOffset) == [0, 4, 90_005])
  }

  @Test("a cell stays as small as what is handed over in registers")
  func size() { #expect(MemoryLayout<Cell>.size <= 32) }

  @Test("bytes of GB 18030 are counted alike one by one and sixteen at a time")
  func measure() {
    var random = SeededGenerator(seed: 3)
    for length in [0, 1, 15, 16, 17, 100, 5_000] {
      let text = String((0..<length).map { _ in "a1,项目·×（长".randomElement(using: &random) ?? "a" })
      let bytes = Array(text.utf8)
      bytes.withUnsafeBufferPointer {
        #expect(SourceMeasure.pairs.length(of: $0) == SourceMeasure.gb18030(euroLength: 2).length(of: $0))
        #expect(SourceMeasure.utf16.length(of: $0) == 2 * text.utf16.count)
      }
    }
  }
}
