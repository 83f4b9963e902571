import Findings
import Testing
import TrackingModel

@testable import Checking

/// Correct forms, mutated to break exactly one rule, give exactly that rule's finding.
@Suite struct MutationTests {
  struct Mutation: Sendable, CustomTestStringConvertible {
    let rule: Rule
    let change: @Sendable (inout TrackingForm) -> Void
    var testDescription: String { rule.name }

    init(_ rule: Rule, _ change: @escaping @Sendable (inout TrackingForm) -> Void) {
      self.rule = rule
      self.change = change
    }
  }

  /// Correct forms of different shapes: what must not be said about them is as much a test as what must.
  static let correct: [TrackingForm] = [
    .sound, .soundWithDeviations,
    .sound.with {
      $0.period.end = YearMonth(year: 2023, month: 12)
      $0.assessment.goalCompletion = Judgment(text: "有可能完成")
      $0.correctiveMeasures = "加快进度"
      $0.budget = Budget(
        total: .line("120", "110", "99", "90"), currentYearAppropriation: .line("100", "90", "89.1", "99"),
        otherFunds: .line("10", "10", "4.95", "49.5"),
        additional: [
          AdditionalFund(label: "财政专户管理资金", line: .line("10", "10", "4.95", "49.5")),
          AdditionalFund(label: "中央补助", partOf: "currentYearAppropriation", line: .line("50", "50", "50", "100")),
        ])
    },
    .sound.with {
      $0.period = TrackingPeriod(start: YearMonth(year: 2024, month: 3), end: YearMonth(year: 2024, month: 3))
      $0.budget.carryOver = nil
      $0.indicators += (1...60).map { .row("产出指标", "质量指标", "第\($0)项合格率", "≥95%", "\($0)", "\($0).0") }
    },
  ]

  static let mutations: [Mutation] = [
    Mutation(.requiredField) { $0.project = .init() },
    Mutation(.requiredField) { $0.supervisingDepartment.name = nil },
    Mutation(.requiredField) { $0.period.start = nil },
    Mutation(.requiredBlock) { $0.indicators = [] },
    Mutation(.requiredBlock) { $0.goals = .init() },
    Mutation(.placeholderLeft) { $0.project.name = "XX项目" },
    Mutation(.placeholderLeft) { $0.indicators[2].target = IndicatorValue(text: "≥**%") },
    Mutation(.periodOrder) { $0.period.start = YearMonth(year: 2030, month: 1) },
    Mutation(.periodSpan) { $0.period.start = YearMonth(year: 2022, month: 12) },
    Mutation(.budgetNegative) {
      $0.budget.additional.append(AdditionalFund(label: "上级补助", partOf: "carryOver", line: .line("-1", "0", "0", "0")))
    },
    Mutation(.budgetSum) { $0.budget.total?.initialBudget? += 1 },
    Mutation(.budgetSum) { $0.budget.currentYearAppropriation?.initialBudget? -= 0.01 },
    Mutation(.budgetRate) { $0.budget.total?.executionRate? += 20 },
    Mutation(.budgetRate) { $0.budget.currentYearAppropriation?.executionRate = 1 },
    Mutation(.budgetRateMissing) { $0.budget.total?.executionRate = nil },
    Mutation(.budgetRateOfZero) {
      $0.budget.additional.append(AdditionalFund(label: "上级补助", partOf: "carryOver", line: .line("0", "0", "0", "9")))
    },
    Mutation(.budgetZero) { $0.budget = Budget(total: .line("10", "0", "0", "0")) },
    Mutation(.budgetOverspent) {
      $0.budget.additional.append(
        AdditionalFund(label: "上级补助", partOf: "carryOver", line: .line("10", "10", "12", "120")))
    },
    Mutation(.indicatorValueMissing) { $0.indicators[1].actual = nil },
    Mutation(.levelMissing) { $0.indicators[6].level1 = nil },
    Mutation(.levelUnknown) { $0.indicators[6].level2 = "美观指标" },
    Mutation(.levelMisplaced) { $0.indicators[5].level2 = "数量指标" },
    Mutation(.indicatorDuplicate) { $0.indicators.append($0.indicators[1]) },
    Mutation(.outputMissing) { $0.indicators.removeAll { $0.level1 == "产出指标" } },
    Mutation(.benefitMissing) { $0.indicators.removeAll { $0.level1 == "效益指标" } },
    Mutation(.satisfactionMissing) { $0.indicators.removeAll { $0.level1 == "满意度指标" } },
    Mutation(.reasonMissing) {
      $0.indicators[6].actual = IndicatorValue(text: "80.00")
      $0.correctiveMeasures = "加快进度"
    },
    Mutation(.reasonUnneeded) { $0.indicators[6].deviationReason = "因雨延期" },
    Mutation(.limitExceeded) {
      $0.indicators[5].planned = IndicatorValue(text: "1")
      $0.indicators[5].actual = IndicatorValue(text: "1")
    },
    Mutation(.unitConflict) { $0.indicators[1].actual = IndicatorValue(text: "19.00%") },
    Mutation(.qualitativeResult) { $0.indicators[1].actual = IndicatorValue(text: "完成") },
    Mutation(.assessmentOption) { $0.assessment.budgetCompletion = Judgment(text: "较好") },
    Mutation(.assessmentBehindCalendar) {
      $0.budget = Budget(total: .line("100", "100", "1", "1"))
    },
    Mutation(.assessmentUnexplained) {
      $0.indicators.removeAll { $0.deviationReason != nil }
      $0.correctiveMeasures = nil
      $0.assessment.budgetCompletion = Judgment(text: "有可能完成")
      $0.assessment.goalCompletion = Judgment(text: "确定能完成")
    },
    Mutation(.measuresMissing) {
      $0.assessment.goalCompletion = Judgment(text: "确定能完成")
      $0.indicators[6].actual = IndicatorValue(text: "80.00")
      $0.indicators[6].deviationReason = "因雨延期"
      $0.correctiveMeasures = nil
    },
  ]

  @Test(arguments: correct.indices)
  func nothingIsSaidAboutACorrectForm(index: Int) { #expect(findings(in: Self.correct[index]) == []) }

  @Test(arguments: mutations)
  func exactlyTheBrokenRuleIsFound(mutation: Mutation) {
    for form in Self.correct.map({ $0.with(mutation.change) }) {
      let found = Checker().check(form)
      #expect(found.map(\.rule.name) == [mutation.rule.name])
      for finding in found { #expect(isFilled(finding), "\(finding)") }
    }
  }

  @Test func everyRuleOfTheFormHasAMutation() {
    #expect(Set(Self.mutations.map(\.rule)) == Set(Checker.formRules.flatMap { $0.rules }))
  }
}

/// Whether a finding brings a value for every place in its rule's words.
func isFilled(_ finding: Finding) -> Bool { finding.rule.placeholders.isSubset(of: finding.values.keys) }
