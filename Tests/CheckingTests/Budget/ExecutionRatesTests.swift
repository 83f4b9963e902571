import Foundation
import Testing
import TrackingModel

@testable import Checking

@Suite struct ExecutionRatesTests {
  private func form(_ budget: String, _ spent: String, _ rate: String?) -> TrackingForm {
    // Nobody is certain, so that no rate lags behind the calendar.
    TrackingForm.sound.with {
      $0.assessment.budgetCompletion = Judgment(text: "有可能完成")
      $0.correctiveMeasures = "加快支付"
      $0.budget = Budget(total: .line("100", budget, spent, rate))
    }
  }

  @Test(arguments: [
    // Printed as the seeds do, truncated.
    ("6793.02", "3296.59", "48.52"), ("71.33", "6.61", "9.26"),
    // Rounded, rounded up, to whole percents, to more decimals, with double noise.
    ("6793.02", "3296.59", "48.53"), ("250000", "215457.6", "86.19"), ("250000", "215457.6", "86"),
    ("250000", "215457.6", "87"), ("6793.02", "3296.59", "48.5290784"), ("3", "1", "33.3333333333333"),
    ("100", "48.5", "48.5"), ("100", "100", "100"), ("100", "0", "0"), ("90", "89.974", "99.97"),
  ])
  func howeverItIsRounded(budget: String, spent: String, rate: String) {
    #expect(findings(in: form(budget, spent, rate)) == [])
  }

  @Test(arguments: [
    // A wrong base (年初预算数), a fraction for a percentage, a typing error, a digit too far off.
    ("6793.02", "3296.59", "47.89", "48.52"), ("6793.02", "3296.59", "0.4852", "48.52"),
    ("6793.02", "3296.59", "84.52", "48.52"), ("6793.02", "3296.59", "48.54", "48.52"), ("100", "48.52", "46", "48.52"),
    ("100", "20", "0", "20.00"),
  ])
  func aWrongRateIsShownWithTheRightOne(budget: String, spent: String, rate: String, right: String) throws {
    let wrong = form(budget, spent, rate)
    #expect(findings(in: wrong) == ["budget.rate @ budget.total.executionRate"])
    #expect(try #require(Checker().check(wrong).first).values["expected"] == right)
  }

  @Test func aWholeRateBesideOneWithDecimalsHasDecimalsToo() {
    var form = form("6793.02", "3296.59", "48.52")
    form.budget.currentYearAppropriation = .line("100", "100", "50.6", "50")
    #expect(findings(in: form).contains("budget.rate @ budget.currentYearAppropriation.executionRate"))
  }

  @Test func aMissingRateIsComputed() throws {
    let missing = form("71.33", "6.61", nil)
    #expect(findings(in: missing) == ["budget.rate-missing @ budget.total.executionRate"])
    #expect(
      try #require(Checker().check(missing).first).message(in: .chinese) == "“年度资金总额”的执行率未填写，按执行数和预算数计算应为 9.26%。")
  }

  @Test func everyFundRowHasItsRate() {
    #expect(
      findings(after: { $0.budget.currentYearAppropriation?.executionRate = 50 })
        == ["budget.rate @ budget.currentYearAppropriation.executionRate"])
    let more = TrackingForm.sound.with {
      $0.budget.additional = [AdditionalFund(label: "中央补助", partOf: "otherFunds", line: .line("0", "10", "5", "5"))]
    }
    #expect(findings(in: more) == ["budget.rate @ budget.additional[0].executionRate"])
  }

  @Test func aZeroBudgetHasNoRateOrZero() {
    #expect(findings(after: { $0.budget.carryOver?.executionRate = nil }) == [])
    #expect(
      findings(after: { $0.budget.carryOver?.executionRate = 100 })
        == ["budget.rate-of-zero @ budget.carryOver.executionRate"])
  }

  @Test func aFormWithoutPeriodBudgetIsNotAsked() {
    let monitoring = form("0", "0", nil).with {
      $0.setTitle("项目支出绩效运行监控表")
      $0.budget = Budget(total: .line("90", nil, "45", "12.34"))
    }
    #expect(findings(in: monitoring) == [])
  }
}
