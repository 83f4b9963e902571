import Testing
import TrackingModel

@testable import Checking

@Suite struct IndicatorGroupsTests {
  @Test(arguments: [
    ("产出指标", "indicators.output-missing @ indicators"), ("效益指标", "indicators.benefit-missing @ indicators"),
    ("满意度指标", "indicators.satisfaction-missing @ indicators"),
  ])
  func aGroupWithoutIndicators(group: String, expected: String) {
    let form = TrackingForm.sound.with { $0.indicators.removeAll { $0.level1 == group } }
    #expect(findings(in: form) == [expected])
    #expect(Checker().check(form).map(\.severity) == [group == "满意度指标" ? .note : .warning])
  }

  @Test func aRowWithAWrongLevelStillCountsForItsGroup() {
    let form = TrackingForm.sound.with { $0.indicators[6].level1 = "服务指标" }
    #expect(findings(in: form) == ["indicator.level-unknown @ indicators[6].level1"])
  }
}
