import Testing
import TrackingModel

@testable import Checking

@Suite struct QualitativeResultsTests {
  private func row(_ target: String, _ planned: String, _ actual: String) -> Indicator {
    .row("产出指标", "质量指标", "某率", target, planned, actual)
  }

  @Test(arguments: [
    ("=100.00(%)", "100.00", "已完成", "actual"), ("≥90个", "90", "达成目标", "actual"), ("≥90个", "完成", "90", "planned"),
    ("≥90个", "90", "无", "actual"),
  ])
  func wordsForANumber(target: String, planned: String, actual: String, field: String) {
    #expect(findings(with: row(target, planned, actual)) == ["indicator.qualitative-result @ indicators[7].\(field)"])
  }

  @Test(arguments: [
    ("及时", "及时", "及时"), ("12月底前", "12月底", "12月底"), ("=0(起)", "0", "无"), ("≤5(起)", "5", "未发生"),
    ("=100%", "75-80%", "75-80%"), ("≥90个", "90个以上", "约90个左右"),
  ])
  func honest(target: String, planned: String, actual: String) {
    #expect(!findings(with: row(target, planned, actual)).contains { $0.hasPrefix("indicator.qualitative-result") })
  }
}
