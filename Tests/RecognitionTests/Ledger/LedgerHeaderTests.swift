import Spreadsheet
import Testing

@testable import Recognition

/// What is a ledger and what is a form.
@Suite struct LedgerHeaderTests {
  private static func isLedger(_ text: String) -> Bool {
    let cells = table(text).cells
    let rows = Dictionary(grouping: cells, by: \.reference.row).sorted { $0.key < $1.key }.map {
      Row(index: $0.key, cells: $0.value)
    }
    return LedgerHeader.find(in: rows, synonymIndex: SynonymIndex()) != nil
  }

  @Test(arguments: [
    "项目名称 | 实施单位 | 三级指标 | 年度指标值\n甲 | 乙 | 丙 | 1个",
    "项目名称 | 实施单位 | 预算执行情况（元） | |\n| | 年度资金总额·年初预算数 | 财政拨款·年初预算数 | 财政拨款·执行数\n甲 | 乙 | 1 | 1 | 1",
    "汇总表\n项目名称 | 主管部门 | 绩效指标 | |\n| | 三级指标 | 年度指标值 | 实际完成值\n甲 | 乙 | 丙 | 1个 | 1个",
  ])
  func headingsWithTheProjectAmongThemBeginALedger(_ text: String) { #expect(Self.isLedger(text)) }

  @Test(arguments: [
    // The names in one row, and right below it the headings of the indicators.
    "项目名称 | 甲 | 主管部门 | 乙 | 实施单位 | 丙\n一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值\n产出指标 | 数量指标 | 桥 | 1座 | 1座",
    // 项目 over the names of the funds.
    "项目名称：甲\n项目 | 年初预算数 | 跟踪期预算数 | 跟踪期执行数 | 执行率\n年度资金总额 | 1 | 1 | 1 | 100",
    FormTables().text,
  ])
  func formsAreNoLedgers(_ text: String) { #expect(!Self.isLedger(text)) }
}
