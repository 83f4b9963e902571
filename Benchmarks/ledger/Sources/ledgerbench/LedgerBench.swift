import Foundation
import TrackTable

/// Reads or writes a ledger once and prints, separated by tabs, seconds of processor time, peak memory in MB, forms and indicators.
///
/// - read: file to forms, each let go as soon as it is handed over
/// - write: as many forms as asked for, of ten indicators each, to a workbook or text file
/// - stack: as many forms as asked for, of twenty indicators each, below each other on one sheet, to a text file
@main
struct LedgerBench {
  static func main() throws {
    let arguments = CommandLine.arguments
    var forms = 0
    var indicators = 0
    switch arguments.dropFirst().first {
    case "read" where arguments.count == 3:
      _ = try Recognizer().recognize(Workbooks.open(path: arguments[2])) { recognized in
        forms += 1
        indicators += recognized.form.indicators.count
      }
    case "write" where arguments.count == 4:
      forms = Int(arguments[3]) ?? 0
      indicators = forms * 10
      try write(forms, to: arguments[2])
    case "stack" where arguments.count == 4:
      forms = Int(arguments[3]) ?? 0
      indicators = forms * 20
      let text = (0..<forms).map(stacked).joined()
      try text.write(toFile: arguments[2], atomically: false, encoding: .utf8)
    default:
      print("usage: ledgerbench read FILE | write FILE.xlsx|.csv FORMS | stack FILE.tsv FORMS")
      exit(64)
    }
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let seconds = [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    print("\(seconds)\t\(usage.ru_maxrss / 1024)\t\(forms)\t\(indicators)")
  }

  private static func write(_ count: Int, to path: String) throws {
    if path.hasSuffix(".xlsx") {
      let ledger = try LedgerWorkbook(.path(path))
      for number in 0..<count { try ledger.add(form(number)) }
      try ledger.close()
      return
    }
    guard let file = fopen(path, "w") else { exit(66) }
    var ledger = LedgerText(.csv)
    func drain() {
      let bytes = ledger.drain()
      fwrite(bytes, 1, bytes.count, file)
    }
    for number in 0..<count {
      ledger.add(form(number))
      if ledger.count > 1 << 16 { drain() }
    }
    drain()
    fclose(file)
  }

  /// A form of 142 cells as an export without merges has it.
  private static func stacked(_ number: Int) -> String {
    let indicators = (0..<20).map { index in
      let levels = index == 0 ? "产出指标\t数量指标" : index == 10 ? "效益指标\t社会效益指标" : "\t"
      return
        "\t\(levels)\t第\(number)项第\(index)个指标\t≥\(index + 1).00(个)\t\(index).50\t\(index).50\t\(index % 4 == 0 ? "进度提前" : "")\n"
    }
    return """
      财政项目支出绩效跟踪表
      跟踪时段：（ 2023-1月 至 2023-8月 ）
      项目名称\t第\(number)个项目
      主管部门\t某某局\t\t\t实施单位\t某某中心
      预算执行情况 (万元)\t\t\t\t年初预算数\t跟踪期预算数\t跟踪期执行数\t执行率(%)
      \t年度资金总额\t\t\t\(number).00\t\(number).00\t0.00\t0.00
      \t其中：当年财政拨款\t\t\t\(number).00\t\(number).00\t0.00\t0.00
      \t上年结转资金\t\t\t0.00\t0.00\t0.00\t0.00
      \t其他资金\t\t\t0.00\t0.00\t0.00\t0.00
      年度总体目标\t预期目标\t\t\t跟踪期实际完成情况
      \t完成第\(number)项任务。\t\t\t已完成一半。
      绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t跟踪期计划完成值\t跟踪期实际完成值\t偏差原因分析
      \(indicators.joined())绩效跟踪总体判断\t年度项目预算完成可能性\t\t\t确定能完成
      \t年度绩效目标完成可能性\t\t\t确定能完成
      纠偏措施\t无

      """
  }

  private static func form(_ number: Int) -> TrackingForm {
    let budget = Decimal(1000 + number % 977) / 4
    let line = BudgetLine(
      initialBudget: budget, periodBudget: budget, periodExpenditure: budget / 2, executionRate: 50)
    return TrackingForm(
      title: OfficialLabel.title,
      period: TrackingPeriod(start: YearMonth(year: 2023, month: 1), end: YearMonth(year: 2023, month: 8)),
      project: NamedEntity(code: "P\(number)", name: "第\(number)号住宅小区综合修缮工程"),
      supervisingDepartment: NamedEntity(code: "219", name: "某某区住房保障和房屋管理局"),
      implementingUnit: NamedEntity(name: "第\(number % 500)房管办事处"),
      budget: Budget(total: line, currentYearAppropriation: line),
      goals: Goals(expected: "完成年度修缮任务，提升居住环境。", actual: "已完成过半。"),
      indicators: (0..<10).map { index in
        Indicator(
          level1: "产出指标", level2: "数量指标", name: "住宅小区修缮、改造完成数量\(index)",
          target: IndicatorValue(text: "=100.00(%)"), planned: IndicatorValue(text: "75.00"),
          actual: IndicatorValue(text: "\(70 + index).00"), deviationReason: index > 5 ? "完成至第三季度" : nil)
      },
      assessment: Assessment(budgetCompletion: Judgment(text: "确定能完成")))
  }
}
