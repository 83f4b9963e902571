import Findings

/// The meeting point of all readers: a whole sheet, sparse, in row order.
///
/// Made for forms, which are small; a ledger is read as rows and never becomes a `Sheet`.
public struct Sheet: Sendable {
  public let info: SheetInfo
  /// The non-empty cells, in row order.
  public let cells: [Cell]
  /// The merged ranges, disjoint, in the order of the file. The value of a range stands in its first cell.
  public let merges: [CellRange]
  public let hiddenRows: Set<Int>
  public let hiddenColumns: Set<Int>
  /// What the reader had to say about cells of this sheet.
  public let findings: [Finding]
  private let index: [CellReference: Int]

  public init(
    info: SheetInfo, cells: [Cell], merges: [CellRange] = [], hiddenRows: Set<Int> = [], hiddenColumns: Set<Int> = [],
    findings: [Finding] = []
  ) {
    self.info = info
    self.cells = cells.sorted { $0.reference < $1.reference }
    self.merges = merges
    self.hiddenRows = hiddenRows
    self.hiddenColumns = hiddenColumns
    self.findings = findings
    index = Dictionary(
      self.cells.enumerated().map { ($1.reference, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The cell at this very address; nil where it is empty. Cells covered by a merge are empty but for the first.
  public subscript(_ reference: CellReference) -> Cell? { index[reference].map { cells[$0] } }
}

/// A sheet's name and state, known before its cells are read.
public struct SheetInfo: Hashable, Sendable {
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
