import Findings
import Testing

@testable import Recognition

/// Where one form ends and the next begins.
@Suite struct SplittingTests {
  @Test func titleBeginsAForm() {
    let second = FormTables(heading: "项目名称 | 乙工程").text
    let found = Recognizer().recognize(table(FormTables().text + "\n" + second))
    #expect(found.forms.map(\.form.project.name) == ["甲工程", "乙工程"])
  }

  @Test func projectBehindTheMeasuresBeginsAFormWithoutTitle() {
    let second = FormTables(title: "", heading: "主管部门 | 丁局\n项目名称 | 乙工程").text
    let found = Recognizer().recognize(table(FormTables().text + "\n" + second))
    #expect(found.forms.map(\.form.project.name) == ["甲工程", "乙工程"])
    #expect(found.forms.map(\.form.supervisingDepartment.name) == ["乙局", "丁局"])
  }

  @Test func continuationTitleGoesOnWithTheFormAbove() {
    let rows = "财政项目支出绩效跟踪表（续）\n| 效益指标 | 社会效益指标 | 满意 | ≥90(%) | 90 | 91 |"
    let form = FormTables(assessment: rows + "\n" + FormTables().assessment)
    let found = form.recognized()
    #expect(found.forms.count == 1)
    #expect(found.forms.first?.form.indicators.map(\.name) == ["桥墩数", "满意"])
    #expect(found.forms.first?.form.assessment.goalCompletion?.text == "有可能完成")
  }

  @Test func formWithoutTitleMayFollowAContinuation() {
    let rows = "财政项目支出绩效跟踪表（续）\n| 效益指标 | 社会效益指标 | 满意 | ≥90(%) | 90 | 91 |"
    let first = FormTables(assessment: rows + "\n" + FormTables().assessment)
    let second = FormTables(title: "", heading: "项目名称 | 乙工程")
    let found = Recognizer().recognize(table(first.text + "\n" + second.text))
    #expect(found.forms.map(\.form.project.name) == ["甲工程", "乙工程"])
    #expect(found.forms.map(\.form.indicators.count) == [2, 1])
  }

  @Test func namesBelowTheirLabelsTellFormsApartAsThoseBesideThem() {
    func form(_ project: String, goals: String) -> String {
      FormTables(heading: "项目名称 | | 实施单位\n\(project) | | 丙中心", budget: "", goals: goals).text
    }
    let found = Recognizer().recognize(table(form("甲工程", goals: FormTables().goals) + "\n" + form("乙工程", goals: "")))
    #expect(found.forms.map(\.form.project.name) == ["甲工程", "乙工程"])
  }

  @Test func formsMayStandSideBySide() {
    let left = """
      财政项目支出绩效跟踪表 | | | | 财政项目支出绩效跟踪表 | | |
      项目名称 | 甲工程 | | | 项目名称 | 乙工程 | |
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 一级指标 | 二级指标 | 三级指标 | 年度指标值
      产出指标 | 数量指标 | 桥 | 1座 | 产出指标 | 数量指标 | 路 | 2条
      """
    let found = Recognizer().recognize(table(left))
    #expect(found.forms.map(\.form.project.name) == ["甲工程", "乙工程"])
    #expect(found.forms.map { $0.form.indicators.map(\.name) } == [["桥"], ["路"]])
  }

  @Test(arguments: ["项目名称", "项目", "主管部门", "实施单位", "项目编码"])
  func `an indicator beside merged levels begins no form whatever it is called`(name: String) {
    var tables = FormTables()
    tables.indicators = """
      绩效指标↓ | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 跟踪期计划完成值 | 跟踪期实际完成值 | 偏差原因分析
       | 产出指标↓ | 数量指标↓ | 桥墩数 | =4(个) | 4 | 4 | 已验收
       | | | \(name) | ≤273(个) | 17 | 17 | 无
      """
    let found = tables.recognized()
    #expect(found.forms.map(\.form.project.name) == ["甲工程"])
    #expect(found.forms.first?.form.indicators.map(\.name) == ["桥墩数", name])
    #expect(found.forms.first?.form.correctiveMeasures == "加快施工。")
  }

  /// The merge of level 2 was lost: the row stands under the headings of the indicators all the same.
  @Test(arguments: ["项目名称", "项目", "主管部门", "实施单位", "项目编码"])
  func `an indicator under its heading begins no form whatever it is called`(name: String) {
    var tables = FormTables()
    tables.indicators = """
      绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 跟踪期计划完成值 | 跟踪期实际完成值 | 偏差原因分析
       | 产出指标 | 数量指标 | 桥墩数 | =4(个) | 4 | 4 | 已验收
       | | | \(name) | ≤273(个) | 17 | 17 | 无
       | | 质量指标 | 合格率 | ≥90(%) | 90 | 95 |
      """
    let found = tables.recognized()
    #expect(found.forms.map(\.form.project.name) == ["甲工程"])
    #expect(found.forms.first?.form.indicators.map(\.name) == ["桥墩数", name, "合格率"])
  }

  /// Its label stands further right than that of the form above, but has nothing beside it but its value.
  @Test func aFormMovedRightBeginsWithItsProject() {
    let second = FormTables(title: "", heading: "项目名称 | 乙工程").text.split(separator: "\n").map { "| \($0)" }
    let found = Recognizer().recognize(table(FormTables().text + "\n" + second.joined(separator: "\n")))
    #expect(found.forms.map(\.form.project.name) == ["甲工程", "乙工程"])
  }

  @Test func partsWithoutAProjectAreAnError() {
    let found = Recognizer().recognize(table(FormTables().indicators + "\n" + FormTables().measures))
    #expect(found.forms.isEmpty)
    #expect(rules(found).contains("form.sheet-with-part A1:H3"))
  }
}
