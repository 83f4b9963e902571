import Findings
import TrackingModel

/// No budget and no expenditure is below zero.
///
/// Source: the form's rule that amounts are budgets and payments, never corrections.
enum NegativeAmounts: FormRule {
  static let rules: [Rule] = [.budgetNegative]

  static func objections(to checked: RuleContext) -> [Objection] {
    checked.budgetRows.flatMap { row in
      BudgetColumn.amounts.compactMap { column -> Objection? in
        guard let amount = row.line[keyPath: column.keyPath], amount < 0 else { return nil }
        return Objection(
          .budgetNegative, at: row.path(column),
          ["fund": row.label, "column": column.officialLabel, "found": amount.amountText, "expected": "≥ 0.00"])
      }
    }
  }
}

extension Rule {
  package static let budgetNegative = Rule(
    "budget.negative", .error,
    zh: .init("“{fund}”的{column}为负数：{found} 万元。", advice: "请核对金额，预算数和执行数不得为负。"),
    en: .init("“{fund}”, “{column}”: the amount is negative, {found} (万元).", advice: "Correct the amount."))
}
