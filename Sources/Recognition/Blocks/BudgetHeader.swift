import TrackingModel

/// The header of the budget block: which columns hold what, and in which unit.
struct BudgetHeader {
  struct Column {
    let label: Label
    let cell: GridCell
    /// From the heading's first column to the one before the next heading.
    var columns: ClosedRange<Int>
    /// The unit that the heading states.
    let unit: AmountUnit?
  }

  private(set) var columns: [Column] = []
  /// Headings over the names of the fund rows.
  private(set) var nameHeadings: [GridCell] = []

  /// The header that stands in this line; nil where none does.
  init?(_ line: Line) {
    guard line.cells.count <= IndicatorHeader.maximumCells else { return nil }
    var known = 0
    for (position, cell) in line.cells.enumerated() {
      if position == 0, cell.meanings.block == .budget { continue }
      guard let label = cell.meanings.budgetHeading else {
        if cell.meanings.indicatorHeading == .level1 || cell.meanings.indicatorHeading == .level2 {
          return nil
        }
        if !columns.isEmpty, cell.cell.kind == .text, cell.label != nil, !cell.isNone,
          cell.token.isPlain, cell.meanings.fund == nil
        {
          append(.budgetExtra, cell)
        }
        continue
      }
      if label == .fundName || columns.isEmpty && label.budgetColumn == nil && label != .budgetExtra {
        nameHeadings.append(cell)
        continue
      }
      if label.budgetColumn != nil { known += 1 }
      append(label, cell)
    }
    guard known >= 1, known >= 2 || columns.count >= 2 || line.cells.first?.meanings.block == .budget else {
      return nil
    }
    for index in columns.indices.dropLast() where columns[index].cell.area.columns.count == 1 {
      let first = columns[index].columns.lowerBound
      columns[index].columns = first...max(first, columns[index + 1].columns.lowerBound - 1)
    }
  }

  private mutating func append(_ label: Label, _ cell: GridCell) {
    columns.append(
      Column(label: label, cell: cell, columns: cell.area.columns, unit: AmountUnit.stated(in: cell.text)?.unit))
  }

  var firstColumn: Int { columns.first?.columns.lowerBound ?? 0 }
  var lastColumn: Int { columns.last?.columns.upperBound ?? 0 }

  func column(at index: Int) -> Column? { columns.first { $0.columns.contains(index) } }

  func column(_ column: BudgetColumn) -> Column? { columns.first { $0.label.budgetColumn == column } }
}
