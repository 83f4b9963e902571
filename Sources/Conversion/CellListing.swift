import Findings
import Spreadsheet
import TrackingModel

/// Any spreadsheet as the reader sees it: one JSON object a line for each sheet, each non-empty cell and each merged range.
///
///     {"sheet":"Sheet1","index":0,"state":"visible"}
///     {"sheet":"Sheet1","cell":"B3","kind":"number","text":"75.00","value":"75"}
///     {"sheet":"Sheet1","merge":"A1:H1"}
///
/// Lines go out while rows come in, so that a table of any size takes no more memory than its shared strings.
public struct CellListing {
  private let workbook: any Workbook
  private let write: ([UInt8]) throws -> Void
  private var lines = JSONText(.compact)

  /// Cells that are put in order where the file has its rows out of order; behind them rows come as they stand.
  private static let cellsInOrder = 100_000
  private static let bytesAtOnce = 64 * 1024

  /// - Parameter write: Takes whole lines, many at once.
  public init(of workbook: any Workbook, write: @escaping ([UInt8]) throws -> Void) {
    self.workbook = workbook
    self.write = write
  }

  /// Lists all sheets in order, hidden ones too.
  ///
  /// - Returns: What the reader had to say.
  /// - Throws: A `Refusal` where a sheet cannot be read to its end, and what `write` throws.
  public mutating func list() throws -> [Finding] {
    var findings = workbook.findings
    for sheet in workbook.sheets {
      line { json in
        json.member("sheet", sheet.name)
        json.member("index", sheet.index)
        json.member("state", sheet.state.rawValue)
      }
      let rows = try workbook.rows(of: sheet)
      try list(rows, of: sheet)
      for merge in rows.merges {
        line { json in
          json.member("sheet", sheet.name)
          json.member("merge", merge.a1)
        }
      }
      findings += rows.findings
      try flush()
    }
    return findings
  }

  private mutating func list(_ rows: any RowReader, of sheet: SheetInfo) throws {
    var first: [Cell] = []
    while first.count < Self.cellsInOrder, let row = try rows.next() { first += row.cells }
    for cell in Sheet(info: sheet, cells: first).cells { try list(cell, of: sheet) }
    while let row = try rows.next() {
      for cell in row.cells { try list(cell, of: sheet) }
    }
  }

  private mutating func list(_ cell: Cell, of sheet: SheetInfo) throws {
    line { json in
      json.member("sheet", sheet.name)
      json.member("cell", cell.reference.a1)
      json.member("kind", cell.kind.rawValue)
      json.member("text", cell.text)
      json.member("value", cell.value)
    }
    // A single text of the file may stand in every cell, so a row is too much to keep.
    if lines.bytes.count > Self.bytesAtOnce { try flush() }
  }

  private mutating func line(_ members: (inout JSONText) -> Void) {
    lines.object(members)
    lines.endLine()
  }

  private mutating func flush() throws {
    if !lines.bytes.isEmpty { try write(lines.bytes) }
    lines = JSONText(.compact)
  }
}
