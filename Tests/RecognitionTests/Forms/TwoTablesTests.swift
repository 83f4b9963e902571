import Testing
import TrackingModel

@testable import Recognition

/// Indicators that stand twice, for the year and for a longer time: the year's count, the others are kept.
@Suite struct TwoTablesTests {
  @Test(arguments: ["长期目标值", "中期指标值", "实施期目标值"])
  func `a header repeated behind a page break is settled as the first one was`(longer: String) {
    let header = "绩效指标↓ | 一级指标 | 二级指标 | 三级指标 | \(longer) | 年度指标值 | 跟踪期计划完成值 | 年度指标值 | 跟踪期实际完成值"
    let form = FormTables(
      indicators: """
        \(header)
         | 产出指标 | 数量指标 | 办结率 | ≥109(套) | ≤345(个) | 345 | ≥9013 | 345
        \(header)
         | 产出指标 | 时效指标 | 场次 | =283(户) | ≤378(%) | 44 | ≥9015 | 44
        """
    ).form()
    #expect(form.indicators.map { $0.target?.text } == ["≤345(个)", "≤378(%)"])
    #expect(form.indicators.map { $0.planned?.text } == ["345", "44"])
  }

  private static let header = "一级指标 | 二级指标 | 三级指标 | 指标值\n"

  private func texts(_ form: TrackingForm) -> [String] { form.extras.map(\.text) }

  @Test(arguments: ["长期绩效指标", "中期绩效指标", "实施期绩效指标", "总体绩效指标", "中长期指标"])
  func longTermTableAboveTheYears(_ label: String) {
    let found = FormTables(
      indicators: """
        \(label) | \(Self.header)| 产出指标 | 数量指标 | 三年造林 | ≥900(亩)
        年度绩效指标 | \(Self.header)| 产出指标 | 数量指标 | 当年造林 | ≥300(亩)
        """
    ).recognized()
    let form = found.forms.first?.form ?? TrackingForm()
    #expect(form.indicators.map(\.name) == ["当年造林"])
    #expect(texts(form) == ["产出指标", "数量指标", "三年造林", "≥900(亩)"])
    #expect(form.extras.map(\.label).last == "\(label)：指标值")
    #expect(rules(found).contains("form.table-beside-year A10"))
  }

  @Test func longTermTableBelowTheYears() {
    let form = FormTables(
      indicators: """
        年度绩效指标 | \(Self.header)| 产出指标 | 数量指标 | 当年造林 | ≥300(亩)
        长期绩效指标 | \(Self.header)| 产出指标 | 数量指标 | 三年造林 | ≥900(亩)
        """
    ).form()
    #expect(form.indicators.map(\.name) == ["当年造林"])
    #expect(texts(form) == ["产出指标", "数量指标", "三年造林", "≥900(亩)"])
  }

  @Test func bothTablesUnderOneHeader() {
    let form = FormTables(
      indicators: """
        | \(Self.header)长期绩效指标↓ | 产出指标 | 数量指标 | 三年造林 | ≥900(亩)
        | | 质量指标 | 成活率 | ≥85(%)
        年度绩效指标↓ | 产出指标 | 数量指标 | 当年造林 | ≥300(亩)
        | | 质量指标 | 成活率 | ≥90(%)
        """
    ).form()
    #expect(form.indicators.map(\.target?.text) == ["≥300(亩)", "≥90(%)"])
    #expect(form.indicators.map(\.level1) == ["产出指标", "产出指标"])
    #expect(texts(form).contains("≥900(亩)") && texts(form).contains("≥85(%)"))
  }

  @Test func rowsFilledInOneHalfOnly() {
    let right = FormTables(
      indicators: """
        绩效指标 | 一级指标↓ | 中期指标→ | | | 年度指标→ | |
        | | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值
        | 产出指标 | 数量指标 | 三年造林 | ≥900(亩) | 数量指标 | 当年造林 | ≥300(亩)
        | | 成本指标 | 三年总成本 | ≤90(万元) | - | / | -
        | 效益指标 | | | | 生态效益指标 | 新增绿地 | ≥3(公顷)
        """
    ).form()
    #expect(right.indicators.map(\.name) == ["当年造林", "新增绿地"])
    #expect(right.indicators.map(\.level1) == ["产出指标", "效益指标"])
    #expect(texts(right).contains("三年总成本") && texts(right).contains("≤90(万元)"))
    let left = FormTables(
      indicators: """
        绩效指标 | 一级指标↓ | 年度指标→ | | | 中期指标→ | |
        | | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值
        | 产出指标 | 数量指标 | 当年造林 | ≥300(亩) | | |
        | 效益指标 | | | | 生态效益指标 | 三年绿地 | ≥9(公顷)
        | | 社会效益指标 | 受益居民 | ≥500(人) | | |
        """
    ).form()
    #expect(left.indicators.map(\.name) == ["当年造林", "受益居民"])
    #expect(left.indicators.map(\.level1) == ["产出指标", "效益指标"])
    #expect(left.indicators.map(\.level2) == ["数量指标", "社会效益指标"])
  }

  @Test func longTermTableAloneCounts() {
    let form = FormTables(indicators: "长期绩效指标 | \(Self.header)| 产出指标 | 数量指标 | 三年造林 | ≥900(亩)").form()
    #expect(form.indicators.map(\.name) == ["三年造林"])
  }

  @Test(arguments: [
    ("中期指标→ | | | 年度指标→ | |", "当年造林"), ("年度指标→ | | | 中期指标→ | |", "三年造林"),
    ("长期绩效→ | | | 当年绩效→ | |", "当年造林"), ("年度→ | | | 长期→ | |", "三年造林"),
  ])
  func halvesSideBySide(_ groups: String, _ name: String) {
    let form = FormTables(
      indicators: """
        绩效指标↓ | 一级指标↓ | \(groups)
        | | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值
        | 产出指标 | 数量指标 | 三年造林 | ≥900(亩) | 质量指标 | 当年造林 | ≥300(亩)
        """
    ).form()
    #expect(form.indicators.map(\.name) == [name])
    #expect(form.indicators.first?.level1 == "产出指标")
    #expect(form.indicators.first?.extras.count == 3)
  }

  @Test func headingTypedTwiceIsAnErrorWithBothValues() {
    let found = FormTables(
      indicators: "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 实际完成值\n产出指标 | 数量指标 | 造林 | ≥3 | 2 | 1"
    ).recognized()
    let indicator = found.forms.first?.form.indicators.first
    #expect(indicator?.actual?.text == "2")
    #expect(indicator?.extras == [Extra(label: "实际完成值", text: "1", cell: "F11")])
    #expect(rules(found).contains("form.field-twice F11"))
  }
}
