import Testing
import TrackingModel

@testable import Recognition

/// 绩效跟踪总体判断 and 纠偏措施.
@Suite struct AssessmentTests {
  @Test(arguments: [
    "绩效跟踪总体判断 | 年度项目预算完成可能性 | 确定能完成\n| 年度绩效目标完成可能性 | 有可能完成",
    "年度项目预算完成可能性 | 确定能完成 | 年度绩效目标完成可能性 | 有可能完成",
    "年度项目预算完成可能性：确定能完成\n年度绩效目标完成可能性：有可能完成",
    "年度项目预算完成可能性 | 年度绩效目标完成可能性\n确定能完成 | 有可能完成",
    "绩效跟踪 总体判断 | 年度项目预算 完成可能性 | | | 确定能完成\n年度绩效目标 完成可能性 | | | 有可能完成",
  ])
  func answersAreFoundWhereverTheyStand(_ assessment: String) {
    let form = FormTables(assessment: assessment).form()
    #expect(form.assessment.budgetCompletion == Judgment(text: "确定能完成", likelihood: .certain))
    #expect(form.assessment.goalCompletion == Judgment(text: "有可能完成", likelihood: .possible))
    #expect(form.correctiveMeasures == "加快施工。")
  }

  @Test func tickedOptionIsTheAnswer() {
    let answers = "年度项目预算完成可能性 | □确定能完成 ☑有可能完成 □完全不可能完成\n年度绩效目标完成可能性 | 确定能"
    let found = FormTables(assessment: answers).recognized()
    #expect(found.forms.first?.form.assessment.budgetCompletion == Judgment(text: "有可能完成", likelihood: .possible))
    #expect(rules(found).contains("form.option-ticked B12"), "\(rules(found))")
  }

  @Test func twoTickedOptionsAreInDoubt() {
    let answers = "年度项目预算完成可能性 | √确定能完成 √有可能完成"
    let found = FormTables(assessment: answers).recognized()
    #expect(found.forms.first?.form.assessment.budgetCompletion == Judgment(text: "√确定能完成 √有可能完成", likelihood: nil))
    #expect(rules(found).contains("form.options-in-doubt B12"), "\(rules(found))")
  }

  @Test func measuresMayTakeSeveralRows() {
    let found = FormTables(measures: "纠偏措施 | 1.加快招标；\n| 2.增加人手。").recognized()
    #expect(found.forms.first?.form.correctiveMeasures == "1.加快招标；\n2.增加人手。")
    #expect(rules(found).contains("form.text-joined B14:B15"), "\(rules(found))")
  }

  @Test(arguments: ["纠偏措施 |", "纠偏措施 | /", "纠偏措施："])
  func measuresMayBeMissing(_ measures: String) {
    #expect(FormTables(measures: measures).form().correctiveMeasures == nil)
  }

  @Test func secondAnswerThatSaysSomethingElseIsNamed() {
    let found = FormTables(measures: "年度项目预算完成可能性 | 不可能").recognized()
    #expect(found.forms.first?.form.assessment.budgetCompletion?.text == "确定能完成")
    #expect(rules(found).contains("form.field-twice B14"), "\(rules(found))")
  }
}
