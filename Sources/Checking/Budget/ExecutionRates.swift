import Foundation
import Findings
import TrackingModel

/// 执行率 is 跟踪期执行数 ÷ 跟踪期预算数, in every fund row that has both.
///
/// Source: the form's rule, proved by the seeds (3296.59 ÷ 6793.02 is 48.52 %, of 年初预算数 it would be 47.89 %). Systems
/// truncate (the seeds), round, or print whole percents, so any rate within one unit of its last printed digit passes. A zero
/// budget has the rate 0.00 or none. A self-evaluation prints the rate that it is scored by beside the total alone.
enum ExecutionRates: FormRule {
  static let rules: [Rule] = [.budgetRate, .budgetRateMissing, .budgetRateOfZero]

  static func objections(to checked: RuleContext) -> [Objection] {
    let rows = checked.budgetRows
    let decimals = rows.compactMap { $0.line.executionRate.map(ExecutionRate.decimals) }.max() ?? 0
    return rows.compactMap { row in
      guard let budget = row.line.periodBudget, let expenditure = row.line.periodExpenditure, budget >= 0 else {
        return nil
      }
      func objection(_ rule: Rule, _ values: [String: String]) -> Objection {
        let amounts = ["fund": row.label, "budget": budget.amountText, "expenditure": expenditure.amountText]
        return Objection(rule, at: row.path(.executionRate), amounts.merging(values) { $1 })
      }
      guard let printed = row.line.executionRate else {
        guard budget > 0, checked.has(.executionRate), checked.hasColumn(.executionRate),
          checked.kind != .selfEvaluation || row.field == .budget(.total)
        else { return nil }
        let expected = ExecutionRate(of: expenditure, in: budget).truncated.amountText
        return objection(.budgetRateMissing, ["expected": expected])
      }
      if budget == 0 {
        // Money spent without a budget is a finding of its own; no rate would be right there.
        guard printed != 0, expenditure == 0 else { return nil }
        return Objection(
          .budgetRateOfZero, at: row.path(.executionRate),
          ["fund": row.label, "found": printed.amountText, "expected": "0.00"])
      }
      let rate = ExecutionRate(of: expenditure, in: budget)
      if rate.isPrinted(as: printed, formDecimals: decimals) { return nil }
      return objection(.budgetRate, ["found": printed.amountText, "expected": rate.truncated.amountText])
    }
  }
}

extension Rule {
  package static let budgetRate = Rule(
    "budget.rate", .warning,
    zh: .init(
      "“{fund}”的执行率填为 {found}%，按执行数 {expenditure} 万元÷预算数 {budget} 万元计算应为 {expected}%。",
      advice: "请核对执行率、跟踪期执行数和跟踪期预算数；执行率＝跟踪期执行数÷跟踪期预算数×100%。"),
    en: .init(
      "The execution rate of “{fund}” is given as {found}%, but {expenditure} ÷ {budget} (万元) makes {expected}%.",
      advice: "Check the rate, 跟踪期执行数 and 跟踪期预算数; the rate is the second divided by the third."))

  package static let budgetRateMissing = Rule(
    "budget.rate-missing", .warning,
    zh: .init("“{fund}”的执行率未填写，按执行数和预算数计算应为 {expected}%。", advice: "请核对后补填执行率。"),
    en: .init(
      "The execution rate of “{fund}” is not filled in; from the amounts it is {expected}%.",
      advice: "Check it and fill it in."))

  package static let budgetRateOfZero = Rule(
    "budget.rate-of-zero", .warning,
    zh: .init("“{fund}”的跟踪期预算数为 0，执行率却填为 {found}%。", advice: "预算数为 0 时执行率应填 0.00；请核对预算数或执行率。"),
    en: .init(
      "“{fund}” has a period budget of 0, yet an execution rate of {found}%.",
      advice: "The rate of a zero budget is 0.00; check the budget or the rate."))
}
