import Findings

/// Puts the cells of a table into their places as they are read, and makes out its merges.
///
/// A cell covers as many grid columns as `gridSpan` says (ECMA-376 part 1, 17.4.17). `vMerge` begins a merge down the rows or goes on with
/// it (17.4.84): with the one of the row above at the same columns. `hMerge`, of older programs, does the same along the row (17.4.22).
struct TableBuilder {
  /// A cell before its place is known.
  struct Cell {
    var blocks: [DocumentBlock] = []
    /// The text of the blocks.
    var text = ""
    /// Grid columns that it covers.
    var span = 1
    var vertical = Merge.none
    var horizontal = Merge.none
  }

  enum Merge { case none, restart, `continue` }

  private(set) var table = DocumentTable()
  private let limits: Limits
  private var column = 0
  private var cellCount = 0
  /// The merges that are open in the row above and in this one, by their first column.
  private var above: [Int: CellRange] = [:]
  private var open: [Int: CellRange] = [:]
  /// The last cell of the row, which those right of it may still be merged to.
  private var last: (range: CellRange, vertical: Merge, text: String)?

  init(limits: Limits) { self.limits = limits }

  /// - Parameter skipped: Grid columns in front of the first cell (17.4.14).
  mutating func beginRow(skipping skipped: Int) throws(Refusal) {
    column = 0
    try advance(by: max(0, skipped))
  }

  /// - Throws: `file.too-large` for more columns than a sheet has, or more merges than are allowed.
  mutating func add(_ cell: Cell) throws(Refusal) {
    let first = CellReference(row: table.rowCount, column: column)
    try advance(by: max(1, cell.span))
    let range = CellRange(rows: first.row...first.row, columns: first.column...(column - 1))
    cellCount += 1
    table.onlyCell = cellCount == 1 ? cell.blocks : nil
    for finding in cell.blocks.findings { say(finding, at: CellRange(first)) }
    // The text of a covered cell, if there is any, stays where it is: the sheet's reader reports it.
    if !cell.text.isEmpty { table.cells.append(DocumentTable.Cell(reference: first, text: cell.text)) }
    if cell.horizontal == .continue, let before = last {
      last = (before.range.union(range), before.vertical, before.text)
    } else {
      try placeLast()
      last = (range, cell.vertical, cell.text)
    }
  }

  /// Takes over what is to be said of a row that is left out.
  mutating func addFindings(of row: TableBuilder) {
    for finding in row.table.findings { say(finding, at: nil) }
  }

  private mutating func say(_ finding: Finding, at cells: CellRange?) {
    var finding = finding
    finding.place.cells = cells
    table.findings.append(finding)
  }

  mutating func endRow() throws(Refusal) {
    try placeLast()
    try closeAbove()
    above = open
    open = [:]
    table.rowCount += 1
  }

  /// The finished table.
  mutating func finish() throws(Refusal) -> DocumentTable {
    try closeAbove()
    return table
  }

  private mutating func placeLast() throws(Refusal) {
    guard let (range, vertical, text) = last else { return }
    last = nil
    switch vertical {
    case .none: try append(range)
    case .restart: open[range.first.column] = range
    case .continue:
      if let begun = above[range.first.column], begun.columns == range.columns {
        above[range.first.column] = nil
        open[range.first.column] = begun.union(range)
      } else {
        say(Finding(.docxMergeWithoutBeginning, ["found": text]), at: range)
        open[range.first.column] = range
      }
    }
  }

  /// Ends the merges of the row above that go on in no cell of this one.
  private mutating func closeAbove() throws(Refusal) {
    for merge in above.values.sorted(by: { $0.first < $1.first }) { try append(merge) }
    above = [:]
  }

  private mutating func append(_ range: CellRange) throws(Refusal) {
    guard !range.isSingleCell else { return }
    table.merges.append(range)
    guard table.merges.count <= limits.merges else { throw .exceeded("merges", limits.merges) }
  }

  private mutating func advance(by columns: Int) throws(Refusal) {
    guard columns <= limits.columnsOfTable - column else { throw .exceeded("columnsOfTable", limits.columnsOfTable) }
    column += columns
    table.columnCount = max(table.columnCount, column)
  }
}
