import Foundation
import Findings
import TrackingModel

/// 年度资金总额 is the sum of the funds in each of the three amount columns, additional funds that count in the total included.
///
/// Source: the form's rule (年度资金总额 over 其中 …); amounts are exact, so the sum is as well. A blank fund counts as
/// nothing; a column in which no fund says anything is no sum. A relative and a ledger row may show one 其中 alone: that may be
/// less than the total, not more.
enum BudgetSums: FormRule {
  static let rules: [Rule] = [.budgetSum]

  static func objections(to checked: RuleContext) -> [Objection] {
    guard let fund = checked.form.definition.budget.funds.first, let total = checked.form.budget[keyPath: fund.keyPath]
    else { return [] }
    let parts = checked.budgetRows.filter(\.countsInTotal)
    let isExcerpt = parts.count == 1 && (checked.form.title == nil || checked.kind != .tracking)
    return BudgetColumn.amounts.compactMap { column in
      let amounts = parts.compactMap { $0.line[keyPath: column.keyPath] }
      guard let stated = total[keyPath: column.keyPath], !amounts.isEmpty else { return nil }
      let sum = amounts.reduce(0, +)
      if sum == stated || (isExcerpt && sum < stated) { return nil }
      return Objection(
        .budgetSum, at: .budget(fund, column),
        [
          "column": column.officialLabel, "found": stated.amountText, "expected": sum.amountText,
          "parts": amounts.map(\.amountText).joined(separator: "＋"),
          "difference": (stated > sum ? stated - sum : sum - stated).amountText,
        ])
    }
  }
}

extension Rule {
  package static let budgetSum = Rule(
    "budget.sum", .warning,
    zh: .init(
      "“年度资金总额”的{column}为 {found} 万元，各项资金合计为 {expected} 万元（{parts}），相差 {difference} 万元。",
      advice: "请核对年度资金总额和各项资金，使总额等于各项之和。"),
    en: .init(
      "The total under “{column}” is {found} (万元), but the funds add up to {expected} ({parts}): {difference} apart.",
      advice: "Correct the total or the funds so that they agree."))
}
