import Testing
import TrackingModel

@testable import Recognition

/// Columns beyond those of the official form: kept, put together, or read as ticks.
@Suite struct IndicatorColumnsTests {
  private func first(_ text: String) -> Indicator? { FormTables(indicators: text).form().indicators.first }

  @Test func extraColumnsAreKept() {
    let indicator = first("一级指标 | 二级指标 | 三级指标 | 权重 | 年度指标值 | 实际完成值 | 备注\n产出指标 | 数量指标 | 甲 | 10 | 1 | 1 | 已核实")
    #expect(
      indicator?.extras == [Extra(label: "权重", text: "10", cell: "D11"), Extra(label: "备注", text: "已核实", cell: "G11")])
    #expect(indicator?.target?.text == "1")
  }

  @Test func splitTargetIsPutTogether() {
    let indicator = first("一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值\n产出指标 | 数量指标 | 甲 | ≥ | 90.00 | % | 95")
    #expect(indicator?.target == IndicatorValue(text: "≥90.00(%)", comparison: .atLeast, amount: "90.00", unit: "%"))
    let quality = first("一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值\n产出指标 | 数量指标 | 甲 | 定性 | 良好 | | 良好")
    #expect(quality?.target?.text == "良好")
  }

  /// `≤` is not what `≥90` says; `≥` is.
  @Test(arguments: [
    ("≤", "≥90", [Extra(label: "指标性质", text: "≤", cell: "D11")]), ("≥", "≥90", []), ("大于等于", "≥90", []),
  ])
  func aSignThatTheTargetContradictsIsKept(sign: String, target: String, extras: [Extra]) {
    let indicator = first(
      "一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值\n产出指标 | 数量指标 | 甲 | \(sign) | \(target) | 户 | 95")
    #expect(indicator?.target?.text == "≥90(户)")
    #expect(indicator?.extras == extras)
  }

  @Test func partsOfATargetWithoutAnAmountAreKept() {
    let indicator = first("一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值\n产出指标 | 数量指标 | 甲 | ≥ | | 户 | 95")
    #expect(indicator?.target == nil)
    #expect(
      indicator?.extras == [Extra(label: "指标性质", text: "≥", cell: "D11"), Extra(label: "度量单位", text: "户", cell: "F11")])
  }

  @Test func ticksAreTheDeviationReason() {
    let indicator = first(
      """
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1-7月执行情况 | 偏差原因分析 | | | | | | 完成目标可能性 | | | 备注
      | | | | | 经费保障 | 制度保障 | 人员保障 | 硬件条件保障 | 其他 | 原因说明 | 确定能 | 有可能 | 完全不可能 |
      产出指标 | 数量指标 | 甲 | 5 | 3 | √ | | √ | | | 缺人 | | √ | | 无
      """)
    #expect(indicator?.deviationReason == "经费保障、人员保障：缺人")
    #expect(indicator?.extras.map(\.text) == ["有可能", "无"])
    #expect(indicator?.extras.first?.label == "完成目标可能性")
    #expect(indicator?.actual?.text == "3")
  }

  @Test func otherReasonsAmongTicksAreOneOfThem() {
    let indicator = first(
      """
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 偏差原因分析 | | |
      | | | | | 经费原因 | 人员原因 | 其他原因 | 原因说明
      产出指标 | 数量指标 | 甲 | 5 | 3 | □ | √ | √ | 缺人
      """)
    #expect(indicator?.deviationReason == "人员原因、其他原因：缺人")
  }

  @Test func headingsOfTwoLinesMayBeRepeatedInBoth() {
    let indicator = first(
      """
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 完成可能性分析 | 完成可能性分析
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 确定能 | 有可能
      产出指标 | 数量指标 | 甲 | 5 | 3 | | √
      """)
    #expect(indicator?.extras == [Extra(label: "完成可能性分析", text: "有可能", cell: "G12")])
  }

  @Test func mergedReasonHoldsForItsRows() {
    let text = "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 偏差原因分析\n产出指标 | 数量指标 | 甲 | 5 | 3 | 因雨↓\n| 质量指标 | 乙 | 5 | 3 |"
    let indicators = FormTables(indicators: text).form().indicators
    #expect(indicators.map(\.deviationReason) == ["因雨", "因雨"])
  }
}
