import TrackingModel

/// Forms that no rule objects to.
enum SampleForm {
  static func form(_ project: String, indicators: Int = 3) -> TrackingForm {
    var form = TrackingForm(title: "财政项目支出绩效跟踪表")
    form.period = TrackingPeriod(start: YearMonth("2023-01"), end: YearMonth("2023-08"))
    form.project.name = project
    form.supervisingDepartment.name = "示范局"
    form.implementingUnit.name = "示范中心"
    let line = BudgetLine(initialBudget: 100, periodBudget: 100, periodExpenditure: 70, executionRate: 70)
    let none = BudgetLine(initialBudget: 0, periodBudget: 0, periodExpenditure: 0, executionRate: 0)
    form.budget = Budget(total: line, currentYearAppropriation: line, carryOver: none, otherFunds: none)
    form.goals = Goals(expected: "完成年度任务。", actual: "按计划进行。")
    form.indicators = (1...indicators).map {
      Indicator(
        level1: "产出指标", level2: "数量指标", name: "任务\($0)完成率", target: IndicatorValue(text: "≥90.00(%)"),
        planned: IndicatorValue(text: "60.00"), actual: IndicatorValue(text: "60.00"))
    }
    form.indicators.append(
      Indicator(
        level1: "效益指标", level2: "社会效益指标", name: "环境提升情况", target: IndicatorValue(text: "提升"),
        planned: IndicatorValue(text: "提升"), actual: IndicatorValue(text: "提升")))
    form.indicators.append(
      Indicator(
        level1: "满意度指标", level2: "服务对象满意度指标", name: "居民满意度", target: IndicatorValue(text: "≥90.00(%)"),
        planned: IndicatorValue(text: "90.00"), actual: IndicatorValue(text: "90.00")))
    form.assessment = Assessment(
      budgetCompletion: Judgment(text: "确定能完成"), goalCompletion: Judgment(text: "确定能完成"))
    return form
  }

  static func json(_ project: String, indicators: Int = 3) -> [UInt8] {
    CanonicalJSON.document([form(project, indicators: indicators)])
  }
}
