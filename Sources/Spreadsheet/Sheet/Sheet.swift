import Findings

/// The meeting point of all readers: a whole sheet, sparse, in row order.
///
/// Made for forms, which are small; a ledger is read as rows and never becomes a `Sheet`.
public struct Sheet: Sendable {
  public let info: SheetInfo
  /// The non-empty cells, in row order, one an address.
  public let cells: [Cell]
  /// The merged ranges, disjoint, in the order of the file. The value of a range stands in its first cell.
  public let merges: [CellRange]
  public let hiddenRows: Set<Int>
  public let hiddenColumns: Set<Int>
  /// What the reader had to say about cells of this sheet.
  public let findings: [Finding]

  /// - Parameter cells: In any order; of several at one address the last counts, as in other readers.
  public init(
    info: SheetInfo, cells: [Cell], merges: [CellRange] = [], hiddenRows: Set<Int> = [], hiddenColumns: Set<Int> = [],
    findings: [Finding] = []
  ) {
    self.info = info
    self.cells = Self.inOrder(cells)
    self.merges = merges
    self.hiddenRows = hiddenRows
    self.hiddenColumns = hiddenColumns
    self.findings = findings
  }

  /// The cell at this very address; nil where it is empty. Cells covered by a merge are empty but for the first.
  public subscript(_ reference: CellReference) -> Cell? {
    let position = cells.partitioningIndex { $0.reference >= reference }
    return position < cells.count && cells[position].reference == reference ? cells[position] : nil
  }

  /// The cell at an A1 address such as `B3`; nil where it is empty or the address is none.
  public subscript(_ a1: String) -> Cell? { CellReference(a1).flatMap { self[$0] } }

  /// The rows that have cells, from top to bottom.
  public var rows: [Row] {
    var rows: [Row] = []
    var start = 0
    while start < cells.count {
      let index = cells[start].reference.row
      var end = start + 1
      while end < cells.count, cells[end].reference.row == index { end += 1 }
      rows.append(Row(index: index, cells: Array(cells[start..<end]), isHidden: hiddenRows.contains(index)))
      start = end
    }
    return rows
  }

  /// Row order without duplicates; costs nothing where the cells are in order already, as they nearly always are.
  private static func inOrder(_ cells: [Cell]) -> [Cell] {
    var isOrdered = true
    for index in cells.indices.dropFirst() where !(cells[index - 1].reference < cells[index].reference) {
      isOrdered = false
      break
    }
    if isOrdered { return cells }
    let order = cells.indices.sorted {
      (cells[$0].reference, $0) < (cells[$1].reference, $1)
    }
    var result: [Cell] = []
    result.reserveCapacity(cells.count)
    for index in order {
      if let last = result.last, last.reference == cells[index].reference { result.removeLast() }
      result.append(cells[index])
    }
    return result
  }
}

/// A sheet's name and state, known before its cells are read.
public struct SheetInfo: Hashable, Sendable {
  /// Whether a person sees the sheet; a very hidden one is not even in the menu.
  public enum State: String, Sendable {
    case visible, hidden, veryHidden
  }

  /// nil for text files.
  public let name: String?
  /// Position in the workbook, from 0.
  public let index: Int
  public let state: State

  public init(name: String?, index: Int = 0, state: State = .visible) {
    self.name = name
    self.index = index
    self.state = state
  }
}
