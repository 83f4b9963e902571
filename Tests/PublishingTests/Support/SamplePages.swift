import Foundation
import TrackingModel

/// Forms for tests that look at single cells.
enum SamplePages {
  /// The first form of the seeds: ten indicators in three groups, a code before the department's name.
  static let first = TrackingForm(
    title: "财政项目支出绩效跟踪表", period: TrackingPeriod(start: YearMonth("2023-01"), end: YearMonth("2023-08")),
    project: NamedEntity(name: "住宅小区（综合治理）修缮工程"),
    supervisingDepartment: NamedEntity(code: "219", name: "上海市莘庄工业区(汇总)"),
    implementingUnit: NamedEntity(name: "上海市莘庄工业区房管办事处"),
    budget: Budget(
      total: line("6883.62", "6793.02", "3296.59", "48.52"),
      currentYearAppropriation: line("6883.62", "6793.02", "3296.59", "48.52"), carryOver: line("0", "0", "0", "0"),
      otherFunds: nil),
    goals: Goals(expected: "对19个小区进行修缮。\n提升居住环境。", actual: "已完成8个小区。"),
    indicators: [
      indicator("产出指标", "数量指标", "修缮完成率", "=100.00(%)", "75.00", "75.00"),
      indicator("产出指标", "数量指标", "修缮完成数量", "=19.00(个)", "19", "20", reason: "提前完成"),
      indicator("产出指标", "时效指标", "修缮及时性", "12月底前", "12月底", "12月底"),
      indicator("效益指标", "社会效益指标", "安全事故发生数", "=0(起)", "0.00", "0.00"),
      indicator("满意度指标", "服务对象满意度指标", "居民满意度", "≥90.00(%)", "90.00", "-0.00"),
    ],
    assessment: Assessment(budgetCompletion: Judgment(text: "确定能完成"), goalCompletion: Judgment(text: "有可能完成")))

  static func line(_ initial: String, _ period: String, _ spent: String, _ rate: String) -> BudgetLine {
    BudgetLine(
      initialBudget: Decimal(plain: initial), periodBudget: Decimal(plain: period),
      periodExpenditure: Decimal(plain: spent), executionRate: Decimal(plain: rate))
  }

  static func indicator(
    _ level1: String, _ level2: String, _ name: String, _ target: String, _ planned: String, _ actual: String,
    reason: String? = nil
  ) -> Indicator {
    Indicator(
      level1: level1, level2: level2, name: name, target: IndicatorValue(text: target),
      planned: IndicatorValue(text: planned), actual: IndicatorValue(text: actual), deviationReason: reason)
  }

  /// A form with this many indicators, three fifths of them 产出指标.
  static func form(indicators count: Int, reason: String? = nil) -> TrackingForm {
    var form = first
    form.indicators = (0..<count).map { index in
      let level =
        index * 5 < count * 3 ? ("产出指标", "数量指标") : index * 5 < count * 4 ? ("效益指标", "社会效益指标") : ("满意度指标", "服务对象满意度指标")
      return indicator(level.0, level.1, "第\(index + 1)项任务按计划完成的数量", "=100.00(%)", "75.00", "75.00", reason: reason)
    }
    return form
  }
}
