import Findings
import Spreadsheet
import Testing

@testable import Publishing

@Suite struct XLSXReportTests {
  private func sheets(_ bytes: [UInt8]) throws -> [Sheet] {
    let workbook = try Workbooks.open(bytes: bytes)
    return try workbook.sheets.map { try workbook.sheet($0) }
  }

  private func row(_ number: Int, of sheet: Sheet) -> [String] {
    (0..<15).map { sheet[CellReference(row: number, column: $0)]?.text ?? "" }
  }

  @Test func oneRowAFinding() throws {
    let list = try #require(try sheets(SampleReport.bytes(.xlsx)).first)
    #expect(list.info.name == "整改清单")
    #expect(
      row(0, of: list) == [
        "序号", "实施单位", "主管部门", "项目名称", "文件", "工作表", "单元格", "填报项", "级别", "问题", "填报内容", "应为", "整改要求", "规则", "整改情况",
      ])
    #expect(
      row(2, of: list) == [
        "2", "房管办事处", "莘庄工业区", "住宅小区综合服务", "报送/莘庄 <2023>.xlsx", "表1", "G7", "其中：当年财政拨款 · 跟踪期执行数", "警告",
        "“当年财政拨款”的跟踪期执行数 60.50 万元大于跟踪期预算数 50.00 万元，超出 10.50 万元。", "60.50", "50.00",
        "请核对执行数和预算数；预算如有追加，请填写调整后的预算数。", "budget.overspent", "",
      ])
    #expect(list.rows.count == 5)
  }

  @Test func textsStandOffTheirBordersAndRowsAreHighEnoughForAllOfThem() throws {
    let long = Finding(
      .workbookWriteFailed, at: Place(file: "a.xlsx", sheet: "表", field: "project.name"),
      ["reason": String(repeating: "磁盘已满，", count: 30), "found": String(repeating: "1234.56、", count: 20)])
    let bytes = try SampleReport.bytes(.xlsx, [ReportedFile(file: "a.xlsx", findings: [long])])
    let package = try WrittenPackage(bytes)
    let row = package.text("xl/worksheets/sheet1.xml").components(separatedBy: "<row ")[2]
    let height = Double(row.components(separatedBy: "ht=\"")[1].prefix { $0 != "\"" }) ?? 0
    // 22 digits of 6 points, less the indent, hold two of the twenty amounts.
    #expect(height >= 10 * 10 * 1.45 && height < 15 * 10 * 1.45 + 5, "\(height)")
    #expect(package.text("xl/styles.xml").contains("indent=\"1\""))
  }

  @Test func aSheetWithTheFiguresOfEachUnit() throws {
    let units = try #require(try sheets(SampleReport.bytes(.xlsx)).last)
    #expect(units.info.name == "单位汇总")
    let texts = units.rows.map { $0.cells.map(\.text) }
    #expect(texts[0] == ["实施单位", "主管部门", "表数", "无需整改", "错误", "警告", "说明", "未能读取的文件"])
    #expect(texts.contains(["房管办事处", "莘庄工业区", "1", "0", "0", "2", "1", "0"]))
    #expect(texts.last == ["共 3 个文件、2 张表：1 个错误、2 个警告、1 条说明；1 个文件未能读取。"])
  }

  @Test func aLongListGoesOnOnAnotherSheet() throws {
    let collected = SampleReport.Collected()
    var report = try XLSXReport(language: .chinese, settings: .init(), rowsPerSheet: 3) { collected.bytes += $0 }
    var summary = ReportSummary()
    for file in SampleReport.all {
      try summary.add(file)
      try report.add(file)
    }
    try report.finish(summary)
    let sheets = try sheets(collected.bytes)
    #expect(sheets.map(\.info.name) == ["整改清单", "单位汇总", "整改清单(2)"])
    #expect(row(0, of: sheets[2]) == row(0, of: sheets[0]))
    #expect(row(1, of: sheets[2])[0] == "3")
    #expect(sheets[2].rows.count == 3)
  }

  @Test func nothingFoundIsAListWithItsHeadingOnly() throws {
    let list = try #require(try sheets(SampleReport.bytes(.xlsx, [])).first)
    #expect(list.rows.count == 1)
  }
}
