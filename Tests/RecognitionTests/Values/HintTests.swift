import Testing

@testable import Recognition

@Suite struct HintTests {
  @Test(arguments: ["(100字以内)", "（请填写偏差原因）", "【200字以内】", "（如无，填“无”，必填）"])
  func hints(_ text: String) { #expect(Hint.matches(text)) }

  @Test(arguments: ["100字以内", "（综合治理）", "无", "（一期）请填写完成", "（已完成）（请填写）"])
  func values(_ text: String) { #expect(!Hint.matches(text)) }

  @Test(arguments: ["填写拟采取的措施。", " 填报年度目标", "请填写全称"])
  func anInstructionBeginsAsOne(_ text: String) {
    #expect(Hint.begins(text))
    #expect(Hint.tellsWhatToWrite(text))
  }

  @Test(arguments: ["加快施工。", "完成填报系统建设", "回填土方300立方米"])
  func aValueDoesNot(_ text: String) { #expect(!Hint.begins(text)) }

  @Test(arguments: ["2.年初预算数：填写年初批复的预算数。", "（3）三级指标：填写指标名称", "①纠偏措施:请填写"])
  func aPointOfInstructionsIsKnown(_ text: String) { #expect(Hint.isPoint(text)) }

  @Test(arguments: ["2.加快进度：补齐材料。", "年初预算数：填写", "3.填写完成的表已上报。"])
  func otherPointsAreText(_ text: String) { #expect(!Hint.isPoint(text)) }
}
