import Findings

/// A row of a binary workbook while its cells come in.
struct BIFFRow {
  /// Handed over with the row; when it was dropped, the next row takes the same memory.
  private var cells: BinaryCells
  private let styles: StylesPart
  private var lastColumn = -1
  private var isOutOfOrder = false

  /// As many cells as a form has side by side.
  private static let commonCount = 8

  /// Cells that a row may have, those that are written twice included.
  static let maximumCells = 2 * CellReference.maximumColumns

  /// - Parameter styles: Those of the workbook, which the formats of its cells belong to.
  init(styles: StylesPart) {
    self.styles = styles
    cells = BinaryCells(row: 0, capacity: Self.commonCount, formats: styles)
  }

  var index: Int { cells.row }

  /// Makes it another row, which has no cells so far.
  mutating func begin(_ index: Int) {
    let wanted = max(Self.commonCount, cells.count)
    // Where the caller holds the row before, memory is allocated anew, and not as much as the longest of all rows needed.
    if !cells.begin(index, capacity: 0...2 * wanted) {
      cells = BinaryCells(row: index, capacity: wanted, formats: styles)
    }
    lastColumn = -1
    isOutOfOrder = false
  }

  @inline(__always)
  mutating func append(_ cell: consuming Cell) throws(Refusal) {
    try record(cell.reference.column)
    cells.append(cell)
  }

  /// - Parameter format: Of the styles of the workbook.
  @inline(__always)
  mutating func append(
    _ number: ExactNumber, column: Int, _ format: Unmanaged<NumberFormat>?
  ) throws(Refusal) {
    try record(column)
    cells.append(number, column: column, format)
  }

  /// Adds a string of the shared table.
  ///
  /// - Parameter format: Of the styles of the workbook.
  @inline(__always)
  mutating func append(
    _ position: UInt32, of maker: BIFFCellMaker, column: Int, _ format: Unmanaged<NumberFormat>?
  ) throws(Refusal) {
    try record(column)
    if !cells.hasTable, let strings = maker.strings { cells.setTable(strings) }
    cells.append(position, column: column, format)
  }

  @inline(__always)
  private mutating func record(_ column: Int) throws(Refusal) {
    if column <= lastColumn { isOutOfOrder = true }
    lastColumn = column
    if cells.count >= Self.maximumCells { throw .exceeded("cellsOfRow", Self.maximumCells) }
  }

  /// The cells as they came in.
  var all: RowCells { RowCells(cells) }

  /// The cells from left to right, one an address; of several the last counts.
  func finish(_ info: SheetInfo, _ list: inout FindingList) -> RowCells {
    isOutOfOrder ? RowCells(Self.order(Array(all), info, &list)) : all
  }

  private static func order(_ cells: [Cell], _ info: SheetInfo, _ list: inout FindingList) -> [Cell] {
    let ordered = Sheet(info: info, cells: cells).cells
    if ordered.count < cells.count {
      var seen: Set<CellReference> = []
      for cell in cells where !seen.insert(cell.reference).inserted {
        list.add(.xlsxDuplicateCell, at: CellRange(cell.reference))
      }
    }
    return ordered
  }
}
