import Testing
import TrackingModel

@Suite struct PlaceholderTextTests {
  @Test(arguments: [
    "≥**%", "**元/人·月", "XX", "ＸＸ项目", "××小区", "20XX年", "xx", "……", "...", "…", "指标2", "三级指标1：", "目标1", "＊＊", "____",
  ])
  func recognized(text: String) { #expect(PlaceholderText.matches(text)) }

  @Test(arguments: [
    "及时", "XXL", "A×B", "3×4", "5*8", "修缮、改造等……工程", "≥90.00(%)", "指标完成率", "目标达成", "MAX", "1.5", "100...", "A*",
    "提升……效果", "指标1完成率", "x",
  ])
  func honest(text: String) { #expect(!PlaceholderText.matches(text)) }
}
