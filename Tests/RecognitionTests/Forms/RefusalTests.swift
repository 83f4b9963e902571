import Findings
import Spreadsheet
import Testing

@testable import Recognition

/// A file that is no form is refused with words that tell which file it is.
@Suite struct RefusalTests {
  @Test(arguments: [
    ("发票代码,031002300111\n金额,3000.00\n", "form.not-a-form", "发票代码 031002300111 金额"),
    ("纠偏\n", "form.not-a-form", "纠偏"),
    (
      "这是一份关于二〇二三年度财政项目支出绩效跟踪工作的说明文字\n", "form.not-a-form",
      "这是一份关于二〇二三年度财政项目支出绩效跟踪工作…"
    ),
  ])
  func refusalQuotesTheFirstTexts(_ text: String, _ rule: String, _ found: String) throws {
    let workbook = try Workbooks.open(.bytes([UInt8](text.utf8)))
    let refusal = #expect(throws: Refusal.self) { _ = try Recognizer().recognize(workbook) { _ in } }
    #expect(refusal?.finding.rule.name == rule)
    #expect(refusal?.finding.values["found"] == found)
    #expect(refusal?.finding.message(in: .chinese).contains("“\(found)”") == true)
  }

  /// What grows with one form is bounded by it; how many of them stand below each other is not its concern.
  @Test func aFormLargerThanAnyFormIsRefusedByTheLimitsName() throws {
    let form = FormTables().text + "\n"
    var settings = RecognitionSettings()
    settings.cellsOfForm = 60
    let many = Recognizer(settings: settings).recognize(table(String(repeating: form, count: 3)))
    #expect(many.forms.count == 3)
    let rows = String(repeating: "| 产出指标 | 数量指标 | 桥墩数 | =4(个) | 4 | 4 |\n", count: 20)
    let large = FormTables(indicators: FormTables().indicators + "\n" + rows.dropLast())
    let sheet = large.recognized(settings)
    #expect(sheet.forms.isEmpty)
    #expect(sheet.findings.map(\.rule.name) == ["file.too-large"])
    #expect(sheet.findings.first?.values == ["limit": "cellsOfForm", "maximum": "60"])
  }

  /// What is read can be written as JSON and read again: a merged cell counts in each of the rows that it is a value of.
  @Test(arguments: [(600, 0), (100, 1)])
  func `merged cells count in each of their rows`(_ limit: Int, _ refusals: Int) throws {
    let merged = "| 产出指标↓ | 数量指标↓ | 桥墩数 |\n" + (1...40).map { "| | | 桥墩数\($0) |\n" }.joined()
    let form = FormTables(indicators: FormTables().indicators + "\n" + merged.dropLast())
    var settings = RecognitionSettings()
    settings.valuesOfForm = limit
    let found = form.recognized(settings)
    #expect(found.findings.count { $0.rule == .fileTooLarge && $0.values["limit"] == "valuesOfForm" } == refusals)
    #expect(found.forms.count == 1 - refusals)
  }
}
