import Findings
import Spreadsheet
import Testing
import TrackingModel

@testable import Publishing

@Suite struct OfficialTemplateTests {
  let bytes: [UInt8]
  let package: WrittenPackage

  init() throws {
    bytes = try OfficialTemplate.workbook()
    package = try WrittenPackage(bytes)
  }

  @Test func theTemplateIsASoundPackage() { #expect(PackageCheck.faults(in: package) == []) }

  /// The form's rule: without a project's name and anything else it is no form, and is named for what it is.
  @Test func untouchedItIsABlankForm() throws {
    let refusal = #expect(throws: Refusal.self) { try ReadBack.recognized(bytes) }
    #expect(refusal?.finding.rule == .blankFormPassedOver)
  }

  @Test func itIsOnePage() { #expect(!package.text("xl/worksheets/sheet1.xml").contains("<rowBreaks")) }

  @Test func onlyTheCellsToFillInAreUnlocked() {
    let sheet = package.text("xl/worksheets/sheet1.xml")
    #expect(sheet.contains("<sheetProtection sheet=\"1\""))
    #expect(!sheet.contains("password"))
    #expect(package.text("xl/styles.xml").contains("<protection locked=\"0\"/>"))
  }

  @Test(arguments: [
    ("E6", "IF(COUNT(E7:E9)=0,\"\",SUM(E7:E9))"), ("G6", "IF(COUNT(G7:G9)=0,\"\",SUM(G7:G9))"),
    ("H6", "IF(COUNT(F6:G6)&lt;2,\"\",IF(F6=0,0,ROUNDDOWN(ROUND(G6/F6*100,8),2)))"),
    ("H9", "IF(COUNT(F9:G9)&lt;2,\"\",IF(F9=0,0,ROUNDDOWN(ROUND(G9/F9*100,8),2)))"),
  ])
  func sumsAndRatesComputeThemselvesFromAnEmptyText(cell: String, formula: String) throws {
    let sheet = package.text("xl/worksheets/sheet1.xml")
    let start = try #require(sheet.range(of: "<c r=\"\(cell)\""))
    let xml = String(sheet[start.lowerBound...].prefix(220))
    #expect(xml.replacing("&quot;", with: "\"").contains("t=\"str\"><f>\(formula)</f><v></v>"), "\(xml)")
  }

  @Test func anotherProgramComputesThemAlike() throws {
    let shown = try Recalculation.run(
      bytes, ["E7": 100, "F7": 120.5, "G7": 58.44, "F8": 10, "G8": 3.333], show: ["E6", "F6", "G6", "H6", "H7", "H8"])
    // Rates are cut off, as the official system prints them: 58.44 of 120.5 is 48.4979 %.
    #expect(shown == ["E6": 100, "F6": 130.5, "G6": 61.773, "H6": 47.33, "H7": 48.49, "H8": 33.33])
  }

  @Test func listsStandOnAHiddenSheet() throws {
    let sheets = try ReadBack.sheets(of: bytes)
    #expect(sheets.map(\.info.state) == [.visible, .hidden])
    #expect(sheets[1].cells.filter { $0.reference.column == 0 }.map(\.text) == ["成本指标", "产出指标", "效益指标", "满意度指标"])
    #expect(sheets[1].cells.filter { $0.reference.column == 2 }.map(\.text) == ["确定能完成", "有可能完成", "完全不可能完成"])
    let xml = package.text("xl/worksheets/sheet1.xml")
    for list in ["$A$1:$A$4", "$B$1:$B$12", "$C$1:$C$3"] { #expect(xml.contains("'选项'!\(list)"), "\(list)") }
  }
}
