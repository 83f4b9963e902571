import Findings
import Testing
import TrackingModel

@testable import Checking

@Suite struct RequiredFieldsTests {
  struct Gap: Sendable, CustomTestStringConvertible {
    let field: String
    let label: String
    let clear: @Sendable (inout TrackingForm) -> Void
    var testDescription: String { field }
  }

  @Test(arguments: [
    Gap(field: "project.name", label: "项目名称") { $0.project = .init() },
    Gap(field: "supervisingDepartment.name", label: "主管部门") { $0.supervisingDepartment = .init() },
    Gap(field: "implementingUnit.name", label: "实施单位") { $0.implementingUnit = .init() },
    Gap(field: "period", label: "跟踪时段") { $0.period = .init() },
    Gap(field: "period.start", label: "跟踪时段（起始月）") { $0.period.start = nil },
    Gap(field: "period.end", label: "跟踪时段（终止月）") { $0.period.end = nil },
    Gap(field: "budget.total", label: "年度资金总额") { $0.budget.total = nil },
    Gap(field: "budget.total.periodExpenditure", label: "年度资金总额：跟踪期执行数") {
      $0.budget.total?.periodExpenditure = nil
    },
    Gap(field: "goals.expected", label: "预期目标") { $0.goals.expected = nil },
    Gap(field: "goals.actual", label: "跟踪期实际完成情况") { $0.goals.actual = nil },
    Gap(field: "assessment.budgetCompletion", label: "年度项目预算完成可能性") { $0.assessment.budgetCompletion = nil },
    Gap(field: "assessment.goalCompletion", label: "年度绩效目标完成可能性") { $0.assessment.goalCompletion = nil },
  ])
  func aMissingFieldIsNamed(gap: Gap) {
    let found = Checker().check(TrackingForm.sound.with(gap.clear))
    #expect(found.map(\.rule) == [.requiredField])
    #expect(found.map(\.place.field) == [gap.field])
    #expect(found.map { $0.message(in: .chinese) } == ["“\(gap.label)”未填写。"])
  }

  @Test(arguments: [
    Gap(field: "budget", label: "预算执行情况") { $0.budget = .init() },
    Gap(field: "goals", label: "年度总体目标") { $0.goals = .init() },
    Gap(field: "indicators", label: "绩效指标") { $0.indicators = [] },
    Gap(field: "assessment", label: "绩效跟踪总体判断") { $0.assessment = .init() },
  ])
  func aMissingBlockIsOneFinding(gap: Gap) {
    let found = Checker().check(TrackingForm.sound.with(gap.clear))
    #expect(found.map(\.rule) == [.requiredBlock])
    #expect(found.map(\.place.field) == [gap.field])
    #expect(found.map { $0.message(in: .chinese) } == ["表中没有“\(gap.label)”的内容。"])
  }

  @Test func fundRowsAndMeasuresMayBeAbsent() {
    let form = TrackingForm.sound.with {
      $0.budget.carryOver = nil
      $0.budget.otherFunds = nil
      $0.correctiveMeasures = nil
    }
    #expect(findings(in: form) == [])
  }

  @Test func aRelativeIsAskedOnlyForWhatItsKindHas() {
    let monitoring = TrackingForm.sound.with {
      $0.setTitle("项目支出绩效运行监控表")
      $0.budget = Budget(total: .line("90", nil, "45", "50"))
      $0.goals.actual = nil
      $0.assessment = .init()
      for index in $0.indicators.indices { $0.indicators[index].planned = nil }
    }
    #expect(findings(in: monitoring) == [])
    let declaration = monitoring.with {
      $0.setTitle("财政项目支出绩效目标申报表")
      $0.period = .init()
      $0.budget = .init()
      for index in $0.indicators.indices { $0.indicators[index].actual = nil }
    }
    #expect(findings(in: declaration) == [])
    #expect(findings(in: declaration.with { $0.setTitle(nil) }).contains("required.block @ budget"))
  }

  @Test func anEmptyFormLacksEverything() {
    #expect(
      findings(in: TrackingForm(title: "财政项目支出绩效跟踪表")) == [
        "required.field @ period", "required.field @ project.name", "required.field @ supervisingDepartment.name",
        "required.field @ implementingUnit.name", "required.block @ budget", "required.block @ goals",
        "required.block @ indicators", "required.block @ assessment",
      ])
  }
}
