import Testing
import TrackingModel

@testable import Recognition

/// Where the levels of indicators stand.
@Suite struct IndicatorHeadingsTests {
  private static func levels(_ indicators: String) -> [[String?]] {
    FormTables(indicators: indicators).form().indicators.map { [$0.level1, $0.level2, $0.name, $0.target?.text] }
  }

  @Test func namesOfLevelsMayStandInTheSecondLine() {
    let levels = Self.levels(
      """
      绩效指标 | | | 年度指标值 | 跟踪期 | | 偏差原因
      一级 | 二级 | 三级 | | 计划完成值 | 实际完成值 |
      产出 | 数量 | 桥 | ≥1座 | 1座 | 1座 |
      """)
    #expect(levels == [["产出指标", "数量指标", "桥", "≥1座"]])
  }

  @Test func levelsMayStandRightOfTheName() {
    let levels = Self.levels(
      """
      三级指标 | 一级指标 | 二级指标 | 年度指标值
      桥 | 产出指标 | 数量 | ≥1座
      路 | | 质量指标 | ≥2条
      """)
    #expect(levels == [["产出指标", "数量指标", "桥", "≥1座"], ["产出指标", "质量指标", "路", "≥2条"]])
  }

  @Test func levelsMayHaveRowsOfTheirOwn() {
    let levels = Self.levels(
      """
      指标 | 年度指标值 | 实际完成值
      （一）产出指标 | |
      1.数量指标 | |
      桥 | ≥1座 | 1座
      2.成本指标
      造价 | ≤9万元 | 8万元
      （二）满意度指标 | |
      1.服务对象满意度指标 | |
      居民满意度 | ≥90% | 91%
      """)
    #expect(
      levels == [
        ["产出指标", "数量指标", "桥", "≥1座"], ["产出指标", "成本指标", "造价", "≤9万元"],
        ["满意度指标", "服务对象满意度指标", "居民满意度", "≥90%"],
      ])
  }

  @Test(arguments: ["产出指标-数量指标", "产出指标—数量", "产出/数量指标", "产出指标⏎数量指标", "产出指标数量指标"])
  func bothLevelsMayStandInOneCell(_ words: String) {
    let found = FormTables(indicators: "指标类别 | 指标名称 | 年度指标值\n\(words) | 桥 | ≥1座").recognized()
    #expect(found.forms.first?.form.indicators.first?.level1 == "产出指标")
    #expect(found.forms.first?.form.indicators.first?.level2 == "数量指标")
    #expect(rules(found).contains("form.level-renamed A11"), "\(rules(found))")
  }

  @Test func levelThatAPageBreakRepeatsDoesNotMeanThatEveryRowHasOne() {
    let levels = Self.levels(
      """
      一级指标 | 二级指标 | 三级指标 | 年度指标值
      产出指标 | 质量指标 | 甲 | 1
      产出指标 | 质量指标 | 乙 | 2
      | 时效指标 | 丙 | 3
      | | 丁 | 4
      """)
    #expect(levels.map { $0[1] } == ["质量指标", "质量指标", "时效指标", "时效指标"])
  }

  @Test func levelIsMissingWhereEveryOtherRowHasOne() {
    let levels = Self.levels(
      """
      一级指标 | 二级指标 | 三级指标 | 年度指标值
      产出指标 | 质量指标 | 甲 | 1
      | 质量指标 | 乙 | 2
      | | 丙 | 3
      """)
    #expect(levels.map { $0[1] } == ["质量指标", "质量指标", nil])
  }
}
