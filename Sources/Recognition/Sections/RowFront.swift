/// What stands in a fund's row before its amounts.
struct RowFront {
  /// The block's label and cells that say nothing.
  private(set) var labels: [GridCell] = []
  /// The texts that name the row; the last one does, 其中 and the like may stand in a cell of their own before it.
  private(set) var names: [GridCell] = []
  /// The cells of columns left of the amounts.
  private(set) var left: [(cell: GridCell, column: BudgetHeader.Column)] = []
  private(set) var rest: ArraySlice<GridCell>

  init(_ line: Line, _ header: BudgetHeader, isInside: Bool) {
    rest = line.cells[...]
    while let first = rest.first, first.meanings.block == .budget, !isInside || first.column < header.firstColumn,
      rest.count == 1 || !isInside
    {
      labels.append(first)
      rest.removeFirst()
    }
    while let first = rest.first,
      first.column < header.firstColumn
        || names.isEmpty && !header.isMerged && first.cell.kind == .text
          && !first.isNone && !BudgetReader.isAmount(first)
    {
      if let column = header.leftColumns.first(where: { $0.columns.contains(first.column) }) {
        left.append((first, column))
      } else if first.isNone {
        labels.append(first)
      } else if first.cell.kind == .text, isInside && header.isMerged || !BudgetReader.isAmount(first) {
        names.append(first)
      } else {
        break
      }
      rest.removeFirst()
    }
  }
}
