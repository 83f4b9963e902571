import Foundation
import TrackingModel

/// Forms that tests of the model share.
enum Sample {
  /// Every field filled.
  static let full = TrackingForm(
    title: "财政项目支出绩效跟踪表",
    period: TrackingPeriod(start: YearMonth("2023-01"), end: YearMonth("2023-08")),
    project: NamedEntity(code: "51000021R", name: "住宅小区修缮"),
    supervisingDepartment: NamedEntity(code: "219", name: "某某局"),
    implementingUnit: NamedEntity(code: "219001", name: "某某中心"),
    budget: Budget(
      total: BudgetLine(
        initialBudget: 6883.62, periodBudget: Decimal(string: "6793.02"), periodExpenditure: Decimal(string: "3296.59"),
        executionRate: Decimal(string: "48.52"), extras: [Extra(label: "分值", text: "10", cell: "F6")]),
      currentYearAppropriation: BudgetLine(initialBudget: 0),
      carryOver: BudgetLine(periodBudget: Decimal(string: "1.2345")),
      otherFunds: BudgetLine(periodExpenditure: 71.3),
      additional: [AdditionalFund(label: "单位资金", partOf: nil, line: BudgetLine(initialBudget: 5))]),
    goals: Goals(expected: "一\n二", actual: "“三”\\"),
    indicators: [
      Indicator(
        level1: "产出指标", level2: "数量指标", name: "完成数量", target: IndicatorValue(text: "=100.00(%)"),
        planned: IndicatorValue(text: "75.00"), actual: IndicatorValue(text: "及时"), deviationReason: "完成至第三季度",
        extras: [Extra(label: "权重", text: "10")])
    ],
    assessment: Assessment(budgetCompletion: Judgment(text: "确定能完成"), goalCompletion: Judgment(text: "说不准")),
    correctiveMeasures: "调整计划",
    source: Source(file: "a.xlsx", sha256: String(repeating: "0a", count: 32), sheet: "Sheet1", cells: "A1:H27"),
    extras: [Extra(label: "项目类型", text: "经常性", cell: "B2")])

  /// No field filled.
  static let empty = TrackingForm()
}
