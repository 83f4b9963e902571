import Findings

/// A row of a binary workbook while its cells come in.
struct BIFFRow {
  private(set) var index = 0
  /// Handed over with the row; when it was dropped, the next row takes the same memory.
  private(set) var cells: [Cell] = []
  private var lastColumn = -1
  private var isOutOfOrder = false

  /// As many cells as a form has side by side.
  private static let commonCount = 8

  /// Cells that a row may have, those that are written twice included.
  static let maximumCells = 2 * CellReference.maximumColumns

  /// Makes it another row, which has no cells so far.
  mutating func begin(_ index: Int) {
    self.index = index
    let wanted = max(Self.commonCount, cells.count)
    // Where the caller holds the row before, memory is allocated anew, and not as much as the longest of all rows needed.
    if cells.capacity > 0, cells.capacity <= 2 * wanted {
      cells.removeAll(keepingCapacity: true)
    } else {
      cells = []
      cells.reserveCapacity(wanted)
    }
    lastColumn = -1
    isOutOfOrder = false
  }

  @inline(__always)
  mutating func append(_ cell: consuming Cell) throws(Refusal) {
    try record(cell.reference.column)
    cells.append(cell)
  }

  @inline(__always)
  mutating func append(
    _ reference: CellReference, _ content: consuming CellContent, _ format: consuming NumberFormat?
  ) throws(Refusal) {
    try record(reference.column)
    cells.append(Cell(at: reference, content, style: format))
  }

  @inline(__always)
  private mutating func record(_ column: Int) throws(Refusal) {
    if column <= lastColumn { isOutOfOrder = true }
    lastColumn = column
    if cells.count >= Self.maximumCells { throw .exceeded("cellsOfRow", Self.maximumCells) }
  }

  /// The cells from left to right, one an address; of several the last counts.
  func finish(_ info: SheetInfo, _ list: inout FindingList) -> [Cell] {
    isOutOfOrder ? Self.order(cells, info, &list) : cells
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
