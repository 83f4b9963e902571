import Testing
import TrackingModel

@testable import Checking

@Suite struct CorrectiveMeasuresTests {
  private let surplus = Indicator.row("产出指标", "质量指标", "甲", "≥90.00(%)", "75.00", "100.00", "完成至第三季度")
  private let shortfall = Indicator.row("产出指标", "质量指标", "乙", "≥90.00(%)", "75.00", "60.00", "因雨延期")

  @Test func deviationsNeedMeasures() {
    #expect(findings(with: surplus, measures: nil) == ["measures.missing @ correctiveMeasures"])
    #expect(findings(with: shortfall, measures: nil) == ["measures.missing @ correctiveMeasures"])
    #expect(findings(with: shortfall, measures: "加快进度") == [])
  }

  @Test func noneIsAnAnswerOnlyToASurplus() {
    #expect(findings(with: surplus, measures: "无") == [])
    #expect(findings(with: shortfall, measures: "无") == ["measures.missing @ correctiveMeasures"])
  }

  @Test func stayingBelowALimitNeedsNone() {
    #expect(findings(with: .row("产出指标", "质量指标", "丙", "≤5(件)", "5", "2"), measures: nil) == [])
  }

  @Test func deviationsAreCounted() {
    let form = TrackingForm.sound.with { $0.indicators += [surplus, shortfall] }
    #expect(Checker().check(form).map { $0.message(in: .chinese) } == ["有 2 个指标的完成值偏离计划，未填写纠偏措施。"])
  }
}
