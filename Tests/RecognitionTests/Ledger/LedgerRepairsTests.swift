import Findings
import Testing
import TrackingModel

@testable import Recognition

/// What a ledger does to its values, and what is told of it.
@Suite struct LedgerRepairsTests {
  @Test func cellsToTickLoseNothing() throws {
    let (forms, _) = try recognizeLedger(
      """
      项目名称 | 实施单位 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 偏差原因分析 | | | | 完成可能性 |
      | | | | | | 经费原因 | 人员原因 | 其他原因 | 原因说明 | 确定能 | 有可能
      修缮 | 房管所 | 面积 | >= | 80 | （平方米） | □ | 缺两人 | √ | 下雨 | × | 或许
      修缮 | 房管所 | 户数 | 正向 | 60 | - | ✅ | 否 | — | | 是 | 否
      """)
    let indicators = try #require(forms.first?.form.indicators)
    #expect(indicators[0].target == IndicatorValue(text: ">=80（平方米）"))
    #expect(indicators[0].deviationReason == "人员原因、其他原因：缺两人\n下雨")
    #expect(indicators[0].extras == [Extra(label: "有可能", text: "或许", cell: "L3")])
    #expect(indicators[1].target == IndicatorValue(text: "60"))
    #expect(indicators[1].deviationReason == "经费原因")
    #expect(
      indicators[1].extras == [
        Extra(label: "完成可能性", text: "确定能", cell: "K4"), Extra(label: "指标性质", text: "正向", cell: "D4"),
      ])
  }

  @Test func partsOfATargetWithoutAnAmountAreKept() throws {
    let (forms, _) = try recognizeLedger(
      """
      项目名称 | 实施单位 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值
      修缮 | 房管所 | 面积 | ≤ | — | 平方米 | 80
      """)
    let indicator = try #require(forms.first?.form.indicators.first)
    #expect(indicator.target == nil)
    #expect(
      indicator.extras == [Extra(label: "指标性质", text: "≤", cell: "D2"), Extra(label: "度量单位", text: "平方米", cell: "F2")])
  }

  @Test func headingsThatSayNothingAreNamed() throws {
    let (forms, findings) = try recognizeLedger(
      """
      项目名称 | 主管部门 | 实施单位 | 跟踪时段 | 资金投入 |  | 专户结余 | 其他事项
      | | | | 年初预算数 | 跟踪期执行数 | 年初预算数 | 实施进展 | 三级指标 | 年度指标值
      修缮 | 某局 | 房管所 | 2023年1-8月 | 10 | 5 | 4 | 已开工 | 面积 | 90
      """)
    let budget = try #require(forms.first?.form.budget)
    #expect(budget.total == BudgetLine(initialBudget: 10, periodExpenditure: 5))
    #expect(budget.additional == [AdditionalFund(label: "专户结余", partOf: nil, line: BudgetLine(initialBudget: 4))])
    let told = findings.map { "\($0.rule.name) \($0.place.cells?.a1 ?? "")" }
    for expected in ["ledger.total-assumed E2:F2", "form.fund-unknown G2", "form.other-cells H1"] {
      #expect(told.contains(expected), "\(told)")
    }
  }

  @Test func aSignThatTheTargetContradictsIsKept() throws {
    let (forms, _) = try recognizeLedger(
      """
      项目名称 | 实施单位 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值
      修缮 | 房管所 | 面积 | ≤ | ≥90 | 平方米 | 80
      修缮 | 房管所 | 户数 | ≥ | ≥90 | 户 | 80
      """)
    let indicators = try #require(forms.first?.form.indicators)
    #expect(indicators.map(\.target?.text) == ["≥90(平方米)", "≥90(户)"])
    #expect(indicators.map(\.extras) == [[Extra(label: "指标性质", text: "≤", cell: "D2")], []])
  }

  /// Half a million rows cannot be told apart one by one: what is done to a whole column is told once.
  @Test(arguments: [
    "form.level-renamed E2", "form.level-kept E4", "form.target-joined F1:H1", "value.code-split A2",
    "value.period-from-january C2", "value.full-width D2", "value.unit-converted D1", "ledger.carried-down A2",
  ])
  func repairsAreNotesWithTheirCells(rule: String) throws {
    let (forms, findings) = try recognizeLedger(
      """
      项目名称 | 实施单位 | 跟踪时段 | 年初预算数(元) | 二级指标 | 指标性质 | 指标值 | 度量单位 | 三级指标
      326A01-修缮 | 房管所 | 2023年8月 | １００ | 数量 | ≥ | 80 | % | 面积
        | | | | 数量 | ≥ | 60 | % | 户数
        | 清道队 | 2023年8月 | 5 | 新颖度 | ≥ | 5 | % | 人数
      """)
    let all = forms.flatMap(\.findings) + findings
    let found = all.filter { "\($0.rule.name) \($0.place.cells?.a1 ?? "")" == rule }
    #expect(found.first?.severity == .note, "\(all.map { "\($0.rule.name) \($0.place.cells?.a1 ?? "")" })")
  }
}
