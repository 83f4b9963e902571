import Spreadsheet
import Testing
import TrackingModel

@testable import Recognition

/// What a column of a ledger holds, told by the words above it and by its neighbors.
@Suite struct LedgerHeadingsTests {
  /// The roles of columns, whose headings are one below the other apart by `/`.
  private static func roles(_ headings: String...) -> [LedgerRole] {
    let paths = headings.map { $0.split(separator: "/").map(String.init) }
    return LedgerHeadings(synonymIndex: SynonymIndex()).roles(of: paths)
  }

  @Test(arguments: [
    "财政拨款年初预算数", "财政拨款·年初预算数(万元)", "其中：财政拨款年初预算数", "年初预算数（财政拨款）", "年初预算数（财政拨款）（万元）",
    "财政拨款/年初预算数", "年初预算数/财政拨款", "预算执行情况（元）/财政拨款-年初预算数",
  ])
  func fundAndNumberMayStandTogetherInAnyWay(heading: String) {
    #expect(Self.roles(heading) == [.column(.amount(.currentYearAppropriation, .initialBudget))])
  }

  /// A heading over or under numbers that says nothing to us names a fund of its own; where the total has no other, the first is it.
  @Test func aStrangeHeadingAtNumbersNamesAFund() {
    #expect(
      Self.roles("项目名称", "年度资金总额/年初预算数", "专户结余/年初预算数", "年初预算数/专户结余") == [
        .column(.project), .column(.amount(.total, .initialBudget)),
        .furtherAmount(label: "专户结余", partOf: nil, .initialBudget), .formExtra("专户结余"),
      ])
    #expect(
      Self.roles("项目名称", "资金投入/年初预算数", "资金投入/跟踪期执行数", "其中：专户结余/年初预算数") == [
        .column(.project), .column(.amount(.total, .initialBudget)), .column(.amount(.total, .periodExpenditure)),
        .furtherAmount(label: "专户结余", partOf: nil, .initialBudget),
      ])
    // Over other columns, too, it names no fund.
    #expect(
      Self.roles("跟踪情况/项目名称", "跟踪情况/年初预算数") == [.column(.project), .column(.amount(.total, .initialBudget))])
  }

  @Test func whatWasReachedIsTheGoalsWhereTheIndicatorsHaveTheirs() {
    let roles = Self.roles("项目名称", "三级指标", "实际完成值", "预期目标", "实际完成情况")
    #expect(roles.suffix(3) == [.column(.actual), .column(.goalsExpected), .column(.goalsActual)])
    let grouped = Self.roles("项目名称", "三级指标", "年度总体目标/预期目标", "年度总体目标/实际完成情况", "实际完成值")
    #expect(grouped.suffix(3) == [.column(.goalsExpected), .column(.goalsActual), .column(.actual)])
  }

  @Test func budgetUnitImplementsWhereNoOtherDoes() {
    #expect(Self.roles("项目名称", "预算单位") == [.column(.project), .column(.implementingUnit)])
    #expect(
      Self.roles("项目名称", "预算单位", "实施单位") == [
        .column(.project), .formExtra("预算单位"), .column(.implementingUnit),
      ])
  }

  @Test func numberUnderAFundIsItsOwnWhereverTheBudgetStands() {
    let roles = Self.roles("项目名称", "三级指标", "预算执行情况/年度资金总额/全年预计执行数")
    #expect(roles.last == .fundExtra(.total, label: "全年预计执行数"))
  }

  @Test func possibilitiesKeepTheHeadingOverThem() {
    let roles = Self.roles("项目名称", "三级指标", "完成可能性分析/确定能", "完成可能性分析/有可能")
    #expect(roles.last == .possibilityTick("有可能", label: "完成可能性分析"))
  }
}
