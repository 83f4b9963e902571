import Findings
import Testing

@testable import Publishing

@Suite struct TerminalReportTests {
  private let plain = TerminalReport(language: .chinese)

  @Test func findingsStandUnderTheirFile() throws {
    #expect(
      try plain.text(of: SampleReport.seed) == """
        报送/莘庄 <2023>.xlsx  2 个警告、1 条说明
          说明  表1  绩效指标
              没有满意度指标。
              → 项目有明确服务对象的，建议设置满意度指标。  [indicators.satisfaction-missing]
          警告  表1!G7  其中：当年财政拨款 · 跟踪期执行数
              “当年财政拨款”的跟踪期执行数 60.50 万元大于跟踪期预算数 50.00 万元，超出 10.50 万元。
              → 请核对执行数和预算数；预算如有追加，请填写调整后的预算数。  [budget.overspent]
          警告  表1!H15  第 4 个指标 · 偏差原因分析
              指标“投诉率 [31m<b>&”的跟踪期实际完成值“3.00”与计划完成值“2.00”不一致，未填写偏差原因。
              → 请在“偏差原因分析”栏说明原因；如完成值填写有误，请更正。  [indicator.reason-missing]

        """)
  }

  @Test func aRefusedInputSaysSo() throws {
    #expect(
      try plain.text(of: SampleReport.refused) == """
        坏.xlsx  未能读取  1 个错误
          错误  第 3 行第 7 个字符
              文件其实是 PDF，里面没有单元格可读。
              → 请向报送单位索取表格文件本身（.xlsx）。  [file.no-spreadsheet]

        """)
  }

  @Test func anInputWithoutFindingsIsOneLine() throws {
    #expect(try plain.text(of: SampleReport.clean) == "好.tsv  未发现问题\n")
    #expect(try TerminalReport(language: .english).text(of: SampleReport.clean) == "好.tsv  nothing found\n")
  }

  @Test func colorsOnlyWhereAskedFor() throws {
    let colored = try TerminalReport(language: .english, isColored: true).text(of: SampleReport.seed)
    #expect(colored.contains("\u{1B}[33;1mwarning\u{1B}[0m"))
    #expect(try !plain.text(of: SampleReport.seed).contains("\u{1B}"))
  }

  @Test func textFromInputsCannotSteerTheTerminal() throws {
    let colored = try TerminalReport(language: .chinese, isColored: true).text(of: SampleReport.seed)
    #expect(!colored.contains("投诉率\u{1B}"))
  }

  @Test func theLastLineHasTheFigures() throws {
    var summary = ReportSummary()
    for file in SampleReport.all { try summary.add(file) }
    #expect(plain.text(of: summary) == "共 3 个文件、2 张表：1 个错误、2 个警告、1 条说明；1 个文件未能读取。\n")
    #expect(
      TerminalReport(language: .english).text(of: summary)
        == "3 files, 2 forms: 1 error, 2 warnings, 1 note; 1 not read.\n")
  }

  @Test func whatAProfileChangedIsSaid() throws {
    let settings = AppliedSettings(disabled: ["budget.zero", "budget.sum"], severities: ["period.span": .error])
    #expect(
      plain.text(of: ReportSummary(), settings: settings) == """
        已停用的规则：budget.sum、budget.zero
        已调整级别的规则：period.span → 错误
        共 0 个文件、0 张表：未发现问题。

        """)
  }
}
