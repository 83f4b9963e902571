import Testing
import TrackingModel

@testable import Checking

@Suite struct IndicatorLevelsTests {
  private func row(_ level1: String?, _ level2: String?) -> Indicator {
    .row(level1, level2, "成本控制数", "≤30(万元)", "20", "20")
  }

  @Test(
    arguments: [
      ("投入指标", "数量指标", "indicator.level-unknown @ indicators[7].level1"),
      ("产出指标", "美观指标", "indicator.level-unknown @ indicators[7].level2"),
      (nil, "数量指标", "indicator.level-missing @ indicators[7].level1"),
      ("产出指标", nil, "indicator.level-missing @ indicators[7].level2"),
      ("效益指标", "数量指标", "indicator.level-misplaced @ indicators[7].level2"),
      ("满意度指标", "经济成本指标", "indicator.level-misplaced @ indicators[7].level2"),
    ] as [(String?, String?, String)])
  func eachFault(level1: String?, level2: String?, expected: String) {
    #expect(findings(with: row(level1, level2)) == [expected])
  }

  @Test(arguments: [
    ("产出指标", "成本指标"), ("产出指标", "经济成本指标"), ("成本指标", "经济成本指标"), ("成本指标", "生态环境成本指标"),
    ("成本指标", "成本指标"), ("效益指标", "生态效益指标"),
  ])
  func bothSetsOfTheCatalogAreHonest(level1: String, level2: String) {
    #expect(findings(with: row(level1, level2)) == [])
  }

  @Test func theRightNamesAreSuggested() {
    let form = TrackingForm.sound.with { $0.indicators.append(row("产出指标", "美观指标")) }
    #expect(Checker().check(form).first?.values["expected"] == "数量指标、质量指标、时效指标、成本指标")
    let misplaced = TrackingForm.sound.with { $0.indicators.append(row("效益指标", "数量指标")) }
    #expect(
      Checker().check(misplaced).first?.advice(in: .chinese) == "“数量指标”应归入“产出指标”，请核对两级指标。")
  }

  @Test func aRelativeMayHaveOnlyOneLevel() {
    #expect(
      findings(after: {
        $0.setTitle("项目支出绩效监控表")
        for index in $0.indicators.indices { $0.indicators[index].level1 = nil }
      }) == [])
    #expect(
      findings(after: {
        $0.setTitle("项目支出绩效监控表")
        $0.indicators.append(row("投入指标", "成本指标"))
      }) == [])
  }
}
