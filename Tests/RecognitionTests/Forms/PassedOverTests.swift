import Findings
import Spreadsheet
import Testing

@testable import Recognition

/// A form has a project and at least an amount, an indicator or a goal; what has not is named for what it is, in one note.
@Suite struct PassedOverTests {
  private static let form = FormTables().text

  private func notes(_ text: String) -> [String] {
    let sheet = Recognizer().recognize(table(text))
    return sheet.findings.filter { $0.rule != .lineBreaksDropped }.map(\.rule.name)
  }

  private func names(_ text: String) -> [String?] {
    Recognizer().recognize(table(text)).forms.map(\.form.project.name)
  }

  static let covers = [
    "财政项目支出绩效跟踪表\n项目名称 | 甲工程\n主管部门 | 乙局\n实施单位 | 丙中心\n填报日期 | 2023年9月10日",
    "财政项目支出绩效跟踪表\n（封面）\n项目名称：甲工程\n实施单位（盖章）：丙中心\n2023年9月",
    "绩效跟踪材料\n项目名称 | 甲工程\n项目负责人 | 张三 | 联系电话 | 12345678\n填报日期 | 2023年9月10日",
  ]

  @Test(arguments: covers)
  func aCoverIsNoForm(_ text: String) {
    #expect(names(text) == [])
    #expect(notes(text) == ["form.cover"])
  }

  @Test(arguments: covers)
  func aCoverAboveItsFormIsNoSecondOne(_ text: String) {
    #expect(names(text + "\n\n" + Self.form) == ["甲工程"])
    #expect(notes(text + "\n\n" + Self.form) == ["form.cover"])
  }

  @Test(arguments: [
    """
    财政项目支出绩效跟踪表填报说明
    项目名称 | 填写项目全称
    主管部门 | 填写预算主管部门
    年初预算数 | 填写年初批复的预算
    预期目标 | 填写年度目标
    """,
    """
    财政项目支出绩效跟踪表
    项目名称 | 按批复填写
    主管部门 | 填写全称 | 实施单位 | 填写全称
    预算执行情况（万元） | | 年初预算数 | 跟踪期预算数
    | 年度资金总额 | 填写批复数 | 填写调整数
    年度总体目标 | 预期目标 | 填写年初目标 | 跟踪期实际完成情况 | 简要说明
    """,
    "填表说明 | \n项目名称 | 应填写全称\n跟踪时段 | 填写起止月份",
    "财政项目支出绩效跟踪表\n项目名称 | 项目全称，与批复一致\n主管部门 | 填写全称\n实施单位 | 填写全称\n预期目标 | 简要说明年度目标\n纠偏措施 | 如实填写",
  ])
  func instructionsAreNoForm(_ text: String) {
    #expect(names(text) == [])
    #expect(notes(text) == ["form.instructions"])
  }

  @Test(arguments: [
    "序号 | 项目名称 | 主管部门 | 实施单位\n1 | 甲工程 | 乙局 | 丙中心\n2 | 丁工程 | 乙局 | 戊中心",
    "财政项目支出绩效跟踪表\n项目名称 | 主管部门 | 实施单位\n甲工程 | 乙局 | 丙中心\n丁工程 | 乙局 | 戊中心\n己工程 | 乙局 | 戊中心",
    "项目名单\n序号 | 项目名称 | 实施单位 | 备注\n1 | 甲工程 | 丙中心\n2 | 丁工程 | 戊中心 | 新增",
  ])
  func aListOfNamesIsNoForm(_ text: String) {
    #expect(names(text) == [])
    #expect(notes(text) == ["form.list"])
  }

  @Test func aFormThatNobodyFilledInIsNone() {
    let text = """
      财政项目支出绩效跟踪表
      项目名称 |
      主管部门 | | | 实施单位 |
      预算执行情况 (万元) | | 年初预算数 | 跟踪期预算数
      | 年度资金总额 | |
      绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值
      """
    #expect(names(text) == [])
    #expect(notes(text) == ["form.blank"])
  }

  @Test(arguments: [
    "年度总体目标 | 预期目标 | 建成一座桥。",
    "预算执行情况 (万元) | | 年初预算数 | 跟踪期预算数\n | 年度资金总额 | 待定 |",
    "预算执行情况 (万元) | | 年初预算数 | 跟踪期预算数\n | 年度资金总额 | 0 |",
    "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值\n | 产出指标 | 数量指标 | 桥墩数 | ≥**个",
  ])
  func oneAmountTextOrGoalMakesAForm(_ block: String) {
    #expect(names("财政项目支出绩效跟踪表\n项目名称 | 甲工程\n" + block) == ["甲工程"])
  }

  @Test func aTableWithoutAnyLabelOfAProjectIsPartOfAForm() {
    let text = "甲工程项目支出绩效自评复核表\n一级指标 | 二级指标 | 三级指标 | 指标值\n产出指标 | 数量指标 | 桥墩数 | 4个"
    #expect(names(text) == [])
    #expect(notes(text) == ["form.sheet-with-part"])
  }

  @Test func aFormWhoseNameIsBlankIsAForm() {
    var tables = FormTables()
    tables.heading = "项目名称 |\n主管部门 | 乙局 | | 实施单位 | 丙中心"
    #expect(tables.recognized().forms.count == 1)
  }
}
