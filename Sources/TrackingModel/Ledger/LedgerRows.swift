import Foundation

/// What stands in a cell of a ledger.
package enum LedgerCell: Hashable, Sendable {
  case blank
  case text(String)
  case count(Int)
  /// 万元 or percent.
  case amount(Decimal)
  /// A planned or actual value, as written.
  case value(String)
}

/// The rows that a form takes in a ledger.
package struct LedgerRows: Sendable {
  private let form: TrackingForm
  private let number: Int
  private let table: LedgerTable
  private let onEveryRow: [LedgerCell]

  /// - Parameter number: The form's number in the ledger, from 1.
  package init(_ form: TrackingForm, number: Int, in table: LedgerTable = .standard) {
    self.form = form
    self.number = number
    self.table = table
    var cells = [LedgerCell](repeating: .blank, count: table.columns.count)
    for index in table.onEveryRow { cells[index] = Self.cell(table.columns[index], of: form, number, table) }
    onEveryRow = cells
  }

  /// At least one.
  package var count: Int { max(1, form.indicators.count) }

  /// The cells of a row, one for each column of the ledger.
  package subscript(row: Int) -> [LedgerCell] {
    var cells = onEveryRow
    if form.indicators.indices.contains(row) {
      for index in table.ofIndicator {
        cells[index] = Self.cell(table.columns[index], of: form.indicators[row], row + 1, form.definition, table)
      }
    }
    if row == 0 {
      for index in table.ofForm { cells[index] = Self.cell(table.columns[index], of: form, number, table) }
    }
    return cells
  }

  private static func cell(
    _ column: LedgerColumn, of form: TrackingForm, _ number: Int, _ table: LedgerTable
  ) -> LedgerCell {
    switch column {
    case .formNumber: .count(number)
    case .indicatorCount: .count(form.indicators.count)
    case .field(let field): cell(field, of: form)
    case .amount(let fund, let column):
      form.budget[keyPath: fund.keyPath]?[keyPath: column.keyPath].map(LedgerCell.amount) ?? .blank
    case .budgetSupplement:
      .init(LedgerSupplement.text(of: LedgerSupplement.entries(of: form.budget, form.definition.budget, in: table)))
    case .formSupplement: .init(LedgerSupplement.text(of: LedgerSupplement.entries(of: form, in: table)))
    case .indicatorNumber, .indicatorField, .indicatorSupplement: .blank
    }
  }

  private static func cell(
    _ column: LedgerColumn, of indicator: Indicator, _ number: Int, _ definition: FormDefinition, _ table: LedgerTable
  ) -> LedgerCell {
    switch column {
    case .indicatorNumber: .count(number)
    case .indicatorField(let field): cell(field, of: indicator)
    case .indicatorSupplement:
      .init(LedgerSupplement.text(of: LedgerSupplement.entries(of: indicator, definition.indicators, in: table)))
    case .formNumber, .indicatorCount, .field, .amount, .budgetSupplement, .formSupplement: .blank
    }
  }

  private static func cell<Owner>(_ field: Field<Owner>, of owner: Owner) -> LedgerCell {
    guard let text = field.text(in: owner) else { return .blank }
    return field.kind == .result ? .value(text) : .text(text)
  }
}

extension LedgerCell {
  fileprivate init(_ text: String?) {
    if let text { self = .text(text) } else { self = .blank }
  }
}
