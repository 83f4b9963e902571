/// A rectangle of cells, both corners included, such as `A3:H27`.
public struct CellRange: Hashable, Sendable, CustomStringConvertible {
  /// The upper left corner.
  public let first: CellReference
  /// The lower right corner.
  public let last: CellReference

  /// The smallest rectangle with these two cells in it, whichever corners they are.
  public init(_ one: CellReference, _ other: CellReference) {
    first = CellReference(row: min(one.row, other.row), column: min(one.column, other.column))
    last = CellReference(row: max(one.row, other.row), column: max(one.column, other.column))
  }

  public init(_ cell: CellReference) {
    first = cell
    last = cell
  }

  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    first = CellReference(row: rows.lowerBound, column: columns.lowerBound)
    last = CellReference(row: rows.upperBound, column: columns.upperBound)
  }

  /// Reads `A1:H1` or a single `A1`.
  public init?(_ a1: some StringProtocol) {
    let corners = a1.split(separator: ":", omittingEmptySubsequences: false)
    guard let head = corners.first, let one = CellReference(head) else { return nil }
    switch corners.count {
    case 1: self.init(one)
    case 2:
      guard let other = CellReference(corners[1]) else { return nil }
      self.init(one, other)
    default: return nil
    }
  }

  /// The smallest rectangle around all of these cells; nil where there are none.
  public init?(around cells: some Sequence<CellReference>) {
    var result: CellRange?
    for cell in cells { result = result?.union(CellRange(cell)) ?? CellRange(cell) }
    guard let result else { return nil }
    self = result
  }

  public var rows: ClosedRange<Int> { first.row...last.row }
  public var columns: ClosedRange<Int> { first.column...last.column }
  public var isSingleCell: Bool { first == last }

  public func contains(_ cell: CellReference) -> Bool {
    rows.contains(cell.row) && columns.contains(cell.column)
  }

  public func intersects(_ other: CellRange) -> Bool {
    rows.overlaps(other.rows) && columns.overlaps(other.columns)
  }

  public func union(_ other: CellRange) -> CellRange {
    CellRange(
      CellReference(row: min(first.row, other.first.row), column: min(first.column, other.first.column)),
      CellReference(row: max(last.row, other.last.row), column: max(last.column, other.last.column)))
  }

  /// `A1:H1`, or `A1` for a single cell.
  public var a1: String { isSingleCell ? first.a1 : first.a1 + ":" + last.a1 }

  public var description: String { a1 }
}
