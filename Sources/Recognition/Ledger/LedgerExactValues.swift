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
    if column == .title { return open.form.setTitle(cell.text) }
    switch column.content {
    case .indicatorCount: open.expectedIndicators = number(cell, column, open)
    case .text(let path): open.form[keyPath: path] = cell.text
    case .month(let path):
      if let month = YearMonth(cell.text) {
        open.form[keyPath: path] = month
      } else {
        let reading = PeriodReader.month(cell, year: nil)
        open.form[keyPath: path] = reading.value
        open.add(reading.findings, at: cell.reference)
      }
    case .judgement(let path): open.form[keyPath: path] = Judgement(text: cell.text)
    case .amount(let fund, let amount):
      let reading = AmountReader.read(cell, unit: .stated(.tenThousandYuan))
      if let value = reading.value { open.form.budget.set(value, fund, amount) }
      open.add(reading.findings, at: cell.reference)
    case .budgetSupplement, .formSupplement: LedgerSupplements.fill(open, column, from: cell)
    case .formNumber, .indicatorNumber, .indicatorText, .indicatorValue, .indicatorSupplement: break
    }
  }

  /// The indicator of a row; nil where the row has none.
  static func indicator(in slots: [Cell?], of open: OpenForm) -> Indicator? {
    var indicator = Indicator()
    var hasIndicator = false
    for (position, column) in LedgerColumn.all.enumerated() {
      guard column.isOfIndicator, let cell = slots[position], !cell.text.isWhiteSpace else { continue }
      hasIndicator = true
      switch column {
      case .indicatorNumber: open.indicatorNumbers.append(number(cell, column, open) ?? 0)
      case .level1: indicator.level1 = cell.text
      case .level2: indicator.level2 = cell.text
      case .name: indicator.name = cell.text
      case .target: indicator.target = IndicatorValue(text: cell.text)
      case .planned: indicator.planned = IndicatorValue(text: cell.text)
      case .actual: indicator.actual = IndicatorValue(text: cell.text)
      case .deviationReason: indicator.deviationReason = cell.text
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
