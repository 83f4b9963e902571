import Findings
import TrackingModel

@testable import Checking

/// Forms without fault, made in memory; tests break them one by one.
extension TrackingForm {
  /// After the first form of the seed file: nothing deviates, 纠偏措施 is blank.
  static let sound = TrackingForm(
    title: "财政项目支出绩效跟踪表",
    period: TrackingPeriod(start: YearMonth(year: 2023, month: 1), end: YearMonth(year: 2023, month: 8)),
    project: NamedEntity(name: "住宅小区修缮工程"),
    supervisingDepartment: NamedEntity(name: "上海市莘庄工业区(汇总)"),
    implementingUnit: NamedEntity(name: "上海市莘庄工业区房管办事处"),
    budget: Budget(
      total: .line("6883.62", "6793.02", "3296.59", "48.52"),
      currentYearAppropriation: .line("6883.62", "6793.02", "3296.59", "48.52"),
      carryOver: .line("0.00", "0.00", "0.00", "0.00"), otherFunds: .line("0.00", "0.00", "0.00", "0.00")),
    goals: Goals(expected: "对19个小区进行修缮。", actual: "19个小区已开工。"),
    indicators: [
      .row("产出指标", "数量指标", "加装电梯补贴发放完成率", "=100.00(%)", "75.00", "75.00"),
      .row("产出指标", "数量指标", "修缮完成数量", "=19.00(个)", "19.00", "19.00"),
      .row("产出指标", "时效指标", "补贴发放及时性", "及时", "及时", "及时"),
      .row("产出指标", "时效指标", "修缮完成及时性", "12月底前", "12月底", "12月底"),
      .row("效益指标", "社会效益指标", "居民生活环境提升情况", "提升", "提升", "提升"),
      .row("效益指标", "社会效益指标", "安全事故发生数", "=0(起)", "0.00", "0.00"),
      .row("满意度指标", "服务对象满意度指标", "居民满意度", "≥90.00(%)", "90.00", "90.00"),
    ],
    assessment: Assessment(budgetCompletion: Judgment(text: "确定能完成"), goalCompletion: Judgment(text: "确定能完成")))

  /// After the second: results above the plan with reasons and measures, and a rate in step with the calendar.
  static let soundWithDeviations = sound.with {
    $0.indicators[0].actual = IndicatorValue(text: "100.00")
    $0.indicators[0].deviationReason = "完成至第三季度"
    $0.correctiveMeasures = "后续将调整优化工作计划"
  }

  func with(_ change: (inout TrackingForm) -> Void) -> TrackingForm {
    var copy = self
    change(&copy)
    return copy
  }
}

extension BudgetLine {
  /// 年初预算数, 跟踪期预算数, 跟踪期执行数, 执行率; nil for a blank.
  static func line(_ initial: String?, _ period: String?, _ spent: String?, _ rate: String?) -> BudgetLine {
    BudgetLine(
      initialBudget: initial.flatMap { .init(plain: $0) }, periodBudget: period.flatMap { .init(plain: $0) },
      periodExpenditure: spent.flatMap { .init(plain: $0) }, executionRate: rate.flatMap { .init(plain: $0) })
  }
}

extension Indicator {
  static func row(
    _ level1: String?, _ level2: String?, _ name: String?, _ target: String?, _ planned: String?, _ actual: String?,
    _ reason: String? = nil
  ) -> Indicator {
    Indicator(
      level1: level1, level2: level2, name: name, target: target.map { IndicatorValue(text: $0) },
      planned: planned.map { IndicatorValue(text: $0) }, actual: actual.map { IndicatorValue(text: $0) },
      deviationReason: reason)
  }
}

/// The rules that object to a form, with the fields they object to, as `rule @ field`.
func findings(in form: TrackingForm, settings: CheckingSettings = .init()) -> [String] {
  Checker(settings: settings).check(form).map { "\($0.rule.name) @ \($0.place.field ?? "")" }
}

/// What the checks say about the sound form after a change.
func findings(after change: (inout TrackingForm) -> Void) -> [String] { findings(in: TrackingForm.sound.with(change)) }

/// What the checks say about the sound form with a further indicator.
func findings(with indicator: Indicator, measures: String? = "后续将调整优化工作计划") -> [String] {
  findings(after: {
    $0.indicators.append(indicator)
    $0.correctiveMeasures = measures
  })
}
