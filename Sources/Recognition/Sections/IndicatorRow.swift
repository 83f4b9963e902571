import Findings
import Spreadsheet
import TrackingModel

/// One line of the indicator table, its block label taken off: each cell under the heading that owns its column.
struct IndicatorRow {
  let line: Int
  /// From left to right.
  let cells: [GridCell]
  /// Whether its cells stand where they were typed: then it is never shifted.
  let keepsPlace: Bool
  /// Columns by which the row stands right of its header; negative where it is shifted to the left.
  var shift = 0
  /// Whether the one level that the row names is level 2, though it stands in level 1's place.
  var loneLevelIsSecond = false
  /// Whether a page begins with this row.
  var beginsPage = false
  /// Whether the row is one of the table for a longer time, which stands beside or above the year's.
  var otherTable: GridCell?

  init(line: Int, cells: [GridCell], keepsPlace: Bool) {
    self.line = line
    self.cells = cells
    self.keepsPlace = keepsPlace
  }

  /// The cells under the heading with this position, from left to right.
  func cells(under column: IndicatorHeader.Column) -> ArraySlice<GridCell> {
    let first = firstIndex(from: column.columns.lowerBound + shift)
    let end = firstIndex(from: column.columns.upperBound + shift + 1)
    return cells[first..<end]
  }

  /// The first cell under the heading that holds something.
  func value(under column: IndicatorHeader.Column?) -> GridCell? {
    column.flatMap { cells(under: $0).first { !$0.isNone } }
  }

  /// The cell left of the column whose merged range covers it.
  func cell(over column: Int) -> GridCell? {
    let next = firstIndex(from: column + shift)
    guard next > 0, cells[next - 1].area.last.column >= column + shift else { return nil }
    return cells[next - 1]
  }

  /// The place of a column in this row.
  func place(of column: Int) -> CellReference { CellReference(row: line, column: max(0, column + shift)) }

  private func firstIndex(from column: Int) -> Int { cells.partitioningIndex { $0.column >= column } }
}
