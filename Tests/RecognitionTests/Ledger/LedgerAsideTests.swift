import Findings
import Foundation
import Spreadsheet
import Testing
import TrackingModel

@testable import Recognition

/// Rows of a ledger that are no data.
@Suite struct LedgerAsideTests {
  @Test(arguments: ["联系电话：021-12345678", "（单位盖章）", "填报人：张三", "注：金额保留两位小数。", "说明：略"])
  func whatStandsBelowTheRowsIsNoProject(line: String) throws {
    let (forms, findings) = try recognizeLedger(
      """
      项目名称 | 实施单位 | 年初预算数(万元) | 三级指标 | 年度指标值
      修缮 | 房管所 | 100 | 面积 | 80
      \(line)
      """)
    #expect(forms.count == 1)
    #expect(findings.contains { $0.rule == .ledgerOtherRow && $0.place.cells?.a1 == "A3" })
  }

  @Test func headerOfTwoRowsRepeatedOnAnotherPageIsNoProject() throws {
    let header = """
      项目名称 | 实施单位 | 预算执行情况（万元） | | 年度总体目标 |
      | | 年初预算数 | 执行数 | 预期目标 | 实际完成情况
      """
    let (forms, findings) = try recognizeLedger(
      """
      \(header)
      修缮 | 房管所 | 100 | 50 | 建成 | 完工
      \(header)
      保洁 | 环卫所 | 60 | 30 | 建成 | 完工
      """)
    #expect(forms.map(\.form.project.name) == ["修缮", "保洁"])
    #expect(findings.count { $0.rule == .ledgerRepeatedHeader } == 2)
  }

  @Test func sumsMayBeCalledSoInAnyColumn() throws {
    let (forms, findings) = try recognizeLedger(
      """
      年初预算数(万元) | 执行数(万元) | 项目名称 | 实施单位 | 三级指标
      100 | 50 | 修缮 | 房管所 | 面积
      100 | 50 | | 合计 |
      """)
    #expect(forms.count == 1)
    #expect(findings.contains { $0.rule == .ledgerSumRow && $0.place.cells?.a1 == "A3:D3" })
  }

  // MARK: Departments and units in rows of their own

  @Test(arguments: ["乙局 | | | 160 | 80", "| 乙局所属单位 | | 160 | 80", "乙局 | | | 160"])
  func aDepartmentWithoutAProjectIsASum(_ row: String) throws {
    let (forms, findings) = try recognizeLedger(
      """
      主管部门 | 实施单位 | 项目名称 | 年初预算数(万元) | 执行数(万元)
      \(row)
      乙局 | 房管所 | 修缮 | 100 | 50
      乙局 | 环卫所 | 保洁 | 60 | 30
      """)
    #expect(forms.map(\.form.project.name) == ["修缮", "保洁"])
    #expect(forms.map(\.form.budget.total?.initialBudget) == [100, 60])
    #expect(findings.contains { $0.rule == .ledgerSumRow && $0.place.cells?.first.row == 1 })
  }

  /// A row that names a unit and says what was reached is a project whose name is missing.
  @Test(arguments: ["乙局 | 房管所 | | 100 | 50 |", "乙局 | | | 100 | 50 | 加快施工。"])
  func aRowThatSaysMoreIsAProjectWithoutItsName(_ row: String) throws {
    let (forms, _) = try recognizeLedger(
      """
      主管部门 | 实施单位 | 项目名称 | 年初预算数(万元) | 执行数(万元) | 纠偏措施
      \(row)
      乙局 | 环卫所 | 保洁 | 60 | 30 | 无
      """)
    #expect(forms.count == 2)
    #expect(forms.first?.findings.contains { $0.rule == .ledgerNoProject } == true)
  }

  @Test func departmentsAsHeadingsHoldForTheRowsBelow() throws {
    let (forms, findings) = try recognizeLedger(
      """
      主管部门 | 实施单位 | 项目名称 | 年初预算数(万元) | 执行数(万元)
      乙局
      | 房管所 | 修缮 | 100 | 50
      丁局
      | 环卫所 | 保洁 | 60 | 30
      """)
    #expect(forms.map(\.form.supervisingDepartment.name) == ["乙局", "丁局"])
    #expect(findings.count { $0.rule == .ledgerGroupRow } == 2)
  }

  @Test(arguments: ["单位名称、项目名称", "单位/项目名称", "单位名称（项目名称）"])
  func unitsMayStandAmongTheirProjects(_ heading: String) throws {
    let (forms, findings) = try recognizeLedger(
      """
      \(heading) | 项目年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位
      1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
      房管所
      修缮 | 建成 | 产出指标 | 数量指标 | 面积 | ≥ | 80 | 平方米
      | | 效益指标 | 社会效益指标 | 便利程度 | | 提升 |
      环卫所
      修缮 | 完工 | 产出指标 | 数量指标 | 面积 | ≥ | 90 | 平方米
      """)
    #expect(forms.map(\.form.implementingUnit.name) == ["房管所", "环卫所"])
    #expect(forms.map(\.form.indicators.count) == [2, 1])
    #expect(forms.map(\.form.goals.expected) == ["建成", "完工"])
    #expect(forms.first?.form.indicators.first?.target?.text == "≥80(平方米)")
    #expect(findings.contains { $0.rule == .ledgerColumnNumbers })
  }

  // MARK: Rows that number the columns

  @Test func aRowOfColumnNumbersIsNoProject() throws {
    let (forms, findings) = try recognizeLedger(
      """
      序号 | 项目名称 | 实施单位 | 年初预算数(万元) | 执行数(万元)
      1 | 2 | 3 | 4 | 5
      1 | 修缮 | 房管所 | 100 | 50
      """)
    #expect(forms.map(\.form.project.name) == ["修缮"])
    #expect(findings.contains { $0.rule == .ledgerColumnNumbers && $0.place.cells?.a1 == "A2:E2" })
  }

  @Test func numbersThatDoNotCountAreData() throws {
    let (forms, _) = try recognizeLedger(
      "序号 | 项目名称 | 实施单位 | 年初预算数(万元) | 执行数(万元)\n1 | 2 | 3 | 4 | 6")
    #expect(forms.count == 1)
  }

  // MARK: What holds for all rows

  @Test func aYearAboveTheRowsIsTheirPeriod() throws {
    let (forms, _) = try recognizeLedger(
      """
      绩效目标公开表
      （2025年度）
      项目名称 | 项目单位 | 项目当年预算（万元） | 年度绩效目标 | 三级指标 | 指标值
      修缮 | 房管所 | 36.5 | 建成 | 面积 | 80
      """)
    #expect(forms.first?.form.period.start?.description == "2025-01")
    #expect(forms.first?.form.period.end?.description == "2025-12")
    #expect(forms.first?.form.budget.total?.initialBudget == Decimal(string: "36.5"))
  }

  @Test func filteredRowsAreReadAndNamed() throws {
    let texts = [
      ["项目名称", "实施单位", "年初预算数(万元)", "执行数(万元)"], ["修缮", "房管所", "100", "50"], ["保洁", "环卫所", "60", "30"],
      ["绿化", "园林所", "40", "20"],
    ]
    let rows = texts.enumerated().map { index, words in
      Row(
        index: index,
        cells: words.enumerated().map { Cell(at: CellReference(row: index, column: $0.offset), text: $0.element) },
        isHidden: index == 1 || index == 2)
    }
    let (forms, findings) = try recognize([("台账", rows)])
    #expect(forms.count == 3)
    #expect(findings.filter { $0.rule == .hiddenCellsRead }.map { $0.place.cells?.a1 } == ["A2:D3"])
  }

  @Test func hiddenColumnsAreReadAndNamed() throws {
    let (forms, findings) = try recognizeLedger(
      """
      项目名称 | 主管部门 | 年初预算数(万元) | 实施单位 | 三级指标 | 年度指标值 | 备注
      修缮 | 乙局 | 100 | 房管所 | 面积 | 80 | 略
      保洁 | 乙局 | 60 | 环卫所 | 里程 | 9 | 略
      """, hiddenColumns: [1, 2, 6, 9])
    #expect(forms.map(\.form.supervisingDepartment.name) == ["乙局", "乙局"])
    #expect(forms.first?.form.budget.total?.initialBudget == 100)
    #expect(findings.filter { $0.rule == .hiddenCellsRead }.map { $0.place.cells?.a1 } == ["B1:C3", "G1:G3"])
  }

  @Test func aHiddenColumnNeverBeatsAVisibleOne() throws {
    let (forms, findings) = try recognizeLedger(
      """
      项目名称 | 年初预算数(万元) | 年初预算数(万元) | 实施单位 | 三级指标 | 年度指标值
      修缮 | 777 | 100 | 房管所 | 面积 | 80
      """, hiddenColumns: [1])
    #expect(forms.first?.form.budget.total?.initialBudget == 100)
    #expect(forms.first?.form.extras.map(\.text) == ["777"])
    #expect(findings.contains { $0.rule == .hiddenCellsRead })
  }

  @Test func theFundOfSeveralProjectsIsThatOfEach() throws {
    let (forms, _) = try recognizeLedger(
      """
      一级项目名称 | 二级项目名称 | 实施单位 | 年初预算数(万元) | 执行数(万元)
      排水养护 | 疏通 | 房管所 | 100 | 50
      | 改造 | 环卫所 | 60 | 30
      """)
    #expect(forms.map { $0.form.extras.first?.text } == ["排水养护", "排水养护"])
  }
}
