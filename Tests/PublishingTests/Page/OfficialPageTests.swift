import Findings
import Spreadsheet
import Testing
import TrackingModel

@testable import Publishing

/// The page cell by cell, as design and seeds have it.
@Suite struct OfficialPageTests {
  let package: WrittenPackage
  let sheet: Sheet

  init() throws {
    let bytes = try OfficialPage.workbook(of: [SamplePages.first]).bytes
    package = try WrittenPackage(bytes)
    sheet = try ReadBack.sheets(of: bytes)[0]
  }

  @Test(arguments: [
    ("A1", "财政项目支出绩效跟踪表"), ("A2", "跟踪时段：（ 2023-1月 至 2023-8月 ）"), ("A3", "项目名称"), ("B3", "住宅小区（综合治理）修缮工程"),
    ("A4", "主管部门"), ("B4", "219-上海市莘庄工业区(汇总)"), ("E4", "实施单位"), ("F4", "上海市莘庄工业区房管办事处"),
    ("A5", "预算执行情况 (万元)"), ("E5", "年初预算数"), ("F5", "跟踪期\n预算数"), ("G5", "跟踪期\n执行数"), ("H5", "执行率(%)"),
    ("B6", "年度资金总额"), ("E6", "6883.62"), ("H6", "48.52"), ("B7", "其中：当年财政拨款"), ("B8", "上年结转资金"), ("E8", "0.00"),
    ("B9", "其他资金"), ("A10", "年度总体目标"), ("B10", "预期目标"), ("E10", "跟踪期实际完成情况"), ("B11", "对19个小区进行修缮。\n提升居住环境。"),
    ("E11", "已完成8个小区。"), ("A12", "绩效指标"), ("B12", "一级指标"), ("H12", "偏差原因\n分析"), ("B13", "产出指标"), ("C13", "数量指标"),
    ("D13", "修缮完成率"), ("E13", "=100.00(%)"), ("F13", "75.00"), ("G14", "20"), ("H14", "提前完成"), ("C14", "数量指标"),
    ("B16", "效益指标"),
    ("G17", "-0.00"), ("A18", "绩效跟踪总体判断"), ("B18", "年度项目预算完成可能性"), ("E18", "确定能完成"), ("B19", "年度绩效目标完成可能性"),
    ("E19", "有可能完成"), ("A20", "纠偏措施"),
  ])
  func everyWordHasItsPlace(address: String, text: String) throws {
    let reference = try #require(CellReference(address))
    #expect(sheet[reference]?.text == text)
  }

  @Test(arguments: ["B5", "E9", "B20", "H13", "B14"])
  func whatIsNotGivenStaysEmpty(address: String) throws {
    let reference = try #require(CellReference(address))
    #expect(sheet[reference] == nil)
  }

  @Test func mergesAreThoseOfTheForm() {
    let expected = [
      "A1:H1", "A2:H2", "B3:H3", "B4:D4", "F4:H4", "A5:A9", "B5:D5", "B6:D6", "B7:D7", "B8:D8", "B9:D9", "A10:A11",
      "B10:D10", "E10:H10", "B11:D11", "E11:H11", "A12:A17", "B13:B15", "A18:A19", "B18:D18", "E18:H18", "B19:D19",
      "E19:H19", "B20:H20",
    ]
    #expect(Set(sheet.merges.map(\.a1)) == Set(expected))
  }

  @Test(arguments: [
    ("E6", CellKind.number, "0.00####"), ("H6", .number, "0.00####"), ("E13", .text, "@"), ("F13", .number, "0.00"),
    ("G14", .number, "0"), ("F15", .text, "@"), ("G17", .text, "@"), ("B3", .text, "@"),
  ])
  func numbersAreNumbersAndTextsAreTexts(address: String, kind: CellKind, format: String) throws {
    let reference = try #require(CellReference(address))
    let cell = try #require(sheet[reference])
    #expect(cell.kind == kind)
    #expect(cell.format == format)
  }

  @Test(arguments: [
    "paperSize=\"9\"", "orientation=\"portrait\"", "horizontalCentered=\"1\"",
    "<oddFooter>&amp;C第 &amp;P 页 / 共 &amp;N 页</oddFooter>",
    "&quot;确定能完成,有可能完成,完全不可能完成&quot;", "sqref=\"E18:H18\"",
  ])
  func theSheetIsSetUpForPrinting(words: String) {
    let xml = package.text("xl/worksheets/sheet1.xml").replacing("\"确定能完成", with: "&quot;确定能完成").replacing(
      "完全不可能完成\"", with: "完全不可能完成&quot;")
    #expect(xml.contains(words))
    #expect(!xml.contains("fitToPage"))
  }

  @Test func everyCellOfEveryMergeHasThinLines() throws {
    let styles = try #require(XMLTree(package.parts["xl/styles.xml"] ?? []))
    let formats = styles.elements(forName: "cellXfs")[0].elements(forName: "xf")
    let borders = styles.elements(forName: "borders")[0].elements(forName: "border")
    let sheet = try #require(XMLTree(package.parts["xl/worksheets/sheet1.xml"] ?? []))
    let rows = sheet.elements(forName: "sheetData")[0].elements(forName: "row")
    #expect(rows.count == 20)
    for row in rows.dropFirst(2) {
      let cells = row.elements(forName: "c")
      #expect(cells.count == 8)
      for cell in cells {
        let format = formats[Int(cell.value("s") ?? "") ?? 0]
        let border = borders[Int(format.value("borderId") ?? "") ?? 0]
        for side in ["left", "right", "top", "bottom"] {
          #expect(border.elements(forName: side).first?.value("style") == "thin", "\(cell.value("r") ?? "")")
        }
      }
    }
  }

  @Test func thePrintAreaIsTheForm() {
    #expect(package.text("xl/workbook.xml").contains("$A$1:$H$20</definedName>"))
  }

  @Test func theSheetIsCalledAsTheProject() { #expect(sheet.info.name == "住宅小区（综合治理）修缮工程") }

  @Test func theSameFormsGiveTheSameBytes() throws {
    let one = try OfficialPage.workbook(of: [SamplePages.first, SamplePages.first]).bytes
    #expect(try OfficialPage.workbook(of: [SamplePages.first, SamplePages.first]).bytes == one)
  }

  @Test func theColumnsFillThePrintableWidthWithAFewPercentToSpare() {
    let settings = PageSettings()
    let printable = (210 - settings.margins.left - settings.margins.right) / 25.4 * 72
    let used = PageGeometry(settings).points.reduce(0, +) / printable
    #expect(used > 0.94 && used < 0.98)
  }

  @Test func aRelativeIsWrittenUnderTheOfficialTitleWithOneWarning() throws {
    var form = SamplePages.first
    form.setTitle("项目支出绩效运行监控表")
    let (bytes, findings) = try OfficialPage.workbook(of: [form])
    #expect(try ReadBack.sheets(of: bytes)[0].cells.first?.text == OfficialLabel.title)
    #expect(findings.map(\.rule) == [.pageRelative])
    #expect(findings.first?.values["missing"]?.contains("跟踪期预算数") == true)
  }

  @Test func eachThingThePageCannotHoldIsOneWarning() throws {
    var form = SamplePages.first
    form.extras = [Extra(label: "项目起止时间", text: "2023年", cell: "B5")]
    for index in form.indicators.indices { form.indicators[index].extras = [Extra(label: "权重", text: "10")] }
    form.budget.additional = [AdditionalFund(label: "财政专户管理资金")]
    let findings = try OfficialPage.workbook(of: [form]).findings
    #expect(findings.map(\.rule) == [.pageExtra, .pageExtra, .pageAdditionalFund])
    #expect(findings[1].values == ["found": "权重", "count": "5"])
    #expect(findings[0].place.cells?.a1 == "B5")
  }
}
