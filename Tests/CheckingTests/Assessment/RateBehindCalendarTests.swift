import Testing
import TrackingModel

@testable import Checking

@Suite struct RateBehindCalendarTests {
  private func form(_ rate: String, until month: Int, _ judgment: String = "确定能完成") -> TrackingForm {
    TrackingForm.sound.with {
      $0.period.end = YearMonth(year: 2023, month: month)
      $0.budget = Budget(total: .line("100", "100", rate, rate))
      $0.assessment.budgetCompletion = Judgment(text: judgment)
      $0.correctiveMeasures = "加快支付"
    }
  }

  @Test(arguments: [
    ("40", 8, []), ("39.99", 8, ["assessment.behind-calendar @ assessment.budgetCompletion"]), ("48.52", 8, []),
    ("60", 12, []), ("59.99", 12, ["assessment.behind-calendar @ assessment.budgetCompletion"]), ("5", 1, []),
    ("4.99", 1, ["assessment.behind-calendar @ assessment.budgetCompletion"]),
  ])
  func sixtyPercentOfTheMonthsElapsed(rate: String, month: Int, expected: [String]) {
    #expect(findings(in: form(rate, until: month)) == expected)
  }

  @Test(arguments: ["有可能完成", "完全不可能完成"])
  func whoIsNotCertainIsHonest(judgment: String) {
    #expect(findings(in: form("9.26", until: 8, judgment)) == [])
  }

  @Test func theFiguresAreShown() {
    let form = TrackingForm.sound.with {
      $0.budget = Budget(total: .line("71.33", "71.33", "6.61", "9.26"))
    }
    #expect(
      Checker().check(form).map { $0.message(in: .chinese) } == [
        "截至 8 月预算执行率为 9.26%，低于时间进度（66.67%）的 60%（即 40.00%），却判断年度预算“确定能完成”。"
      ])
  }

  @Test func aWrongPrintedRateIsNotTheMeasure() {
    let form = form("50", until: 8).with { $0.budget.total?.executionRate = 5 }
    #expect(findings(in: form) == ["budget.rate @ budget.total.executionRate"])
  }
}
