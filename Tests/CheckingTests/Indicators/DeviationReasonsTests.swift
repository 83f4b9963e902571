import Testing
import TrackingModel

@testable import Checking

@Suite struct DeviationReasonsTests {
  private func row(_ target: String, _ planned: String, _ actual: String, _ reason: String? = nil) -> Indicator {
    .row("产出指标", "质量指标", "某指标", target, planned, actual, reason)
  }

  @Test(arguments: [
    // Less and more than planned, later, other words, more than allowed.
    ("≥90.00(%)", "75.00", "60.00"), ("≥90.00(%)", "75.00", "100.00"), ("=19.00(个)", "19", "18.99"),
    ("12月底前", "8月底", "9月15日"), ("12月底前", "2023年8月", "2023年10月"), ("及时", "及时", "不及时"), ("及时", "及时", "基本及时"),
    ("≤5.00(%)", "2.00", "3.00"), ("≥90%", "≥80%", "75%"), ("健全", "健全", "部分健全"),
  ])
  func aDeviationNeedsAReason(target: String, planned: String, actual: String) {
    #expect(
      findings(with: row(target, planned, actual)) == ["indicator.reason-missing @ indicators[7].deviationReason"])
    #expect(findings(with: row(target, planned, actual, "因疫情延期")) == [])
    // To say 无 is to give none.
    #expect(
      findings(with: row(target, planned, actual, "无。")) == ["indicator.reason-missing @ indicators[7].deviationReason"]
    )
  }

  @Test(arguments: [
    // Compared with the plan, not with the annual target.
    ("≥85.00(%)", "80.00", "80.00"), ("=20.00(个)", "20", "20.00"), ("=100.00(%)", "75.00", "75.00%"),
    ("≤5.00(%)", "5.00", "2.00"), ("=0(起)", "0.00", "无"), ("12月底前", "12月底", "12月底前"), ("12月底前", "12月31日前", "11月30日"),
    ("及时", "及时", "已及时"), ("12月底前", "12月底", "已完成"), ("提升", "提升", "有所提升"), ("≥90%", "≥80%", "85%"),
    ("及时", "及时", "及时完成"), ("=1,200(个)", "1,200", "1200"), ("≥90％", "８０", "80"),
  ])
  func withoutADeviationNoneIsAskedFor(target: String, planned: String, actual: String) {
    #expect(findings(with: row(target, planned, actual)) == [])
  }

  @Test func aReasonWithoutADeviationIsANote() {
    let rows = [row("=20.00(个)", "20", "20.00", "因雨延期"), row("及时", "及时", "及时", "因雨延期")]
    for indicator in rows {
      #expect(findings(with: indicator) == ["indicator.reason-unneeded @ indicators[7].deviationReason"])
    }
    #expect(findings(with: row("=20.00(个)", "20", "20", "无")) == [])
    #expect(findings(with: row("=20.00(个)", "20", "20", "按计划完成")) == [])
  }

  @Test func aWelcomeResultMayBeExplained() {
    #expect(findings(with: row("≤5.00(%)", "5.00", "2.00", "加强了管理")) == [])
  }

  @Test func aRelativeWithoutPlannedValuesIsNotAsked() {
    let form = TrackingForm.sound.with {
      $0.setTitle("财政项目支出绩效自评表")
      $0.indicators[1].planned = nil
      $0.indicators[1].actual = .init(text: "10.00")
      $0.assessment = .init()
    }
    #expect(findings(in: form) == [])
  }
}
