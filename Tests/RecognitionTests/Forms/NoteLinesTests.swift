import Findings
import Spreadsheet
import Testing

@testable import Recognition

/// Notes and instructions of several lines are one block, in the account and in the findings.
@Suite struct NoteLinesTests {
  static let form = """
    财政项目支出绩效跟踪表
    项目名称 | 甲工程
    一级指标 | 二级指标 | 三级指标 | 年度指标值
    产出指标 | 数量指标 | 修缮数量 | 3个
    纠偏措施 | 加快招标

    """

  @Test(arguments: [
    ("注：1.金额保留两位小数。\n2.执行率保留两位小数。\n3.实施单位：指承担项目的单位。", "form.note A7:A9"),
    ("注：金额保留两位小数。\n2.执行率保留两位小数。", "form.note A7:A8"),
    ("填报说明：\n一、本表一式两份。\n二、金额单位为万元。", "form.instruction A7:A9"),
    ("填报说明： | （1）本表一式两份。\n| （2）金额单位为万元。", "form.instruction A7:B8"),
    ("填表说明：\n1.三级指标：写明名称。\n2.纠偏措施：写明拟采取的措施。", "form.instruction A7:A9"),
    ("说明：①一式两份。\n②逐项填写。", "form.note A7:A8"),
  ])
  func pointsBelowANoteBelongToIt(_ note: String, _ finding: String) {
    let found = Recognizer().recognize(table(Self.form + "\n" + note))
    let findings = found.forms.flatMap(\.findings) + found.findings
    let named = findings.map { "\($0.rule.name) \($0.place.cells?.a1 ?? "")" }
    #expect(named.contains(finding), "\(named)")
    #expect(!findings.contains { $0.rule == .cellsAreOther || $0.rule == .fieldTwice })
    #expect(found.forms.first?.form.implementingUnit.name == nil)
  }

  @Test func pointsAboveTheFormBelongToTheirInstruction() {
    let found = Recognizer().recognize(table("填报说明：1.一式两份。\n2.逐项填写。\n" + Self.form))
    #expect(found.roles[CellReference(row: 1, column: 0)] == .other(.instruction))
  }

  @Test func numberedLabelBelowANoteStaysALabel() {
    let found = Recognizer().recognize(table(Self.form.replacing("项目名称 |", with: "注：请如实填写。\n1.项目名称：甲工程\n3.实施单位：丙中心 |")))
    #expect(found.forms.first?.form.project.name == "甲工程")
    #expect(found.forms.first?.form.implementingUnit.name == "丙中心")
  }

  @Test(arguments: [("2.逐项填写", 2), ("（3）逐项", 3), ("四、逐项", 4), ("⑤逐项", 5)])
  func numberOfAPoint(_ text: String, _ number: Int) {
    #expect(ListNumber.number(of: text) == number)
  }

  @Test(arguments: ["2.5万元", "2023年", "逐项填写", "2", ""])
  func whatIsNoPoint(_ text: String) {
    #expect(ListNumber.number(of: text) == nil)
  }
}
