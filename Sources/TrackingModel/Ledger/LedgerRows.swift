import Foundation

/// What stands in a cell of a ledger.
public enum LedgerCell: Hashable, Sendable {
  case blank
  case text(String)
  case count(Int)
  /// 万元 or percent.
  case amount(Decimal)
  /// A planned or actual value, as written.
  case value(String)
}

/// The rows that a form takes in a ledger.
public struct LedgerRows: Sendable {
  private let form: TrackingForm
  private let number: Int
  private let onEveryRow: [LedgerCell]

  /// - Parameter number: The form's number in the ledger, from 1.
  public init(_ form: TrackingForm, number: Int) {
    self.form = form
    self.number = number
    onEveryRow = LedgerColumn.all.map { column in
      column.isOnEveryRow ? Self.cell(column, of: form, number: number) : .blank
    }
  }

  /// At least one.
  public var count: Int { max(1, form.indicators.count) }

  /// The cells of a row, one for each of `LedgerColumn.all`.
  public subscript(row: Int) -> [LedgerCell] {
    var cells = onEveryRow
    for (index, column) in LedgerColumn.all.enumerated() where !column.isOnEveryRow {
      if column.isOfIndicator {
        if form.indicators.indices.contains(row) {
          cells[index] = Self.cell(column, of: form.indicators[row], number: row + 1)
        }
      } else if row == 0 {
        cells[index] = Self.cell(column, of: form, number: number)
      }
    }
    return cells
  }

  private static func cell(_ column: LedgerColumn, of form: TrackingForm, number: Int) -> LedgerCell {
    switch column.content {
    case .formNumber: .count(number)
    case .indicatorCount: .count(form.indicators.count)
    case .text(let path): .init(form[keyPath: path])
    case .month(let path): .init(form[keyPath: path]?.description)
    case .judgement(let path): .init(form[keyPath: path]?.text)
    case .amount(let fund, let column):
      form.budget[keyPath: fund.keyPath]?[keyPath: column.keyPath].map(LedgerCell.amount) ?? .blank
    case .budgetSupplement: .init(LedgerSupplement.text(of: LedgerSupplement.entries(of: form.budget)))
    case .formSupplement: .init(LedgerSupplement.text(of: LedgerSupplement.entries(of: form)))
    case .indicatorNumber, .indicatorText, .indicatorValue, .indicatorSupplement: .blank
    }
  }

  private static func cell(_ column: LedgerColumn, of indicator: Indicator, number: Int) -> LedgerCell {
    switch column.content {
    case .indicatorNumber: .count(number)
    case .indicatorText(let path): .init(indicator[keyPath: path])
    case .indicatorValue(let path):
      column == .target
        ? .init(indicator[keyPath: path]?.text) : indicator[keyPath: path].map { .value($0.text) } ?? .blank
    case .indicatorSupplement: .init(LedgerSupplement.text(of: LedgerSupplement.entries(of: indicator)))
    default: .blank
    }
  }
}

extension LedgerCell {
  fileprivate init(_ text: String?) {
    if let text { self = .text(text) } else { self = .blank }
  }
}
