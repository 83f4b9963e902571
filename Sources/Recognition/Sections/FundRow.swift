/// A row of the budget that names a fund.
struct FundRow {
  let row: Int
  let name: GridCell
  /// The cells that stand under headings.
  let amounts: [GridCell]
  /// How far they stand right of their headings.
  let shift: Int
  /// The cells of columns left of the names.
  let left: [(cell: GridCell, column: BudgetHeader.Column)]
}
