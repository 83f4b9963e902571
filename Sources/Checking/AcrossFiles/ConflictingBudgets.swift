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

extension Rule {
  package static let acrossBudgetConflict = Rule(
    "across.budget-conflict", .warning,
    zh: .init(
      "项目“{project}”同一跟踪时段的预算数与另一份表不一致：本表 {found}，{other} 中为 {expected}。", advice: "请核对两份表的年度资金总额，以批复或调整文件为准。"),
    en: .init(
      "The budget of the project “{project}” differs between two forms of one period: here {found}, in {other} {expected}.",
      advice: "Check both totals against the approved budget."))

  package static let acrossBudgetByUnit = Rule(
    "across.budget-by-unit", .note,
    zh: .init(
      "项目“{project}”由多个实施单位分别填报，预算数不同：本表 {found}，{other} 中为 {expected}。", advice: "如为同一项目，请确认是否应合并填报。"),
    en: .init(
      "The project “{project}” is reported by several units with different budgets: here {found}, in {other} {expected}.",
      advice: "If it is one project, see whether one form should cover it."))
}
