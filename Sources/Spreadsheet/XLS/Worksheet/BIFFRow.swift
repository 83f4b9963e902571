import Findings

/// A row of a binary workbook while its cells come in.
struct BIFFRow {
  let index: Int
  private(set) var cells: [Cell] = []
  /// How many there were when the row was finished.
  private(set) var count = 0
  private var lastColumn = -1
  private var isOutOfOrder = false

  /// As many cells as a form has side by side.
  private static let commonCount = 8

  /// Cells that a row may have, those that are written twice included.
  static let maximumCells = 2 * CellReference.maximumColumns

  init(index: Int, expecting count: Int = 0) {
    self.index = index
    cells.reserveCapacity(max(Self.commonCount, count))
  }

  /// In front of the first row.
  static let none = BIFFRow()

  private init() { index = 0 }

  @inline(__always)
  mutating func append(_ cell: consuming Cell) throws(Refusal) {
    try note(cell.reference.column)
    cells.append(cell)
  }

  @inline(__always)
  mutating func append(
    _ reference: CellReference, _ content: consuming CellContent, _ format: consuming NumberFormat?
  ) throws(Refusal) {
    try note(reference.column)
    cells.append(Cell(at: reference, content, style: format))
  }

  @inline(__always)
  private mutating func note(_ column: Int) throws(Refusal) {
    if column <= lastColumn { isOutOfOrder = true }
    lastColumn = column
    if cells.count >= Self.maximumCells { throw .exceeded("cellsOfRow", Self.maximumCells) }
  }

  /// The cells from left to right, one an address; of several the last counts.
  mutating func finish(_ info: SheetInfo, _ list: inout FindingList) -> [Cell] {
    count = cells.count
    // Handed over and not shared, which would be counted for every row.
    var taken: [Cell] = []
    swap(&taken, &cells)
    guard isOutOfOrder else { return taken }
    return Self.order(taken, info, &list)
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
