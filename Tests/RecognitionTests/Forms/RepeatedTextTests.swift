import Findings
import Foundation
import Spreadsheet
import Testing

@testable import Recognition

/// Exports that say the text of merged cells again in every cell they covered.
@Suite struct RepeatedTextTests {
  private static let tables = FormTables(
    title: "财政项目支出绩效跟踪表 | 财政项目支出绩效跟踪表 | 财政项目支出绩效跟踪表",
    heading: "项目名称 | 甲工程 | 甲工程 | 甲工程\n主管部门 | 乙局 | 乙局 | 实施单位 | 丙中心 | 丙中心",
    budget: """
      预算执行情况 (万元) | | | 年初预算数 | 跟踪期预算数 | 跟踪期执行数 | 执行率(%)
      预算执行情况 (万元) | 年度资金总额 | 年度资金总额 | 0.00 | 0.00 | 0.00 | 0.00
      """,
    goals: """
      年度总体目标 | 预期目标 | 预期目标 | 预期目标 | 跟踪期实际完成情况 | 跟踪期实际完成情况
      年度总体目标 | 建桥。 | 建桥。 | 建桥。 | 建桥。 | 建桥。
      """,
    indicators: """
      绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 跟踪期计划完成值 | 跟踪期实际完成值 | 偏差原因分析 | 偏差原因分析
      绩效指标 | 产出指标 | 质量指标 | 桥墩质量 | 提升 | 提升 | 提升 | 无 | 无
      """,
    assessment: "绩效跟踪总体判断 | 年度项目预算完成可能性 | 年度项目预算完成可能性 | 确定能完成 | 确定能完成",
    measures: "纠偏措施 | 加快。 | 加快。")

  @Test func repeatedCellsAreOne() {
    let found = Self.tables.recognized()
    let form = found.forms.first?.form
    #expect(form?.project.name == "甲工程")
    #expect(form?.implementingUnit.name == "丙中心")
    #expect(form?.correctiveMeasures == "加快。")
    #expect(form?.assessment.budgetCompletion?.text == "确定能完成")
    #expect(form?.indicators.first?.deviationReason == "无")
    #expect(rules(found).contains("form.merges-repeated A1:I11"), "\(rules(found))")
    #expect(!rules(found).contains { $0.hasPrefix("form.other-cells") || $0.hasPrefix("form.text-joined") })
    #expect(found.forms.first?.sources["project.name"].map(\.a1) == ["B2", "C2", "D2"])
  }

  @Test(arguments: ["偏差原因分析 | | 53户 | 53户 | 三级指标", "其他资金 | | 4 | 4 | 年度指标值", "二级指标 | | 95% | 95% | 实际完成值"])
  func `a row of values is none of headings though its words are spelled like them`(row: String) {
    var tables = Self.tables
    tables.indicators += "\n绩效指标 | 产出指标 | 质量指标 | \(row)"
    let typed = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    let found = tables.form().indicators.last
    #expect(found?.name == typed[0] && found?.target == nil && found?.deviationReason == typed[4])
    #expect(found?.planned?.text == typed[2] && found?.actual?.text == typed[3])
  }

  @Test func `a row of its own below the budget has two labels with their texts`() {
    var tables = Self.tables
    tables.budget += "\n衔接事项 | 管线 | 管线 | 管线 | 牵头科室 | 建设科 | 建设科"
    let extras = tables.form().extras.map { $0.label + "=" + $0.text }
    #expect(extras == ["衔接事项=管线", "牵头科室=建设科"])
  }

  @Test(arguments: ["总分", "合计", "得分合计"])
  func `a row of scores is no indicator though its words are repeated`(words: String) {
    var tables = Self.tables
    tables.indicators += "\n" + Array(repeating: words, count: 6).joined(separator: " | ") + " | 100 | 100"
    let form = tables.form()
    #expect(form.indicators.map(\.name) == ["桥墩质量"])
    #expect(form.extras.map { $0.label + "=" + $0.text } == [words + "=100"])
  }

  @Test(arguments: ["合计", "总计", "年度资金总额"])
  func `a total of the budget keeps its equal amounts apart`(words: String) {
    var tables = Self.tables
    tables.budget = """
      预算执行情况 (万元) | | | 年初预算数 | 跟踪期预算数 | 跟踪期执行数 | 执行率(%)
      | \(words) | \(words) | 100 | 100 | 50 | 50
      """
    let total = tables.form().budget.total
    #expect(total?.initialBudget == 100 && total?.periodBudget == 100)
    #expect(total?.periodExpenditure == 50 && total?.executionRate == 50)
  }

  @Test func `labels over their values head one row only`() {
    var tables = Self.tables
    tables.heading = """
      项目名称 | 项目名称 | 主管部门 | 主管部门 | 实施单位 | 实施单位 | 实施单位
      甲工程 | 甲工程 | 乙局 | 乙局 | 丙中心 | 丙中心 | 丙中心
      衔接事项 | 管线迁改 | 管线迁改 | 管线迁改 | 牵头科室 | 建设科 | 建设科
      """
    let form = tables.form()
    #expect(form.project.name == "甲工程" && form.supervisingDepartment.name == "乙局")
    #expect(form.implementingUnit.name == "丙中心")
    #expect(form.extras.map { $0.label + "=" + $0.text } == ["衔接事项=管线迁改", "牵头科室=建设科"])
  }

  @Test func equalValuesUnderTwoHeadingsAreTwo() {
    let form = Self.tables.form()
    #expect(form.goals.expected == "建桥。")
    #expect(form.goals.actual == "建桥。")
    #expect(form.budget.total?.initialBudget == 0)
    #expect(form.budget.total?.executionRate == 0)
    #expect(form.indicators.first?.target?.text == "提升")
    #expect(form.indicators.first?.actual?.text == "提升")
  }

  @Test(arguments: [Set<Int>(), [8]])
  func headingTypedTwiceAndRepeatedOnAFurtherPageIsNoMerge(hidden: Set<Int>) {
    let header = "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 跟踪期计划完成值 | 跟踪期实际完成值 | 偏差原因分析 | 偏差原因分析\n"
    let tables = FormTables(
      indicators: header.replacing("绩效指标 |", with: " |") + "| 产出指标 | 数量指标 | 桥墩数 | 4 | 4 | 4 | | 旧稿\n" + header
        + "| 产出指标 | 质量指标 | 合格率 | 98% | 98% | 98% | 雨季 | 旧稿")
    let sheet = table(tables.text)
    let form = Recognizer().recognize(Sheet(info: sheet.info, cells: sheet.cells, hiddenColumns: hidden)).forms.first?
      .form
    #expect(form?.indicators.map(\.deviationReason) == [nil, "雨季"])
    #expect(form?.indicators.map { $0.extras.map(\.text) } == [["旧稿"], ["旧稿"]])
  }

  /// The second row of headings has those under 偏差原因分析 alone; the others go down over both.
  @Test func equalValuesUnderHeadingsOfTwoRowsAreTwo() {
    let form = FormTables(
      indicators: """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 跟踪期计划完成值 | 跟踪期实际完成值 | 偏差原因分析 | 偏差原因分析 | 偏差原因分析
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | | | 经费保障 | 人员保障 | 原因说明
        绩效指标 | 产出指标 | 数量指标 | 桥墩数 | 4座 | 3.00 | 3.00 | | √ | 缺人
        """, assessment: "绩效跟踪总体判断 | 年度项目预算完成可能性 | 有可能完成 | 有可能完成"
    ).form()
    #expect(form.indicators.map(\.planned?.text) == ["3.00"])
    #expect(form.indicators.map(\.actual?.text) == ["3.00"])
    #expect(form.indicators.map(\.deviationReason) == ["人员保障：缺人"])
  }

  @Test func oneRowThatRepeatsItsValueHasOneValue() {
    let named = FormTables(heading: "项目名称 | 甲工程 | 甲工程 | 甲工程 | 甲工程")
    #expect(named.form().project.name == "甲工程" && named.form().extras.isEmpty)
    #expect(named.findings().contains("form.merges-repeated B2:E2"))
    #expect(!named.findings().contains { $0.hasPrefix("form.other-cells") })
    let goals = FormTables(goals: "年度总体目标 | 预期目标 | | | 跟踪期实际完成情况 |\n| 建成桥。 | 建成桥。 | 建成桥。 | 建成桥。 | 建成桥。").form().goals
    #expect(goals.expected == "建成桥。" && goals.actual == "建成桥。")
    let measures = FormTables(measures: "纠偏措施 | 加快施工。 | 加快施工。 | 加快施工。").form()
    #expect(measures.correctiveMeasures == "加快施工。" && measures.extras.isEmpty)
  }

  @Test func equalNeighborsOfOtherFormsStayApart() {
    let found = FormTables(heading: "项目名称 | 其他资金 | 其他资金").recognized()
    #expect(!rules(found).contains { $0.hasPrefix("form.merges-repeated") })
  }
}
