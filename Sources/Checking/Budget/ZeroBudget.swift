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

extension Rule {
  package static let budgetZero = Rule(
    "budget.zero", .warning,
    zh: .init("“年度资金总额”的跟踪期预算数为 0。", advice: "请核对项目是否仍有预算；如预算已全部调减，请与主管部门确认是否需要报送。"),
    en: .init(
      "The project's whole period budget is 0.",
      advice: "Check whether it still has a budget; if all of it was withdrawn, ask the department whether to submit."))
}
