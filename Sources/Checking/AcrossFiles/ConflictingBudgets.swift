import Findings
import Foundation
import TrackingModel

/// The totals of one project and period are the same in all forms.
///
/// A project is known by its code and name, else by its name within its department. Where only the names agree and the units
/// differ, the two may be different projects of one name, so that is a note.
struct ConflictingBudgets: Sendable {
  static let rules: [Rule] = [.acrossBudgetConflict, .acrossBudgetByUnit]

  private struct First: Sendable {
    let initial: Decimal?
    let period: Decimal?
    let unit: Int
    let place: Int32
  }

  private var firsts: [Int: First] = [:]

  mutating func objections(to seen: SeenForm, at place: Int32, in places: TextStore) -> [Objection] {
    guard let period = seen.period, !seen.project.isEmpty, let total = seen.form.budget.total else { return [] }
    let code = seen.form.project.code
    let key = SeenForm.key([seen.kind.rawValue, code ?? "", code == nil ? seen.department : "", seen.project, period])
    let this = First(
      initial: total.initialBudget, period: total.periodBudget, unit: SeenForm.key([seen.unit]), place: place)
    guard let first = firsts[key] else {
      firsts[key] = this
      return []
    }
    if agree(first.initial, this.initial), agree(first.period, this.period) { return [] }
    let isOneProject = code != nil || first.unit == this.unit
    return [
      Objection(
        isOneProject ? .acrossBudgetConflict : .acrossBudgetByUnit, at: .budget(.total),
        [
          "project": seen.form.project.printed ?? "", "found": words(this), "expected": words(first),
          "other": places[first.place],
        ])
    ]
  }

  /// An amount that one of the forms does not give contradicts nothing.
  private func agree(_ one: Decimal?, _ other: Decimal?) -> Bool { one == nil || other == nil || one == other }

  private func words(_ budget: First) -> String {
    [(BudgetColumn.initialBudget, budget.initial), (.periodBudget, budget.period)].compactMap { column, amount in
      amount.map { "\(column.officialLabel) \($0.amountText)" }
    }.joined(separator: "、")
  }
}
