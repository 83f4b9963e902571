import Testing
import TrackingModel

@testable import Recognition

/// The names at the top of a form: right of their labels, below them, or in the same cell.
@Suite struct HeadingTests {
  @Test(arguments: [
    "项目名称 | 甲工程\n主管部门 | 乙局 | | 实施单位 | 丙中心",
    "项目名称：甲工程\n主管部门: 乙局 | | 实施单位（盖章）：丙中心",
    "项目名称 | 主管部门 | 实施单位\n甲工程 | 乙局 | 丙中心",
    "项目名称\n甲工程\n主管部门 | | 实施单位\n乙局 | | 丙中心",
    "项目 名称 | | | 甲工程\n主管部门及代码 | 乙局\n项目执行单位 | 丙中心",
    "实施单位 | 丙中心 | 主管单位 | 乙局\n项目名称 | 甲工程",
  ])
  func valueIsFoundWhereverItStands(_ heading: String) {
    let form = FormTables(heading: heading).form()
    #expect(form.project.name == "甲工程")
    #expect(form.supervisingDepartment.name == "乙局")
    #expect(form.implementingUnit.name == "丙中心")
  }

  @Test(arguments: [
    "项目名称：甲工程  主管部门：乙局  实施单位：丙中心", "项目名称：甲工程 ｜ 主管部门：乙局；实施单位：丙中心", "主管部门：乙局\t实施单位：丙中心\n项目名称：甲工程",
  ])
  func oneCellMayHoldSeveralLabels(_ cell: String) {
    let form = FormTables(heading: cell).form()
    #expect(form.project.name == "甲工程")
    #expect(form.supervisingDepartment.name == "乙局")
    #expect(form.implementingUnit.name == "丙中心")
  }

  /// A colon and the joiner behind it are one Character.
  @Test func aJoinerBehindAColonHidesNoLabel() {
    let form = FormTables(heading: "项目名称：\u{200D}甲工程  主管部门：\u{200D}乙局").form()
    #expect(form.project.name == "甲工程")
    #expect(form.supervisingDepartment.name == "乙局")
  }

  @Test func colonInsideANameBeginsNoLabel() {
    let form = FormTables(heading: "项目名称：甲工程 二期：桥梁").form()
    #expect(form.project.name == "甲工程 二期：桥梁")
  }

  @Test func valueMayBeSpelledLikeALabel() {
    let form = FormTables(heading: "项目名称 | 纠偏措施\n主管部门 | 主管部门 | | 实施单位 | 项目实施单位").form()
    #expect(form.project.name == "纠偏措施")
    #expect(form.supervisingDepartment.name == "主管部门")
    #expect(form.implementingUnit.name == "项目实施单位")
  }

  @Test func emptyLabelTakesNoLabelForItsValue() {
    let form = FormTables(heading: "项目名称 | 甲工程\n主管部门 | | | 实施单位 | 丙中心").form()
    #expect(form.supervisingDepartment.name == nil)
    #expect(form.implementingUnit.name == "丙中心")
  }

  @Test func missingValueKnowsWhereItOughtToStand() {
    let found = FormTables(heading: "项目名称 |\n主管部门 | 乙局 | | 实施单位 | 丙中心").recognized()
    #expect(found.forms.first?.sources["project.name"].map(\.a1) == ["B2"])
  }

  @Test func codeIsSplitOffWithANote() {
    let tables = FormTables(heading: "项目名称 | 甲工程\n主管部门 | 219-乙局 | | 实施单位 | 丙中心")
    #expect(tables.form().supervisingDepartment == NamedEntity(code: "219", name: "乙局"))
    #expect(tables.findings().contains("value.code-split B3"))
  }

  @Test func unitThatOnlyReportsIsAnExtraBesideTheOneThatImplements() {
    let form = FormTables(heading: "项目单位(盖章)：丁局\n项目名称 | 甲工程\n主管部门 | 乙局 | | 实施单位 | 丙中心").form()
    #expect(form.implementingUnit.name == "丙中心")
    #expect(form.extras == [Extra(label: "项目单位(盖章)", text: "丁局", cell: "A2")])
    #expect(FormTables(heading: "项目名称 | 甲工程\n项目单位 | 丙中心").form().implementingUnit.name == "丙中心")
  }

  @Test func whatTheModelLacksIsAnExtra() {
    let form = FormTables(heading: "项目名称 | 甲工程\n项目起止时间 | 2023年1月-12月 | 项目属性 | 新增").form()
    #expect(form.extras.map(\.label) == ["项目起止时间", "项目属性"])
    #expect(form.extras.map(\.text) == ["2023年1月-12月", "新增"])
    for colon in ["：", ":", "∶", "︰"] {
      let inOneCell = FormTables(heading: "项目名称 | 甲工程\n项目属性\(colon)新增").form()
      #expect(inOneCell.extras.map(\.label) == ["项目属性"])
      #expect(inOneCell.extras.map(\.text) == ["新增"])
    }
  }

  @Test func twoDifferentValuesAreAnError() {
    let tables = FormTables(heading: "项目名称 | 甲工程\n项目名称 | 乙工程")
    #expect(tables.form().project.name == "甲工程")
    #expect(tables.findings().contains("form.field-twice B3"))
  }

  /// The code in front of the name is taken wherever the other stands.
  @Test(arguments: ["主管部门 | 027-乙局 | 主管部门代码 | 028", "主管部门代码 | 028 | 主管部门 | 027-乙局"])
  func twoDifferentCodesAreAnError(line: String) {
    let tables = FormTables(heading: "项目名称 | 甲工程\n" + line)
    #expect(tables.form().supervisingDepartment == NamedEntity(code: "027", name: "乙局"))
    #expect(tables.findings().contains("form.field-twice D3"))
  }

  @Test(arguments: [("2023年1-9月", true), ("待定", true), ("1-8月", false), ("2023年1-8月", false), ("/", false)])
  func aSecondPeriodThatDiffersIsAnError(words: String, isTold: Bool) {
    let tables = FormTables(heading: "跟踪时段：2023年1-8月\n项目名称 | 甲工程 | 跟踪时段 | \(words)")
    #expect(tables.form().period.end == YearMonth("2023-08"))
    #expect(tables.findings().contains { $0.hasPrefix("form.field-twice") } == isTold)
  }

  /// Wide cells above the budget's headings are no headings of theirs.
  @Test func bodiesWithTheirLabelsRightAboveTheBudgetAreRead() {
    let form = FormTables(
      heading: "项目名称：甲→ | | | | | |\n主管部门：[105]乙局→ | | | 实施单位：丙中心→ | | |",
      budget: """
        预算执行情况(万元)↓ | | 年初预算数 | 跟踪期预算数 | 跟踪期执行数 | 执行率 |
         | 年度资金总额 | 10 | 8 | 4 | 50
        """
    ).form()
    #expect(form.supervisingDepartment.code == "105")
    #expect(form.supervisingDepartment.name == "乙局")
    #expect(form.implementingUnit.name == "丙中心")
    #expect(form.budget.total?.initialBudget == 10)
  }
}
