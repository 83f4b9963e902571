import Foundation
import TrackingModel

/// One fund row with its name and its path.
struct BudgetRow {
  /// The row's label, `其中：` left out.
  let label: String
  let field: FieldPath
  let line: BudgetLine
  /// Whether the row is one of those that add up to the total.
  let countsInTotal: Bool

  func path(_ column: BudgetColumn) -> FieldPath { field.field(.column(column)) }
}

extension Budget {
  /// All fund rows that say something, the additional ones last.
  func rows(of definition: BudgetDefinition) -> [BudgetRow] {
    let official = definition.funds.enumerated().compactMap { index, fund in
      self[keyPath: fund.keyPath].map {
        BudgetRow(label: fund.plainLabel, field: .budget(fund), line: $0, countsInTotal: index > 0)
      }
    }
    let further = additional.enumerated().map { index, fund in
      BudgetRow(
        label: fund.label, field: .additionalFund(index), line: fund.line, countsInTotal: fund.partOf == nil)
    }
    return official + further
  }
}

extension BudgetColumn {
  /// The three columns that hold amounts.
  static let amounts: [BudgetColumn] = [.initialBudget, .periodBudget, .periodExpenditure]
}
