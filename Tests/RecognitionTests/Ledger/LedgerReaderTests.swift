import Findings
import Foundation
import Spreadsheet
import Testing
import TrackingModel

@testable import Recognition

@Suite struct LedgerReaderTests {
  @Test func rowsOfOneProjectUnitAndPeriodAreOneFormWhereverTheyStand() throws {
    let (forms, _) = try recogniseLedger(
      """
      项目名称 | 实施单位 | 跟踪时段     | 年初预算数(万元) | 三级指标 | 年度指标值
      道路保洁 | 环卫所   | 2023年1-8月  | 100             | 保洁面积 | ≥80(%)
      垃圾清运 | 环卫所   | 2023年1-8月  | 60              | 及时率   | =100(%)
      道路保洁 | 环卫所   | 2023年1-8月  | 100             | 投诉率   | ≤5(%)
      道路保洁 | 清道队   | 2023年1-8月  | 30              | 保洁面积 | ≥20(%)
      道路保洁 | 环卫所   | 2023年1-12月 | 100             | 保洁面积 | ≥80(%)
      """)
    #expect(forms.map { $0.form.project.name } == ["道路保洁", "垃圾清运", "道路保洁", "道路保洁"])
    #expect(forms.map { $0.form.implementingUnit.name } == ["环卫所", "环卫所", "清道队", "环卫所"])
    #expect(forms[0].form.indicators.map(\.name) == ["保洁面积", "投诉率"])
    #expect(forms[0].form.budget.total?.initialBudget == 100)
    #expect(forms[0].findings.isEmpty)
    #expect(forms[0].sources["indicators[1].target"].map(\.a1) == ["F4"])
    #expect(forms[0].sources["project.name"].map(\.a1) == ["A2"])
    #expect(forms[0].form.source?.cells == "A2:F4")
    #expect(forms[0].sources.place(of: "indicators[1].actual").cells?.a1 == "E4:F4")
    #expect(forms[0].sources.place(of: "budget.total.periodBudget").cells?.a1 == "D2")
  }
}
