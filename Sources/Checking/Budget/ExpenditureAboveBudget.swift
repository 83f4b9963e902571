import Findings
import TrackingModel

/// No more is spent than the period's budget holds, in any fund row.
///
/// Source: the form's rule that a fund is spent within its budget. The budget is 跟踪期预算数, the adjusted one; 年初预算数 may
/// be lower.
enum ExpenditureAboveBudget: FormRule {
  static let rules: [Rule] = [.budgetOverspent]

  static func objections(to checked: RuleContext) -> [Objection] {
    checked.budgetRows.compactMap { row in
      guard let budget = row.line.periodBudget, let expenditure = row.line.periodExpenditure, budget >= 0,
        expenditure > budget
      else { return nil }
      return Objection(
        .budgetOverspent, at: row.path(.periodExpenditure),
        [
          "fund": row.label, "found": expenditure.amountText, "expected": budget.amountText,
          "difference": (expenditure - budget).amountText,
        ])
    }
  }
}

extension Rule {
  package static let budgetOverspent = Rule(
    "budget.overspent", .warning,
    zh: .init(
      "“{fund}”的跟踪期执行数 {found} 万元大于跟踪期预算数 {expected} 万元，超出 {difference} 万元。",
      advice: "请核对执行数和预算数；预算如有追加，请填写调整后的预算数。"),
    en: .init(
      "“{fund}”: {found} (万元) spent of a period budget of {expected}, {difference} too much.",
      advice: "Check both amounts; after an increase, state the adjusted budget."))
}
