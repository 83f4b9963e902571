import Testing
import TrackingModel

@testable import Checking

@Suite struct IndicatorCompletenessTests {
  @Test(arguments: [
    (Indicator.row("产出指标", "数量指标", "数", nil, "1", "1"), "target", "年度指标值"),
    (.row("产出指标", "数量指标", "数", "=1(个)", nil, "1"), "planned", "跟踪期计划完成值"),
    (.row("产出指标", "数量指标", "数", "=1(个)", "1", nil), "actual", "跟踪期实际完成值"),
    (.row("产出指标", "数量指标", nil, "=1(个)", "1", "1"), "name", "三级指标"),
    (.row("产出指标", "数量指标", "数", "=1(个)", nil, nil), "planned", "跟踪期计划完成值、跟踪期实际完成值"),
  ])
  func oneFindingNamesAllThatIsMissing(indicator: Indicator, field: String, labels: String) {
    #expect(findings(with: indicator) == ["indicator.value-missing @ indicators[7].\(field)"])
    let form = TrackingForm.sound.with { $0.indicators.append(indicator) }
    #expect(Checker().check(form).first?.values["label"] == labels)
  }

  @Test func aBlankReasonIsHonest() { #expect(findings(in: .sound) == []) }
}
