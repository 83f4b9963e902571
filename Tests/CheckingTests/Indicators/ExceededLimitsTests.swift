import Testing
import TrackingModel

@testable import Checking

@Suite struct ExceededLimitsTests {
  private func row(_ name: String, _ target: String, _ value: String) -> Indicator {
    .row("产出指标", "质量指标", name, target, value, value, nil)
  }

  @Test(arguments: [
    ("安全事故发生数", "=0(起)", "1"), ("投诉件数", "≤5(件)", "6"), ("成本控制数", "≤90万元", "90.01"), ("信访次数", "<3次/年", "3"),
    ("事故", "0", "2"),
  ])
  func aCountPastItsLimitCannotComeBack(name: String, target: String, value: String) {
    let expected = target == "0" ? [] : ["indicator.limit-exceeded @ indicators[7].actual"]
    #expect(findings(with: row(name, target, value)) == expected)
  }

  @Test(arguments: [
    ("安全事故发生数", "=0(起)", "0"), ("投诉件数", "≤5(件)", "5"), ("居民有责投诉率", "≤5.00(%)", "7.00"), ("有责投诉率", "=0", "1"),
    ("平均响应时间", "≤30(分钟)", "40"), ("人均成本", "≤30(元/人)", "40"), ("完成数", "≥19(个)", "25"), ("完成数", "=19(个)", "25"),
  ])
  func sharesAveragesAndOtherTargetsAreLeftAlone(name: String, target: String, value: String) {
    #expect(findings(with: row(name, target, value)) == [])
  }
}
