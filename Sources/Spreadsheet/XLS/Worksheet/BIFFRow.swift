import Findings

/// A row of a binary workbook while its cells come in.
struct BIFFRow {
  let index: Int
  private(set) var cells: [Cell] = []
  private var lastColumn = -1
  private var isOutOfOrder = false

  /// Cells that a row may have, those that are written twice included.
  static let maximumCells = 2 * CellReference.maximumColumns

  init(index: Int, expecting count: Int = 0) {
    self.index = index
    cells.reserveCapacity(count)
  }

  @inline(__always)
  mutating func append(_ cell: Cell) throws(Refusal) {
    let column = cell.reference.column
    if column <= lastColumn { isOutOfOrder = true }
    lastColumn = column
    cells.append(cell)
    if cells.count > Self.maximumCells { throw .exceeded("cellsOfRow", Self.maximumCells) }
  }

  /// The cells from left to right, one an address; of several the last counts.
  func finish(_ info: SheetInfo, _ list: inout FindingList) -> [Cell] {
    guard isOutOfOrder else { return cells }
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
