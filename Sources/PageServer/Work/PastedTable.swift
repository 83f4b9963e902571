import Findings
import Publishing

/// A table that was pasted out of another program: its texts and merged cells, made into a workbook that is read like any other file.
///
/// Everything is a text, as the clipboard has it: no number is made of one here.
struct PastedTable: Codable, Sendable {
  struct Cell: Codable, Sendable {
    /// From 0.
    var row: Int
    var column: Int
    /// Rows and columns that it covers.
    var rows: Int?
    var columns: Int?
    var text: String
  }

  var cells: [Cell]

  /// Rows, columns and cells of a table that is no mistake.
  static let mostRows = 10_000
  static let mostColumns = 500
  static let mostCells = 100_000

  /// - Throws: A refusal where it is too large, is none, or cells lie over each other.
  func workbook() throws(Refusal) -> [UInt8] {
    let file = try XLSXFile()
    let sheet = try file.addSheet("Sheet1")
    guard !cells.isEmpty, cells.count <= Self.mostCells else { throw Refusal(.fileEmpty) }
    for cell in cells {
      let rows = max(1, cell.rows ?? 1)
      let columns = max(1, cell.columns ?? 1)
      guard cell.row >= 0, cell.column >= 0, rows <= Self.mostRows, columns <= Self.mostColumns,
        cell.row <= Self.mostRows - rows, cell.column <= Self.mostColumns - columns
      else { throw Refusal(.serviceBadRequest, ["found": "row \(cell.row), column \(cell.column)"]) }
      let first = CellReference(row: cell.row, column: cell.column)
      if rows * columns > 1 {
        try sheet.merge(
          CellRange(
            rows: cell.row...(cell.row + rows - 1), columns: cell.column...(cell.column + columns - 1)))
      }
      if !cell.text.isEmpty { try sheet.write(cell.text, at: first) }
    }
    return try file.close()
  }
}
