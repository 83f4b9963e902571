import Testing

@testable import Recognition

/// What people type around a label does not change which label it is.
@Suite struct LabelTextTests {
  @Test(arguments: [
    ("年度 总体⏎目标", "年度总体目标"), ("项目名称：", "项目名称"), ("实施单位（盖章）", "实施单位"), ("实施单位【盖章】：", "实施单位"),
    ("执行率(%)", "执行率"), ("执行率%", "执行率"), ("１-７月执行数", "#月执行数"), ("1-X月执行率%", "#月执行率"),
    ("截至8月底执行数", "#月执行数"), ("2023年1至8月执行数", "#月执行数"), ("全年预算数（A）", "全年预算数"), ("其中：当年财政拨款", "当年财政拨款"),
    ("其中:本年财政拨款", "本年财政拨款"), ("年度资金总额:", "年度资金总额"), ("一、项目名称", "项目名称"), ("*主管部门", "主管部门"),
    ("项目\u{200B}名称", "项目名称"), ("产 出 指 标", "产出指标"),
  ])
  func keyIsTheBareLabel(_ text: String, _ key: String) {
    #expect(LabelText(text.replacing("⏎", with: "\n")).map { String($0.key) } == key)
  }

  @Test func whatIsTakenOffIsKept() {
    #expect(LabelText("产出指标(50分)")?.additions == ["50分"])
    #expect(LabelText("项目资金（万元）")?.additions == ["万元"])
    #expect(LabelText("1-7月执行数")?.months == "1-7月")
    #expect(LabelText("其中：当年财政拨款")?.isPart == true)
  }

  @Test func longTextsAreNoLabels() {
    #expect(LabelText(String(repeating: "长", count: 60)) == nil)
    #expect(LabelText(" \n") == nil)
  }

  @Test(arguments: [
    ("跟踪期 计划完成值", "跟踪期计划完成值"), ("其中：财政资金", "其中：财政资金"), ("项目单位(盖章)：", "项目单位(盖章)"), ("Total amount：", "Total amount"),
  ])
  func printedLabelKeepsItsWords(_ text: String, _ printed: String) {
    #expect(LabelText.printed(text) == printed)
  }
}
