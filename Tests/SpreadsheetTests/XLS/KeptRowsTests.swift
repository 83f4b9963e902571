import Findings
import Testing

@testable import Spreadsheet

/// Rows are handed over: who keeps them has the same cells later, whatever the reader reads behind them and whether it is still there.
@Suite struct KeptRowsTests {
  /// Rows of all lengths up to some forty cells, of both kinds that stand in a record by themselves and of others.
  private static let workbook: [UInt8] = {
    var sheet: [UInt8] = []
    for row in 0..<90 {
      for column in 0..<1 + (row * 7) % 41 {
        switch (row + column) % 3 {
        case 0: sheet += BIFFBytes.number(row, column, Double(100 * row + column) / 4)
        case 1: sheet += BIFFBytes.record(0xFD, BIFFBytes.word(row, column, 0, column % 2, 0))
        default: sheet += BIFFBytes.record(0x205, BIFFBytes.word(row, column, 0), [UInt8(column % 2), 0])
        }
      }
    }
    let table = [UInt8](repeating: 0, count: 8) + [1, 0, 0, 0x61, 2, 0, 1] + BIFFBytes.wide("项目")
    return BIFFBytes.workbook(sheet: sheet, shared: BIFFBytes.record(0xFC, table))
  }()

  private static func expected(_ row: Int, _ column: Int) -> String {
    switch (row + column) % 3 {
    case 0: ExactNumber(Double(100 * row + column) / 4)?.plainText ?? ""
    case 1: column % 2 == 0 ? "a" : "项目"
    default: column % 2 == 0 ? "FALSE" : "TRUE"
    }
  }

  private static func rows(_ bytes: [UInt8]) throws -> [Row] {
    let workbook = try Workbooks.open(bytes: bytes)
    let reader = try workbook.rows(of: workbook.sheets[0])
    var rows: [Row] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  @Test func stayAsTheyWere() throws {
    let rows = try Self.rows(Self.workbook)
    #expect(rows.map(\.index) == Array(0..<90))
    for row in rows {
      #expect(row.cells.map(\.reference.column) == Array(0..<1 + (row.index * 7) % 41))
      for cell in row.cells {
        #expect(cell.reference.row == row.index)
        #expect(cell.text == Self.expected(row.index, cell.reference.column))
      }
    }
  }

  /// Every second row is kept, so that those between them are read into memory that was used before.
  @Test func stayAsTheyWereWhereOthersAreDropped() throws {
    let workbook = try Workbooks.open(bytes: Self.workbook)
    let reader = try workbook.rows(of: workbook.sheets[0])
    var kept: [Row] = []
    while let row = try reader.next() { if row.index % 2 == 0 { kept.append(row) } }
    for row in kept {
      #expect(row.cells.map(\.text) == row.cells.indices.map { Self.expected(row.index, $0) })
    }
  }

  /// The formats belong to the workbook, which is gone when the cells are asked for.
  @Test func haveTheirFormatsWithoutTheWorkbook() throws {
    let path = XLSFixtureTests.folder.appending(path: "number-formats.xls").path
    let rows = try Self.rows(ByteSource.file(path).bytes())
    let texts = rows[0].cells.prefix(6).map(\.text)
    #expect(texts == ["75.00", "1,234.50 ", "2023年11月30日", "48.5%", "12", "1.5万元"])
  }
}
