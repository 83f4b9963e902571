import Findings
import Testing
import TrackingModel

@testable import Recognition

/// Rows of a ledger that are no data.
@Suite struct LedgerAsideTests {
  @Test(arguments: ["联系电话：021-12345678", "（单位盖章）", "填报人：张三", "注：金额保留两位小数。", "说明：略"])
  func whatStandsBelowTheRowsIsNoProject(line: String) throws {
    let (forms, findings) = try recogniseLedger(
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
    let (forms, findings) = try recogniseLedger(
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
    let (forms, findings) = try recogniseLedger(
      """
      年初预算数(万元) | 执行数(万元) | 项目名称 | 实施单位 | 三级指标
      100 | 50 | 修缮 | 房管所 | 面积
      100 | 50 | | 合计 |
      """)
    #expect(forms.count == 1)
    #expect(findings.contains { $0.rule == .ledgerSumRow && $0.place.cells?.a1 == "A3:D3" })
  }
}
