import Testing
import TrackingModel

@testable import Checking

@Suite struct IndicatorUnitsTests {
  private func row(_ target: String, _ planned: String, _ actual: String) -> Indicator {
    .row("产出指标", "数量指标", "某数", target, planned, actual)
  }

  @Test(arguments: [
    ("=19(个)", "19", "19%", "actual"), ("=19(个)", "19%", "19", "planned"), ("≤90万元", "90", "90元", "actual"),
    ("≥95%", "95", "95个", "actual"), ("≤30天", "30", "30小时", "actual"), ("=20人", "20", "20人次", "actual"),
  ])
  func whatContradictsTheTarget(target: String, planned: String, actual: String, field: String) {
    #expect(findings(with: row(target, planned, actual)) == ["indicator.unit-conflict @ indicators[7].\(field)"])
  }

  @Test(arguments: [
    ("=19(个)", "19", "19"), ("=19(个)", "19个", "19家"), ("≥95%", "95％", "95百分比"), ("=20人", "20名", "20"),
    ("=4次/年", "4次/年", "4"), ("19", "19个", "19个"), ("≤30日", "30天", "30天"),
  ])
  func honest(target: String, planned: String, actual: String) {
    #expect(findings(with: row(target, planned, actual)) == [])
  }
}
