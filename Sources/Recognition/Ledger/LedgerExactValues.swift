import Findings
import Foundation
import Spreadsheet
import TrackingModel

/// Puts the cells of a ledger that this program wrote into forms and indicators: every text as it stands. A cell of nothing but spaces,
/// as people clear one, says nothing.
enum LedgerExactValues {
  /// Fills in what a column holds once a form.
  static func fill(_ open: OpenForm, _ column: LedgerColumn, from cell: Cell) {
    if cell.text.isWhiteSpace { return }
    switch column {
    case .indicatorCount: open.expectedIndicators = number(cell, column, open)
    case .field(let field):
      if column == .title {
        open.form.setTitle(cell.text, in: open.family)
      } else {
        fill(&open.form, field, from: cell, open)
      }
    case .amount(let fund, let amount):
      let reading = AmountReader.read(cell, unit: .stated(.tenThousandYuan))
      if let value = reading.value { open.form.budget.set(value, fund, amount) }
      open.add(reading.findings, at: cell.reference)
    case .budgetSupplement, .formSupplement: LedgerSupplements.fill(open, column, from: cell)
    case .formNumber, .indicatorNumber, .indicatorField, .indicatorSupplement: break
    }
  }

  private static func fill<Owner>(_ owner: inout Owner, _ field: Field<Owner>, from cell: Cell, _ open: OpenForm) {
    switch field.place {
    case .text(let path): owner[keyPath: path] = cell.text
    case .judgment(let path): owner[keyPath: path] = Judgment(text: cell.text)
    case .value(let path): owner[keyPath: path] = IndicatorValue(text: cell.text)
    case .month(let path):
      if let month = YearMonth(cell.text) {
        owner[keyPath: path] = month
      } else {
        let reading = PeriodReader.month(cell, year: nil)
        owner[keyPath: path] = reading.value
        open.add(reading.findings, at: cell.reference)
      }
    }
  }

  /// The indicator of a row; nil where the row has none.
  static func indicator(in slots: [Cell?], of open: OpenForm, _ table: LedgerTable) -> Indicator? {
    var indicator = Indicator()
    var hasIndicator = false
    for position in table.ofIndicator {
      guard let cell = slots[position], !cell.text.isWhiteSpace else { continue }
      let column = table.columns[position]
      hasIndicator = true
      switch column {
      case .indicatorNumber: open.indicatorNumbers.append(number(cell, column, open) ?? 0)
      case .indicatorField(let field): fill(&indicator, field, from: cell, open)
      case .indicatorSupplement: LedgerSupplements.fill(&indicator, from: cell, open)
      default: break
      }
    }
    return hasIndicator ? indicator : nil
  }

  private static func number(_ cell: Cell, _ column: LedgerColumn, _ open: OpenForm) -> Int? {
    if let number = Int(cell.text), number >= 0 { return number }
    open.add([Finding(.ledgerNumber, ["heading": column.heading, "found": cell.text])], at: cell.reference)
    return nil
  }
}
