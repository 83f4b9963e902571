import Testing
import TrackingModel

@testable import Recognition

/// Rows of the indicator table lose cells on their left; what they say decides where they belong.
@Suite struct IndicatorRowTests {
  static let header = "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 跟踪期计划完成值 | 跟踪期实际完成值 | 偏差原因分析\n"
  static let first = "| 产出指标 | 数量指标 | 甲 | =1(个) | 1 | 1 |\n"

  private func last(_ row: String) -> Indicator? {
    FormTables(indicators: Self.header + Self.first + row).form().indicators.last
  }

  @Test(arguments: [
    ("A: nothing lost", "| 效益指标 | 社会效益指标 | 乙 | ≥90(%) | 80 | 70 | 因雨"),
    ("C: shifted, both levels", "效益指标 | 社会效益指标 | 乙 | ≥90(%) | 80 | 70 | 因雨"),
    ("D: shifted, level 2 in its place", "| 社会效益指标 | 乙 | ≥90(%) | 80 | 70 | 因雨"),
    ("E: shifted, level 2 in front", "社会效益指标 | | 乙 | ≥90(%) | 80 | 70 | 因雨"),
  ])
  func everyShapeIsReadAlike(_ shape: String, _ row: String) {
    let indicator = last(row)
    #expect(indicator?.level1 == "效益指标")
    #expect(indicator?.level2 == "社会效益指标")
    #expect(indicator?.name == "乙")
    #expect(indicator?.target?.text == "≥90(%)")
    #expect(indicator?.planned?.text == "80")
    #expect(indicator?.actual?.text == "70")
    #expect(indicator?.deviationReason == "因雨")
  }

  /// A merge over both columns of the target was lost, and its text is said in each.
  @Test func aTargetThatStandsTwiceUnderItsHeadingIsOne() {
    let form = FormTables(
      indicators: """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | | 跟踪期计划完成值 | 跟踪期实际完成值 | 偏差原因分析
        | 产出指标 | 数量指标 | 桥墩数 | =4(个) | | 4 | 4 |
        | 效益指标 | 社会效益指标 | 制度 | 健全 | 健全 | 健全 | 健全 |
        """
    ).form()
    #expect(form.indicators.map(\.target?.text) == ["=4(个)", "健全"])
  }

  /// A unit between the blocks is no further line of the reason above.
  @Test func aUnitBelowAReasonIsNoPartOfIt() {
    var tables = FormTables()
    tables.indicators = """
      绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 跟踪期计划完成值 | 跟踪期实际完成值 | 偏差原因分析
      | 产出指标 | 数量指标 | 桥墩数 | =4(个) | 4 | 3 | 雨季停工。
      | | | | | | | （单位：万元）
      """
    #expect(tables.form().indicators.map(\.deviationReason) == ["雨季停工。"])
  }

  /// 单位 is a label of amounts, but what stands behind it here is none of theirs: the words are kept.
  @Test func aLineThatNamesAUnitOfPeopleKeepsItsWords() {
    var tables = FormTables()
    tables.indicators += "\n | | | 单位：受益中心 | | | |\n | | 质量指标 | 合格率 | ≥90(%) | 90 | 95 |"
    let form = tables.form()
    #expect(form.indicators.map(\.name) == ["桥墩数", "合格率"])
    #expect(form.extras.map(\.text) == ["受益中心"])
  }

  @Test func mergedLevel1IsCarriedDown() {
    let indicator = last("| | 质量指标 | 乙 | ≥90(%) | 80 | 80 |")
    #expect(indicator?.level1 == "产出指标")
    #expect(indicator?.level2 == "质量指标")
  }

  @Test func whatStandsRightOfTheNameFollowsTheHeaderEvenWhereItIsBlank() {
    let indicator = last("效益指标 | 社会效益指标 | 乙 | | | 70 |")
    #expect(indicator?.target == nil)
    #expect(indicator?.planned == nil)
    #expect(indicator?.actual?.text == "70")
  }

  @Test(arguments: [
    ("| 成本指标 | 经济成本指标 | 乙 | ≤1", "成本指标", "经济成本指标", "乙"),
    ("| 满意度指标 | 满意度指标 | 乙 | ≤1", "满意度指标", "服务对象满意度指标", "乙"),
    ("| | 成本指标 | 乙 | ≤1", "产出指标", "成本指标", "乙"),
    ("| 效益指标 | 经济效益指标 | 经济效益 | 提升", "效益指标", "经济效益指标", "经济效益"),
    ("| 满意度指标 | 服务对象满意度指标 | 服务对象满意度 | ≥90%", "满意度指标", "服务对象满意度指标", "服务对象满意度"),
    ("| 产出指标(50分) | 进度指标 | 乙 | 及时", "产出指标", "时效指标", "乙"),
    ("| 效 益 指 标 | 环境效益指标 | 乙 | 提升", "效益指标", "生态效益指标", "乙"),
    ("| | 质量 | 乙 | 提升", "产出指标", "质量指标", "乙"),
    ("| 投入指标 | 成本指标 | 乙 | 提升", "投入指标", "成本指标", "乙"),
  ])
  func levelsAreTheCatalogs(_ row: String, _ level1: String, _ level2: String, _ name: String) {
    let indicator = last(row)
    #expect(indicator?.level1 == level1)
    #expect(indicator?.level2 == level2)
    #expect(indicator?.name == name)
  }

  @Test func indicatorMayBeCalledLikeALabel() {
    let indicator = last("| | | 纠偏措施 | =1 | 1 | 1 | 项目名称")
    #expect(indicator?.name == "纠偏措施")
    #expect(indicator?.deviationReason == "项目名称")
  }

  @Test func rowsWithLevelsAloneAreNoIndicators() {
    let found = FormTables(indicators: Self.header + Self.first + "| 效益指标 | 社会效益指标 | | | |").recognized()
    #expect(found.forms.first?.form.indicators.count == 1)
    #expect(
      found.roles.count == table(FormTables(indicators: Self.header + Self.first + "| 效益指标 | 社会效益指标").text).cells.count)
  }

  @Test func repairsAreNotedAtTheirCells() {
    let findings = FormTables(indicators: Self.header + Self.first + "进度指标 | | 乙 | 及时").findings()
    #expect(findings.contains("form.row-realigned C12"))
    #expect(findings.contains("form.level-renamed A12"))
  }

  @Test func valuesWithoutANameAreAnError() {
    let findings = FormTables(indicators: Self.header + Self.first + "| 效益指标 | 社会效益指标 | | ≥1 | 1 | 1").findings()
    #expect(findings.contains("form.indicator-without-name E12"))
  }

  @Test func mergedLevelsCoverTheirRows() {
    let sheet = table(
      FormTables(
        indicators: Self.header + """
          | 产出指标↓ | 数量指标↓ | 甲 | 1 | 1 | 1 |
          | | | 乙 | 2 | 2 | 2 |
          | | 质量指标 | 丙 | 3 | 3 | 3 |
          """
      ).text)
    let indicators = Recognizer().recognize(sheet).forms.first?.form.indicators ?? []
    #expect(indicators.map(\.level2) == ["数量指标", "数量指标", "质量指标"])
    #expect(indicators.map(\.level1) == ["产出指标", "产出指标", "产出指标"])
  }

  @Test func pageBreaksDoNotEndTheTable() {
    let indicators = Self.header + Self.first + "- 1 -\n\n财政项目支出绩效跟踪表（续）\n| | 质量指标 | 乙 | 2 | 2 | 2\n" + Self.header
    let form = FormTables(indicators: indicators + "| 效益指标 | 社会效益指标 | 丙 | 3 | 3 | 3").form()
    #expect(form.indicators.map(\.name) == ["甲", "乙", "丙"])
    #expect(form.correctiveMeasures == "加快施工。")
  }
}
