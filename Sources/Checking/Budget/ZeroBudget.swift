import Findings
import TrackingModel

/// A project that is tracked has a budget.
///
/// Source: domain.md 3.2 (zero budgets) and 3.3. A zero total over funds that are not zero is a wrong sum, not a zero budget.
enum ZeroBudget: FormRule {
  static let rules: [Rule] = [.budgetZero]

  static func objections(to checked: CheckedForm) -> [Objection] {
    let budget = checked.form.budget
    guard budget.total?.periodBudget == 0 else { return [] }
    if budget.rows.contains(where: { $0.line.periodBudget ?? 0 != 0 }) { return [] }
    return [Objection(.budgetZero, at: .budget(.total, .periodBudget), ["found": "0.00"])]
  }
}
