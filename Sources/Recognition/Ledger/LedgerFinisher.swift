import Findings
import Foundation
import Spreadsheet
import TrackingModel

/// Completes the forms of a ledger once their last row has come: rates, period, extras, order, sources.
struct LedgerFinisher {
  private let header: LedgerHeader
  private let context: LedgerContext
  private let sheet: String?
  private let columns: RowSources.Columns

  init(header: LedgerHeader, context: LedgerContext, sheet: String?) {
    self.header = header
    self.context = context
    self.sheet = sheet
    var columns = RowSources.Columns()
    for column in header.columns {
      guard let field = column.role.field else { continue }
      if column.role.isOfIndicator {
        columns.ofIndicator[FieldKey(field), default: []].append(column.index)
      } else if column.role == .period {
        columns.ofForm[.periodStart, default: []].append(column.index)
        columns.ofForm[.periodEnd, default: []].append(column.index)
      } else {
        columns.ofForm[FieldPath(field), default: []].append(column.index)
      }
    }
    self.columns = columns
  }

  func finish(_ open: OpenForm) -> RecognizedForm {
    if header.isOwn {
      sortIndicators(of: open)
    } else {
      readRates(of: open)
      addPeriod(to: open)
      placeExtras(of: open)
      open.form.budget.additional.removeAll { $0.line.isEmpty }
    }
    if let expected = open.expectedIndicators, expected > open.form.indicators.count {
      let place = Place(sheet: open.sheet, cells: open.extent)
      open.findings.append(
        Finding(
          .ledgerRowsMissing, at: place,
          [
            "form": open.number ?? "", "expected": String(expected), "found": String(open.form.indicators.count),
          ]))
    }
    open.form.source = Source(sheet: open.sheet, cells: open.extent?.a1)
    var sources = SourceMap(sheet: open.sheet)
    sources.rows = RowSources(columns: columns, formRow: open.firstRow, indicatorRows: open.indicatorRows)
    return RecognizedForm(form: open.form, sources: sources, findings: open.findings)
  }

  /// Rows that were sorted differently stand in the order of their numbers again.
  private func sortIndicators(of open: OpenForm) {
    let numbers = open.indicatorNumbers
    guard numbers.count == open.form.indicators.count, zip(numbers, numbers.dropFirst()).contains(where: { $0 > $1 })
    else { return }
    let order = numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
    open.form.indicators = order.map { open.form.indicators[$0] }
    open.indicatorRows = order.map { open.indicatorRows[$0] }
  }

  private func readRates(of open: OpenForm) {
    for (target, cell) in open.rates {
      let line: BudgetLine? =
        switch target {
        case .fund(let fund): open.form.budget[keyPath: fund.keyPath]
        case .further(let index): open.form.budget.additional[index].line
        }
      let computed = RateReader.computed(expenditure: line?.periodExpenditure, budget: line?.periodBudget)
      let reading = RateReader.read(cell, computed: computed)
      open.add(reading.findings, at: cell.reference)
      guard let rate = reading.value else { continue }
      switch target {
      case .fund(let fund): open.form.budget.set(rate, fund, .executionRate)
      case .further(let index): open.form.budget.additional[index].line.executionRate = rate
      }
    }
  }

  /// The period that the words above the rows give, else the year of the row's own column, for a form whose rows name none.
  private func addPeriod(to open: OpenForm) {
    guard open.form.period == TrackingPeriod(), !open.findings.contains(where: { $0.rule == .periodUnreadable }) else {
      return
    }
    let year = open.year ?? context.year
    let words = context.periodWords ?? (open.year ?? context.wholeYear).map { "\($0)年" }
    guard let words else { return }
    let reading = PeriodReader.read(words, year: year)
    open.form.period = reading.value
    open.findings += reading.findings(at: Place(sheet: open.sheet, field: "period"))
  }

  /// Columns left of the indicators are the form's where they say one thing on all of its rows, else each row's own.
  private func placeExtras(of open: OpenForm) {
    guard !open.leftExtras.isEmpty else { return }
    var ofForm: [Extra] = []
    for (_, extras) in open.leftExtras.sorted(by: { $0.key > $1.key }) {
      if let first = extras.first?.extra, extras.allSatisfy({ $0.extra.text == first.text }) {
        ofForm.insert(first, at: 0)
      } else {
        for (index, extra) in extras.reversed() {
          if let index { open.form.indicators[index].extras.insert(extra, at: 0) } else { ofForm.insert(extra, at: 0) }
        }
      }
    }
    open.form.extras = ofForm + open.form.extras
  }
}
