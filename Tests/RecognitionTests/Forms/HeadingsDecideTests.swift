import Testing
import TrackingModel

@testable import Recognition

/// A value belongs to the heading above it, whatever the words are; only where the places of cells are lost do words say more.
@Suite struct HeadingsDecideTests {
  private static let header = "绩效指标↓ | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 跟踪期计划完成值 | 跟踪期实际完成值 | 偏差原因分析\n"

  /// What an indicator says, column by column.
  private func words(_ indicator: Indicator) -> [String] {
    let words = [
      indicator.level1, indicator.level2, indicator.name, indicator.target?.text, indicator.planned?.text,
      indicator.actual?.text, indicator.deviationReason,
    ]
    return words.map { $0 ?? "-" }
  }

  private func indicators(_ rows: String, header: String = header) -> [[String]] {
    FormTables(indicators: header + rows).form().indicators.map(words)
  }

  @Test(arguments: [
    "| 效益指标 | 游客口碑 | 景区整洁 | ≥90(分) | 80 | 82 | 雨天",
    "| 满意度指标 | 师生满意度 | 食堂满意度 | ≥90(%) | 80 | 82 | 雨天",
    "| 数量指标 | 质量指标 | 社会效益指标 | ≥1 | 1 | 1 | 时效指标",
    "| 过程指标 | 满意度 | 满意度 | 提升 | 提升 | 提升 | 满意度",
    "| 满意度指标 | 满意度指标满意度 | 90 | ≥90 | 90 | 90 | 90",
    "| 效益指标 | 项目名称 | 纠偏措施 | 主管部门 | 年度总体目标 | 其他资金 | 实施单位",
    "| 产出指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 完成值 | 备注",
    "| 甲甲 | 乙乙 | 合计 | 5 | 4 | 4 | 总分",
  ])
  func anyWordsAreReadUnderTheirHeadings(_ row: String) {
    let typed = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    let first = "| 产出指标 | 数量指标 | 长度 | ≥8(米) | 5 | 5 |\n"
    let found = indicators(first + row)
    #expect(found.count == 2)
    let expected = [
      IndicatorCatalog.level1(typed[0]) ?? typed[0], IndicatorCatalog.level2(typed[1]) ?? typed[1],
    ]
    #expect(found.last == expected + typed[2...])
  }

  @Test(arguments: ["质量指标 | 产出指标", "产出指标 | 效益指标", "数量指标 | 数量指标", "时效指标 | 满意度指标", "成本指标 | 产出指标"])
  func `rows behind a page break keep the places that the block's label gives them`(levels: String) {
    let found = indicators(
      """
       | 产出指标 | 数量指标 | 长度 | ≥8(米) | 5 | 5 |
      绩效指标↓ | 效益指标 | 社会效益指标 | 照明 | 健全 | 健全 | 健全 |
       | \(levels) | 档案 | 健全 | 健全 | 健全 |
      """)
    #expect(found.last.map { Array($0[2...]) } == ["档案", "健全", "健全", "健全", "-"])
    let ofOneRow = indicators(
      """
       | 产出指标↓ | 数量指标 | 长度 | ≥8(米) | 5 | 5 |
       | | 质量指标 | 合格 | ≥9(%) | 9 | 9 |
      绩效指标 | \(levels) | 档案 | 健全 | 健全 | 健全 |
      """)
    #expect(ofOneRow.last.map { Array($0[2...]) } == ["档案", "健全", "健全", "健全", "-"])
  }

  @Test func `a level that comes down from a row in doubt is in doubt as well`() {
    let table = """
      绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标属性 | 年度指标值 | 跟踪期计划完成值 | 跟踪期实际完成值 | 偏差原因分析 | 备注
       | 产出指标 | 质量指标 | 验收率 | 常年 | =9(场) | 9 | 9 | |
       | | 质量指标 | 完好率 | | =153(场) | 21 | 21 | |
       | | 成本指标 | 补贴数 | 常年 | ≤294(套) | 12 | 12 | |
       | 成本指标 | 维修数 | 临时 | 12月底前 | 12月底 | 12月底 | | 保障正常运行。 |
       | | 成本指标 | 覆盖率 | 常年 | 12月底前 | 12月底 | 12月底 | 按进度 | 无
      """
    let tables = FormTables(indicators: table)
    let levels = tables.form().indicators.map { $0.level1 ?? "-" }
    let doubts = tables.findings().filter { $0.hasPrefix("form.placement-in-doubt") }
    #expect(levels.prefix(3) == ["产出指标", "产出指标", "产出指标"])
    #expect(Set(levels.suffix(2)).count == 1 && doubts.count == (levels.last == "产出指标" ? 1 : 2), "\(levels) \(doubts)")
  }

  @Test func unknownLevelsAreKeptWithANote() {
    let findings = FormTables(indicators: Self.header + "| 投入类 | 游客口碑 | 景区整洁 | ≥90(分) | 80 | 82 |").findings()
    #expect(findings.contains("form.level-kept B11") && findings.contains("form.level-kept C11"))
    #expect(!findings.contains { $0.hasPrefix("form.row-realigned") })
  }

  @Test(arguments: [
    ("分值 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值", 0), ("一级指标 | 分值 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值", 1),
    ("一级指标 | 二级指标 | 分值 | 三级指标 | 年度指标值 | 实际完成值", 2), ("一级指标 | 二级指标 | 三级指标 | 牵头科室 | 年度指标值 | 实际完成值", 3),
    ("一级指标 | 二级指标 | 三级指标 | 年度指标值 | 牵头科室 | 实际完成值", 4), ("一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 牵头科室", 5),
  ])
  func columnsOfTheirOwnAreKeptWhereverTheyStand(_ header: String, _ place: Int) {
    var typed = ["效益指标", "游客口碑", "景区整洁", "≥90(分)", "82"]
    typed.insert("20", at: place)
    let indicator = FormTables(indicators: "\(header)\n\(typed.joined(separator: " | "))").form().indicators.first
    #expect(indicator.map(words) == ["效益指标", "游客口碑", "景区整洁", "≥90(分)", "-", "82", "-"])
    #expect(indicator?.extras.map(\.text) == ["20"])
    #expect(indicator?.extras.map(\.label) == [place < 3 ? "分值" : "牵头科室"])
  }

  @Test func tableInPlaceIsNeverShiftedWhereMergesAreLost() {
    let header = Self.header.replacing("↓", with: "")
    let rows = """
      | 效益指标 | 游客口碑 | 景区整洁 | ≥90(分) | 80 | 82 |
      | | 社会效益 | 服务对象满意度 | ≥90(%) | 90 | 91 |
      | 过程 | 制度 | 制度健全 | 健全 | 健全 | 健全 |
      """
    let recognized = FormTables(indicators: header + rows).recognized()
    #expect(recognized.forms.first?.form.indicators.map(\.name) == ["景区整洁", "服务对象满意度", "制度健全"])
    #expect(recognized.forms.first?.form.indicators.map(\.level1) == ["效益指标", "效益指标", "过程"])
    #expect(!rules(recognized).contains { $0.hasPrefix("form.placement-in-doubt") })
  }

  @Test func neighborsTellWhereALostRowStands() {
    let header = Self.header.replacing("↓", with: "")
    let rows = """
      | 效益指标 | 游客口碑 | 景区整洁 | ≥90(分) | 80 | 82 |
      | | 建设进度 | 土建 | ≥60(%) | 60 | 60 |
      建设进度 | | 装修 | ≥30(%) | 30 | 30 |
      游客口碑 | 导览 | ≥80(分) | 80 | 81 | |
      """
    let found = FormTables(indicators: header + rows).form().indicators
    #expect(found.map(\.name) == ["景区整洁", "土建", "装修", "导览"])
    #expect(found.map(\.actual?.text) == ["82", "60", "30", "81"])
  }

  /// 产出指标 is somebody's level 2 here: rows that can only be read in place tell it of the one that could be read otherwise.
  @Test func neighborsReadInPlaceTellWhatALevelIs() {
    let form = FormTables(
      indicators: """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 责任科室 | 年度指标值 | 跟踪期计划完成值 | 跟踪期实际完成值 | 进度说明 | 偏差原因分析
        | 效益指标 | 社会效益指标 | 发放准确率 | 养老科 | 达标 | 达标 | 达标 | 正常 |
        | | 产出指标 | 绿地覆盖率 | | =356.00(套) | 264.00 | 264.00 | 推进 |
        | | 产出指标 | 补贴人数 | 文体科 | 12月底前 | 12月底 | 12月底 | 也可 | 无
        | | 产出指标 | 开展场次 | 信息科 | 健全 | 健全 | 健全 | 顺利 |
        | | 产出指标 | 验收合格率 | | =285.00(平方米) | 185.00 | 185.00 | 尚可 |
        """
    ).form()
    #expect(form.indicators.map(\.name) == ["发放准确率", "绿地覆盖率", "补贴人数", "开展场次", "验收合格率"])
    #expect(form.indicators.map(\.level1).allSatisfy { $0 == "效益指标" })
    #expect(form.indicators.dropFirst().map(\.level2).allSatisfy { $0 == "产出指标" })
  }

  @Test func aCloseCallNamesBothReadings() {
    let header = Self.header.replacing("↓", with: "")
    let rows = """
      | 产出指标 | 数量指标 | 长度 | ≥8(米) | 5 | 5 |
      | | 质量指标 | 外观 | 优良 | 优良 | 优良 |
      | 时效指标 | 完工 | 及时 | 及时 | 及时 | |
      | 建设进度 | 装修 | 及时 | 及时 | 及时 | |
      """
    let found = FormTables(indicators: header + rows).recognized()
    let doubt = found.forms.flatMap(\.findings).first { $0.rule == .placementInDoubt }
    #expect(doubt?.severity == .warning)
    #expect(doubt?.values["read"]?.contains("三级指标=") == true && doubt?.values["found"]?.contains("三级指标=") == true)
    #expect(doubt?.values["read"] != doubt?.values["found"])
  }

  @Test(arguments: ["无", "无。", "无偏差"])
  func `a reason that says there is none keeps a row without values from being read in place in silence`(reason: String)
  {
    let table = """
      绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 指标方向性 | 责任科室 | 跟踪期计划完成值 | 跟踪期实际完成值 | 偏差原因分析
      | 产出指标 | 数量指标 | 维护面积 | 明显改善 | 正向 | 园林科 | 明显改善 | 明显改善 |
      | | 数量指标 | 开展场次 | 达标 | | 文体科 | 达标 | 达标 |
      | | 时效指标 | 及时率 | 达标 | | 养护科 | 达标 | 达标 | —
      | 成本指标 | 维修上报 | 提升 | 校舍维修加强过程监督。 | | — | — | \(reason) |
      | | 成本指标 | 维护单价 | ≤63(万元) | | 财务科 | 0.00 | 0.00 | /
      """
    let found = FormTables(indicators: table).recognized().forms.first
    let indicator = found?.form.indicators.dropFirst(3).first
    let isRight = indicator?.level2 == "成本指标" && indicator?.name == "维修上报" && indicator?.target?.text == "提升"
    let doubts = found?.findings.filter { $0.rule == .placementInDoubt }.compactMap(\.place.cells) ?? []
    #expect(isRight || !doubts.isEmpty, "\(indicator.map(words) ?? [])")
  }

  @Test func mergedCellHoldsForAllThatItCovers() {
    let rows = """
      | 产出指标 | 数量指标 | 长度 | ≥8(米) | 按期→ | | 雨天
      | 预算执行→ | | 执行进度↓ | ≥60(%) | 50 | 50 |
      | | | | ≥90(%) | 80 | 80 |
      """
    let recognized = FormTables(indicators: Self.header + rows).recognized()
    let found = recognized.forms.first?.form.indicators ?? []
    #expect(found.map(words).first == ["产出指标", "数量指标", "长度", "≥8(米)", "按期", "按期", "雨天"])
    #expect(found.map(\.name) == ["长度", "执行进度", "执行进度"])
    #expect(found.map(\.target?.text) == ["≥8(米)", "≥60(%)", "≥90(%)"])
    #expect(found.map(\.level1) == ["产出指标", "预算执行", "预算执行"])
    #expect(rules(recognized).contains("form.merged-value F11:G11"))
  }

  @Test func textOverTheColumnsIsNoIndicator() {
    let rows = """
      | 产出指标 | 数量指标 | 长度 | ≥8(米) | 5 | 5 |
      | 施工说明 | 雨季停工十天，已增加班组。→ | | | | |
      | 效益指标 | 社会效益指标 | 通行 | 改善 | 改善 | 改善 |
      """
    let form = FormTables(indicators: Self.header + rows).form()
    #expect(form.indicators.map(\.name) == ["长度", "通行"])
    #expect(form.extras == [Extra(label: "施工说明", text: "雨季停工十天，已增加班组。", cell: "C12")])
  }
}
