import Findings
import TrackingModel

/// A project that is tracked has a budget.
///
/// Source: the form's rule that the execution rate has a base; audit systems object to a zero budget. A zero total over funds
/// that are not zero is a wrong sum, not a zero budget.
enum ZeroBudget: FormRule {
  static let rules: [Rule] = [.budgetZero]

  static func objections(to checked: RuleContext) -> [Objection] {
    let budget = checked.form.budget
    guard budget.total?.periodBudget == 0 else { return [] }
    if checked.budgetRows.contains(where: { $0.line.periodBudget ?? 0 != 0 }) { return [] }
    return [Objection(.budgetZero, at: .budget(.total, .periodBudget), ["found": "0.00"])]
  }
}
