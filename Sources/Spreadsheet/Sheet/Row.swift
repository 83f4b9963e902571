/// One row of cells.
public struct Row: Sendable {
  /// From 0.
  public let index: Int
  /// The non-empty cells, from left to right.
  public let cells: RowCells
  /// Whether the row is hidden.
  public let isHidden: Bool

  public init(index: Int, cells: [Cell], isHidden: Bool = false) {
    self.init(index: index, cells: RowCells(cells), isHidden: isHidden)
  }

  init(index: Int, cells: RowCells, isHidden: Bool = false) {
    self.index = index
    self.cells = cells
    self.isHidden = isHidden
  }

  /// The cell in a column, counted from 0; nil where it is empty.
  public subscript(column column: Int) -> Cell? {
    let position = cells.partitioningIndex { $0.reference.column >= column }
    guard position < cells.endIndex, case let cell = cells[position], cell.reference.column == column else {
      return nil
    }
    return cell
  }
}

/// The non-empty cells of a row, from left to right. Those of a text file and of a binary workbook are made as they are asked for.
public struct RowCells: RandomAccessCollection, Sendable {
  @usableFromInline
  enum Storage: Sendable {
    case made([Cell])
    case record(RecordCells)
    case binary(BinaryCells)

    /// Borrowing, so that what holds the cells is not counted for each of them.
    @inlinable @inline(__always)
    borrowing func cell(_ position: Int) -> Cell {
      switch self {
      case .made(let cells): cells[position]
      case .record(let record): record.cell(position)
      case .binary(let cells): cells.cell(position)
      }
    }
  }

  @usableFromInline let storage: Storage
  public let endIndex: Int

  init(_ cells: [Cell]) {
    storage = .made(cells)
    endIndex = cells.count
  }

  init(_ record: RecordCells) {
    storage = .record(record)
    endIndex = record.count
  }

  init(_ cells: BinaryCells) {
    storage = .binary(cells)
    endIndex = cells.count
  }

  @inlinable public var startIndex: Int { 0 }

  @inlinable public subscript(position: Int) -> Cell { storage.cell(position) }
}
