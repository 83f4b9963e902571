import Findings
import Testing
import TrackingModel

@testable import Recognition

/// Nothing is repaired in silence: each repair is a note with its cell, each doubt a warning with both readings, and what cannot be told
/// an error.
@Suite struct RepairsTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var tables = FormTables()
    /// The finding's rule and cells.
    let finding: String

    init(_ description: String, _ finding: String, _ change: (inout FormTables) -> Void) {
      testDescription = description
      self.finding = finding
      change(&tables)
    }
  }

  private static func heading(_ names: String, period: String = "跟踪时段：2023年1-8月") -> String { period + "\n" + names }
  private static let names = "项目名称 | 甲工程\n主管部门 | 乙局 | | 实施单位 | 丙中心"
  private static func budget(_ row: String, block: String = "预算执行情况 (万元)") -> String {
    block + " | | 年初预算数 | 跟踪期预算数 | 跟踪期执行数 | 执行率(%)\n| 年度资金总额 | " + row
  }
  private static let columns = "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 跟踪期计划完成值 | 跟踪期实际完成值 | 偏差原因分析\n"

  static let notes: [Example] = [
    Example("a row stands left of its header", "form.row-realigned C11") {
      $0.indicators = columns + "产出指标 | 数量指标 | 桥墩数 | =4(个) | 4 | 4 |"
    },
    Example("a level is that of the row above", "form.level-carried B12:B13") {
      $0.indicators += "\n| | 数量指标 | 桥面 | =1(个) | 1 | 1 |\n| | 数量指标 | 栏杆 | =1(个) | 1 | 1 |"
    },
    Example("level 1 follows from level 2", "form.level-derived C12") {
      $0.indicators += "\n| | 社会效益指标 | 通行 | =1(个) | 1 | 1 |"
    },
    Example("a level has another spelling", "form.level-renamed C11") {
      $0.indicators = columns + "| 产出指标 | 质量 | 合格率 | =4(个) | 4 | 4 |"
    },
    Example("both levels stand in one cell", "form.level-renamed B11") {
      $0.indicators = columns + "| 产出指标-质量指标 | | 合格率 | =4(个) | 4 | 4 |"
    },
    Example("amounts are in another unit", "value.unit-converted A5") {
      $0.budget = budget("100000 | 80000 | 40000 | 50.00", block: "预算执行情况（元）")
    },
    Example("one amount is in another unit", "value.unit-converted C6") {
      $0.budget = budget("100000元 | 8.00 | 4.00 | 50.00")
    },
    Example("a code stands in front of a name", "value.code-split B3") { $0.heading = heading("项目名称 | 326A01-甲工程") },
    Example("an amount has full-width digits", "value.full-width C6") {
      $0.budget = budget("１０．００ | 8.00 | 4.00 | 50.00")
    },
    Example("a rate has full-width digits", "value.full-width F6") { $0.budget = budget("10 | 8.00 | 4.00 | ５０％") },
    Example("an amount is negative as accountants write it", "value.negative-in-brackets C6") {
      $0.budget = budget("(10.00) | 8.00 | 4.00 | 50.00")
    },
    Example("a name has line breaks", "value.line-breaks B3") { $0.heading = heading("项目名称 | 甲⏎工程") },
    Example("an indicator's name has line breaks", "value.line-breaks D11") {
      $0.indicators = columns + "| 产出指标 | 数量指标 | 桥⏎墩数 | =4(个) | 4 | 4 |"
    },
    Example("the period is an end month", "value.period-from-january A2") {
      $0.heading = heading(names, period: "跟踪时段：截至2023年8月")
    },
    Example("the period is a year", "value.period-whole-year A2") { $0.heading = heading(names, period: "跟踪时段：2023年") },
    Example("the period's year stands elsewhere", "value.period-year-added A2") {
      $0.title = "2023年财政项目支出绩效跟踪表"
      $0.heading = heading(names, period: "跟踪时段：1-8月")
    },
    Example("the period is that of a heading", "value.period-year-added E5") {
      $0.title = "2023年财政项目支出绩效跟踪表"
      $0.heading = "\n" + names
      $0.budget = budget("10 | 8 | 4 | 50").replacing("跟踪期执行数", with: "1-8月执行数")
    },
    Example("a target is split over columns", "form.target-joined E11:G12") {
      $0.indicators = """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值
        | 产出指标 | 数量指标 | 桥墩数 | ≥ | 4 | 个 | 4
        | 产出指标 | 质量指标 | 合格率 | = | 100 | % | 90
        """
    },
    Example("reasons are ticked", "form.reasons-ticked F12:G12") {
      $0.indicators = """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 偏差原因分析 | | | 完成值
        | | | | 经费保障 | 人员保障 | 原因说明 |
        | 产出指标 | 数量指标 | 桥墩数 | | √ | 缺人 | 4
        """
    },
    Example("a text goes on in another cell", "form.text-joined B14:B15") { $0.measures = "纠偏措施 | 加快施工。\n| 增加人手。" },
    Example("a merged value holds for several rows", "form.merged-value H11:H12") {
      $0.indicators = columns + "| 产出指标 | 数量指标 | 桥墩数 | =4 | 4 | 3 | 因雨↓\n| | 质量指标 | 合格 | =4 | 4 | 3 |"
    },
    Example("a further fund is taken for 其他资金", "form.fund-taken-as-other C7:D7") {
      $0.budget = "预算执行情况 (万元) | | 年初预算数 | 跟踪期预算数\n| 年度资金总额 | 2 | 2\n| 单位资金 | 1 | 1"
    },
    Example("one of several options is ticked", "form.option-ticked C12") {
      $0.assessment = "绩效跟踪总体判断 | 年度项目预算完成可能性 | ☑确定能完成 □有可能完成"
    },
  ]

  @Test(arguments: notes) func eachRepairIsANoteWithItsCell(_ example: Example) {
    expect(example, .note, in: example.tables.recognized())
  }

  static let doubts: [Example] = [
    Example("a rate that could be a fraction", "value.rate-in-doubt F6") {
      $0.budget = budget("10 | 8.00 | 4.00 | 0.5")
    },
    Example("amounts without any unit", "value.unit-assumed B6:F6") {
      $0.budget = budget("10 | 8 | 4 | 50", block: "预算执行情况")
    },
    Example("a sign that was lost", "value.sign-lost E11") {
      $0.indicators = columns + "| 产出指标 | 数量指标 | 桥墩数 | ?4(个) | 4 | 4 |"
    },
    Example("two options ticked", "form.options-in-doubt C12") {
      $0.assessment = "绩效跟踪总体判断 | 年度项目预算完成可能性 | ☑确定能完成 ☑有可能完成"
    },
    Example("a fund row that nobody knows", "form.fund-unknown B7") {
      $0.budget = budget("10 | 8 | 4 | 50") + "\n| 天外来款 | 1 | 1 | 1 | 100"
    },
  ]

  @Test(arguments: doubts) func eachDoubtIsAWarning(_ example: Example) {
    expect(example, .warning, in: example.tables.recognized())
  }

  static let errors: [Example] = [
    Example("words for an amount", "value.not-a-number C6") { $0.budget = budget("十万 | 8.00 | 4.00 | 50.00") },
    Example("words for a rate", "value.not-a-number F6") { $0.budget = budget("10 | 8.00 | 4.00 | 一半") },
    Example("two units that contradict", "value.unit-contradicts C5") {
      $0.budget = budget("10 | 8 | 4 | 50").replacing("年初预算数", with: "年初预算数（元）")
    },
    Example("months without a year", "value.period-year-missing A2") {
      $0.heading = heading(names, period: "跟踪时段：1-8月")
    },
    Example("a period that is none", "value.period-unreadable A2") {
      $0.heading = heading(names, period: "跟踪时段：2023年13月")
    },
    Example("a period in words alone", "value.period-unreadable A2") {
      $0.heading = heading(names, period: "跟踪时段：待定")
    },
    Example("a field that stands twice", "form.field-twice B4") { $0.heading = heading("项目名称 | 甲工程\n项目名称 | 乙工程") },
    Example("values without an indicator", "form.indicator-without-name E12") {
      $0.indicators += "\n| 产出指标 | 质量指标 | | =4(个) | 4 | 4 |"
    },
  ]

  @Test(arguments: errors) func whatCannotBeToldIsAnErrorAndInTheAccount(_ example: Example) {
    let recognized = example.tables.recognized()
    let found = expect(example, .error, in: recognized)
    #expect(found?.place.cells.map { recognized.roles[$0.first] != nil } == true)
  }

  /// Expects the finding of an example at its cell, and returns the first one of its rule.
  @discardableResult
  private func expect(_ example: Example, _ severity: Severity, in recognized: RecognizedSheet) -> Finding? {
    #expect(rules(recognized).contains(example.finding), "\(rules(recognized))")
    let rule = example.finding.split(separator: " ").first.map(String.init)
    let found = (recognized.forms.flatMap(\.findings) + recognized.findings).first { $0.rule.name == rule }
    #expect(found?.severity == severity)
    return found
  }
}
