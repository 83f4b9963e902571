import Findings
import Spreadsheet
import TrackingModel

@testable import Recognition

/// A whole form as a table, one of its parts replaced by what a test is about.
struct FormTables {
  var title = "财政项目支出绩效跟踪表"
  var heading = """
    跟踪时段：（ 2023-1月 至 2023-8月 ）
    项目名称 | 甲工程
    主管部门 | 乙局 | | 实施单位 | 丙中心
    """
  var budget = """
    预算执行情况 (万元) | | 年初预算数 | 跟踪期预算数 | 跟踪期执行数 | 执行率(%)
    | 年度资金总额 | 10.00 | 8.00 | 4.00 | 50.00
    | 其中：当年财政拨款 | 10.00 | 8.00 | 4.00 | 50.00
    """
  var goals = """
    年度总体目标 | 预期目标 | | | 跟踪期实际完成情况
    | 建成一座桥。 | | | 桥墩已完工。
    """
  var indicators = """
    绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 跟踪期计划完成值 | 跟踪期实际完成值 | 偏差原因分析
    | 产出指标 | 数量指标 | 桥墩数 | =4(个) | 4 | 4 |
    """
  var assessment = """
    绩效跟踪总体判断 | 年度项目预算完成可能性 | 确定能完成
    | 年度绩效目标完成可能性 | 有可能完成
    """
  var measures = "纠偏措施 | 加快施工。"

  var text: String {
    [title, heading, budget, goals, indicators, assessment, measures].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  func recognized(_ settings: RecognitionSettings = .init()) -> RecognizedSheet {
    Recognizer(settings: settings).recognize(table(text))
  }

  /// The first form; an empty one where none was found, which fails every expectation.
  func form(_ settings: RecognitionSettings = .init()) -> TrackingForm {
    recognized(settings).forms.first?.form ?? TrackingForm()
  }

  /// The rules of all findings with their cells: `form.row-realigned D12`.
  func findings(_ settings: RecognitionSettings = .init()) -> [String] { rules(recognized(settings)) }
}

/// The rules of all findings of a sheet with their cells.
func rules(_ sheet: RecognizedSheet) -> [String] {
  (sheet.forms.flatMap(\.findings) + sheet.findings).map { finding in
    [finding.rule.name, finding.place.cells?.a1].compactMap { $0 }.joined(separator: " ")
  }
}
