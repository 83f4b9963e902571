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
