import Findings
import Spreadsheet
import TrackingModel

/// Reads the columns in which the ledger keeps what has no column; a text that is not in their notation is kept as an extra.
enum LedgerSupplements {
  static func fill(_ open: OpenForm, _ column: LedgerColumn, from cell: Cell) {
    if let entries = LedgerSupplement.entries(of: cell.text) {
      let isRead =
        column == .budgetSupplement
        ? LedgerSupplement.add(entries, to: &open.form.budget, open.form.definition.budget, in: open.table)
        : LedgerSupplement.add(entries, to: &open.form, of: open.family, in: open.table)
      if isRead { return }
    }
    open.form.extras.append(Extra(label: column.heading, text: cell.text.trimmed, cell: cell.reference.a1))
    open.add([Finding(.ledgerSupplement, ["heading": column.heading])], at: cell.reference)
  }

  static func fill(_ indicator: inout Indicator, from cell: Cell, _ open: OpenForm) {
    if let entries = LedgerSupplement.entries(of: cell.text),
      LedgerSupplement.add(entries, to: &indicator, open.form.definition.indicators, in: open.table)
    {
      return
    }
    let heading = LedgerColumn.indicatorSupplement.heading
    indicator.extras.append(Extra(label: heading, text: cell.text.trimmed, cell: cell.reference.a1))
    open.add([Finding(.ledgerSupplement, ["heading": heading])], at: cell.reference)
  }
}
