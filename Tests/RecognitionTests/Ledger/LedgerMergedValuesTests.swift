import Findings
import Spreadsheet
import Testing

@testable import Recognition

/// What a foreign ledger merges down over several indicators holds for each of them.
@Suite struct LedgerMergedValuesTests {
  private static let ledger = """
    项目名称↓ | 实施单位 | 三级指标 | 年度指标值 | 实际完成值 | 偏差原因分析 | 备注
    甲↓ | 丙↓ | 桥 | 1座 | 1座 | 雨季↓ | 重点↓
    | | 路 | 2条↓ | 1条 | |
    | | 灯 | | 3盏 | 缺货 |
    乙 | 丁 | 桩 | 4根 | 4根 | | 一般
    """

  private static func read() -> RecognizedSheet {
    Recognizer().recognize(table(ledger.replacing("项目名称↓", with: "项目名称")))
  }

  @Test func reasonsTargetsAndExtrasAreShared() {
    let form = Self.read().forms.first?.form
    #expect(form?.indicators.map(\.deviationReason) == ["雨季", "雨季", "缺货"])
    #expect(form?.indicators.map { $0.target?.text } == ["1座", "2条", "2条"])
    #expect(form?.indicators.map { $0.extras.map(\.text) } == [["重点"], ["重点"], ["重点"]])
  }

  @Test func sharingIsNoted() {
    #expect(
      rules(Self.read()).filter { $0.hasPrefix("form.merged-value") } == [
        "form.merged-value F2:F3", "form.merged-value G2:G4", "form.merged-value D3:D4",
      ])
  }

  @Test func otherProjectsTakeNothing() {
    #expect(Self.read().forms.last?.form.indicators.map(\.deviationReason) == [nil])
  }
}
