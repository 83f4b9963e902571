import Testing
import TrackingModel

@testable import Checking

@Suite struct PlaceholdersTests {
  @Test(arguments: [
    "≥**%", "**元/人·月", "XX", "ＸＸ项目", "××小区", "20XX年", "xx", "……", "...", "…", "指标2", "三级指标1：", "目标1", "＊＊",
  ])
  func recognised(text: String) { #expect(Placeholder.isIn(text)) }

  @Test(arguments: [
    "及时", "XXL", "A×B", "3×4", "5*8", "修缮、改造等……工程", "≥90.00(%)", "指标完成率", "目标达成", "MAX", "1.5", "100...",
  ])
  func honest(text: String) { #expect(!Placeholder.isIn(text)) }

  @Test func whereverItStands() {
    #expect(findings(after: { $0.project.name = "XX小区修缮工程" }) == ["placeholder.left @ project.name"])
    #expect(findings(after: { $0.goals.actual = "……" }) == ["placeholder.left @ goals.actual"])
    #expect(
      findings(after: { $0.indicators[1].target = .init(text: "≥**个") }) == ["placeholder.left @ indicators[1].target"])
    #expect(
      findings(after: { $0.indicators[1].actual = .init(text: "XX") }) == ["placeholder.left @ indicators[1].actual"])
    #expect(findings(after: { $0.indicators[1].name = "指标2" }) == ["placeholder.left @ indicators[1].name"])
  }
}
