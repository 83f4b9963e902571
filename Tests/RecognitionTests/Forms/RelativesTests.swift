import Testing
import TrackingModel

@testable import Recognition

/// Relatives of the form give what they have, and nothing for what they have not.
@Suite struct RelativesTests {
  @Test func monitoringFormHasNoPeriodBudgetAndTakesItsMonthsFromAHeading() {
    let form = FormTables(
      title: "2024年黄石市项目支出绩效监控表", heading: "项目名称 | 甲工程\n主管部门 | 乙局 | 项目执行单位 | 丙中心",
      budget: "项目资金(万元) | | 年初预算数 | 1-6月执行数 | 全年预计执行数\n| 年度资金总额： | 100 | 40 | 95",
      goals: "年度总体目标 | 建成一座桥。",
      indicators: "绩效指标 | 一级指标 | 指标名称 | 指标值 | 半年度指标执行情况 | 完成目标可能性\n产 出 指 标 | 质量 | 合格率 | ≥95% | 96% | 确定能",
      assessment: "", measures: "相关建议或举措 | 加快施工。"
    ).form()
    #expect(form.period == TrackingPeriod(start: YearMonth(year: 2024, month: 1), end: YearMonth(year: 2024, month: 6)))
    #expect(form.budget.total?.periodBudget == nil)
    #expect(form.budget.total?.extras.map(\.label) == ["全年预计执行数"])
    #expect(form.goals == Goals(expected: "建成一座桥。"))
    #expect(form.indicators.map(\.level2) == ["质量指标"])
    #expect(form.indicators.first?.planned == nil)
    #expect(form.indicators.first?.extras.map(\.text) == ["确定能"])
    #expect(form.assessment == Assessment())
    #expect(form.correctiveMeasures == "加快施工。")
  }

  @Test func tickedReasonsBecomeTheReason() {
    let indicators = """
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1-7月执行情况 | 偏差原因分析 | | | 完成目标可能性 |
      | | | | | 经费保障 | 人员保障 | 原因说明 | 确定能 | 有可能
      产出指标 | 数量指标 | 里程 | ≥30公里 | 18公里 | √ | √ | 征地滞后 | | √
      """
    let indicator = FormTables(indicators: indicators).form().indicators.first
    #expect(indicator?.deviationReason == "经费保障、人员保障：征地滞后")
    #expect(indicator?.extras.map(\.label) == ["完成目标可能性"])
    #expect(indicator?.extras.map(\.text) == ["有可能"])
  }

  @Test func totalGoalBesideWhatWasReachedIsTheExpectedOne() {
    let form = FormTables(goals: "年度总体目标 | 绩效目标执行情况\n扶持30家 | 已扶持20家").form()
    #expect(form.goals == Goals(expected: "扶持30家", actual: "已扶持20家"))
  }

  @Test func totalGoalAboveWhatWasReachedIsTheExpectedOne() {
    let form = FormTables(goals: "年度总体目标 | 扶持30家\n跟踪期实际完成情况 | 已扶持20家").form()
    #expect(form.goals == Goals(expected: "扶持30家", actual: "已扶持20家"))
  }

  @Test func formOfAWholeDepartmentIsRefused() {
    let found = FormTables(title: "部门整体支出绩效跟踪表").recognized()
    #expect(found.forms.isEmpty)
    #expect(rules(found).contains("form.whole-department A1"))
  }
}
