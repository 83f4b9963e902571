import Foundation
import Findings
import TrackingModel

/// Who is certain to spend the year's budget is not far behind the calendar.
///
/// Source: the second seed: 9.26 % spent after 8 of 12 months and 确定能完成. The rate is computed from the total's amounts,
/// taken as printed only where they are missing; the months elapsed are those to the end of the period. Below 60 % of their
/// share of the year is far (the red light of provincial monitoring).
enum RateBehindCalendar: FormRule {
  static let rules: [Rule] = [.assessmentBehindCalendar]

  static func objections(to checked: RuleContext) -> [Objection] {
    guard let judgment = checked.form.assessment.budgetCompletion, judgment.likelihood == .certain,
      let end = checked.form.period.end, let rate = rate(of: checked.form.budget.total)
    else { return [] }
    // 60 % of a twelfth of the year for every month.
    let expected = Decimal(end.month * 5)
    guard rate < expected else { return [] }
    let elapsed = Decimal(end.month * 100) / 12
    return [
      Objection(
        .assessmentBehindCalendar, at: .budgetCompletion,
        [
          "month": String(end.month), "found": rate.percentText(.down), "elapsed": elapsed.percentText(.plain),
          "expected": expected.percentText(.plain), "judgment": judgment.text,
        ])
    ]
  }

  private static func rate(of total: BudgetLine?) -> Decimal? {
    if let budget = total?.periodBudget, let expenditure = total?.periodExpenditure {
      return budget > 0 ? ExecutionRate(of: expenditure, in: budget).percent : nil
    }
    return total?.executionRate
  }
}

extension Decimal {
  /// To two decimals: `66.67`; what is below a threshold stays below it.
  fileprivate func percentText(_ mode: RoundingMode) -> String {
    var exact = self
    var result = Decimal()
    NSDecimalRound(&result, &exact, 2, mode)
    return result.amountText
  }
}

extension Rule {
  package static let assessmentBehindCalendar = Rule(
    "assessment.behind-calendar", .warning,
    zh: .init(
      "截至 {month} 月预算执行率为 {found}%，低于时间进度（{elapsed}%）的 60%（即 {expected}%），却判断年度预算“{judgment}”。",
      advice: "请核实预算执行进度，重新判断“年度项目预算完成可能性”，或在“纠偏措施”中说明如何按期完成。"),
    en: .init(
      "By month {month} only {found}% of the budget is spent, less than 60 % of the share of the year gone by ({elapsed}%), that is {expected}%; yet the budget is judged “{judgment}”.",
      advice: "Reconsider 年度项目预算完成可能性, or say under 纠偏措施 how the year's budget will be spent in time."))
}
