import Testing

@testable import Recognition

@Suite struct HintTests {
  @Test(arguments: ["(100字以内)", "（请填写偏差原因）", "【200字以内】", "（如无，填“无”，必填）"])
  func hints(_ text: String) { #expect(Hint.isIn(text)) }

  @Test(arguments: ["100字以内", "（综合治理）", "无", "（一期）请填写完成", "（已完成）（请填写）"])
  func values(_ text: String) { #expect(!Hint.isIn(text)) }
}
