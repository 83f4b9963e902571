import Findings
import Foundation
import Testing

@testable import Publishing

private func range(_ a1: String) -> CellRange { CellRange(a1) ?? CellRange(CellReference(row: 0, column: 0)) }
private let origin = CellReference(row: 0, column: 0)

/// What stands in the parts of a package, where no reader would show it.
@Suite struct WrittenXMLTests {
  @Test func aPageCarriesNoMarkOnNumbersStoredAsText() throws {
    let sheet = try WrittenPackage(OfficialPage.workbook(of: [SamplePages.first]).bytes).text(
      "xl/worksheets/sheet1.xml")
    #expect(sheet.components(separatedBy: "<ignoredError ").count == 2)
    #expect(sheet.contains("<ignoredErrors><ignoredError sqref=\"A1:H"))
    #expect(sheet.contains("\" numberStoredAsText=\"1\"/></ignoredErrors>"))
  }

  @Test func aLedgerAndAReportCarryNoneEither() throws {
    let ledger = try LedgerWorkbook()
    try ledger.add(SamplePages.first)
    #expect(try WrittenPackage(ledger.close()).text("xl/worksheets/sheet1.xml").contains("numberStoredAsText=\"1\""))
  }

  @Test func aChineseFontIsNamedWithItsFamily() throws {
    let styles = try WrittenPackage(OfficialPage.workbook(of: [SamplePages.first]).bytes).text("xl/styles.xml")
    #expect(styles.contains("<name val=\"宋体\"/><family val=\"3\"/>"))
    #expect(styles.contains("<name val=\"Times New Roman\"/><family val=\"1\"/>"))
    // Version 1.1.4 of the library takes the character set that `FormatSetter` asks for and does not write it.
    #expect(!styles.contains("<charset"))
  }

  @Test func everyWorkbookWasMadeAtTheSameTime() throws {
    let core = try WrittenPackage(OfficialPage.workbook(of: [SamplePages.first]).bytes).text("docProps/core.xml")
    #expect(core.components(separatedBy: ">2020-01-01T00:00:00Z<").count == 3)
    #expect(core.contains("<dc:title>财政项目支出绩效跟踪表</dc:title>"))
  }

  /// Excel takes a bare `2023!$A$1` or `A1!$A$1` for damage.
  @Test(arguments: ["2023", "A1", "R1C1", "TRUE", "台账", "a'b", "a.b", "项目 一"])
  func namesOfAreasQuoteTheirSheet(name: String) throws {
    let file = try XLSXFile()
    let sheet = try file.addSheet(name)
    try sheet.write("甲", at: origin)
    try sheet.addFilter(on: range("A1:B2"))
    var page = XLSXSheet.PageSetup()
    page.area = range("A1:B2")
    page.repeatedRows = 0...0
    try sheet.setPage(page)
    let bytes = try file.close()
    let names =
      try #require(XMLTree(WrittenPackage(bytes).parts["xl/workbook.xml"] ?? []))
      .elements(forName: "definedNames").first?.elements(forName: "definedName").map(\.text) ?? []
    let quoted = SheetNames.quoted(name)
    #expect(names == [quoted + "!$A$1:$B$2", quoted + "!$A$1:$B$2", quoted + "!$1:$1"])
    #expect(try PackageCheck.faults(in: bytes) == [])
  }

  @Test func optionsStandOnAHiddenSheet() throws {
    let file = try XLSXFile()
    let sheet = try file.addSheet("表")
    let options = try file.addSheet("选项", isHidden: true)
    for row in 0..<40 { try options.write("完全不可能完成的第\(row)项", at: CellReference(row: row, column: 0)) }
    try sheet.setInput(.init(.cells(range("A1:A40"), ofSheet: "选项"), hint: "选一项"), for: range("B2:C3"))
    try sheet.setInput(.init(.options(["确定能完成", "有可能完成", "确定不能完成"]), isStrict: true), for: range("D2"))
    let package = try WrittenPackage(file.close())
    let written = package.text("xl/worksheets/sheet1.xml")
    #expect(written.contains("<formula1>'选项'!$A$1:$A$40</formula1>"))
    #expect(written.contains("<formula1>\"确定能完成,有可能完成,确定不能完成\"</formula1>"))
    #expect(package.text("xl/workbook.xml").contains("<sheet name=\"选项\" sheetId=\"2\" state=\"hidden\""))
    #expect(PackageCheck.faults(in: package) == [])
  }

  @Test func theFirstSheetIsNotHidden() throws {
    #expect(throws: Refusal.self) { try XLSXFile().addSheet("表", isHidden: true) }
  }

  /// The library leaves out a height that it takes for the default, and programs then choose one.
  @Test(arguments: [14.25, 15, 15.75]) func aHeightIsWritten(points: Double) throws {
    let file = try XLSXFile()
    let sheet = try file.addSheet("表")
    try sheet.write("甲", at: origin)
    try sheet.setHeight(points, ofRow: 0)
    let row = try WrittenPackage(file.close()).text("xl/worksheets/sheet1.xml").components(separatedBy: "<row ")[1]
    let height = row.components(separatedBy: "ht=\"").dropFirst().first?.prefix { $0 != "\"" } ?? ""
    #expect(abs((Double(height) ?? 0) - points) < 0.02)
    #expect(row.prefix { $0 != ">" }.contains("customHeight=\"1\""))
  }
}
