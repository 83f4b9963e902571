import Findings
import Spreadsheet
import Testing
import TrackingModel

@testable import Publishing

/// The drawing for screens against the workbook: the same page, cell by cell.
@Suite struct DrawnPageTests {
  static let forms = [
    SamplePages.first, SamplePages.form(indicators: 40), SamplePages.form(indicators: 3, reason: longText),
    TrackingForm(definition: .monitoring), TrackingForm(),
  ]
  static let longText = String(repeating: "受天气影响，工期顺延，已调整施工组织。", count: 80)

  @Test(arguments: forms.indices)
  func `every cell, merge, text and measure of the workbook is in the drawing, and nothing else`(number: Int) throws {
    let form = Self.forms[number]
    let drawn = DrawnPage(of: form)
    let bytes = try OfficialPage.workbook(of: [form]).bytes
    let sheet = try #require(try ReadBack.sheets(of: bytes).first)
    var texts: [String: String] = [:]
    for cell in drawn.cells where !cell.text.isEmpty { texts[cell.range.first.a1] = cell.text }
    var written: [String: String] = [:]
    for cell in sheet.cells where !cell.text.isEmpty { written[cell.reference.a1] = cell.text }
    #expect(texts == written)
    #expect(Set(drawn.cells.map(\.range).filter { !$0.isSingleCell }.map(\.a1)) == Set(sheet.merges.map(\.a1)))
    // No cell lies on another one, and together they are the whole page.
    var covered: Set<CellReference> = []
    for cell in drawn.cells {
      for row in cell.range.rows {
        for column in cell.range.columns { #expect(covered.insert(CellReference(row: row, column: column)).inserted) }
      }
    }
    #expect(covered.count == drawn.rows.count * drawn.columns.count)
  }

  @Test(arguments: forms.indices)
  func `heights, widths and breaks are those of the workbook`(number: Int) throws {
    let form = Self.forms[number]
    let drawn = DrawnPage(of: form)
    let package = try WrittenPackage(OfficialPage.workbook(of: [form]).bytes)
    let part = String(decoding: try #require(package.parts["xl/worksheets/sheet1.xml"]), as: UTF8.self)
    let heights = part.matches(of: /<row [^>]* ht="([0-9.]+)"/).compactMap { Double($0.output.1) }
    #expect(heights.count == drawn.rows.count)
    for (written, height) in zip(heights, drawn.rows) { #expect(abs(written - height) <= 0.76) }
    let breaks = part.matches(of: /<brk id="([0-9]+)"/).compactMap { Int($0.output.1) }
    #expect(breaks == drawn.breaks)
    let widths = part.matches(of: /<col min="[0-9]+" max="[0-9]+" width="([0-9.]+)"/).compactMap { Double($0.output.1) }
    #expect(widths.count == drawn.columns.count)
    // Width in the file is in digits of 8 pixels, with five pixels of padding.
    for (written, points) in zip(widths, drawn.columns) { #expect(abs(written * 8 * 0.75 - points) <= 5 * 0.75 + 0.1) }
  }

  @Test func `marks stand where the review copy has them`() throws {
    var form = SamplePages.first
    form.indicators[1].deviationReason = nil
    let findings = [
      Finding(.formTypedByHand, at: Place(field: "budget.total.initialBudget"), ["found": "1", "was": "2"]),
      Finding(.notANumber, at: Place(field: "indicators[1].actual"), ["found": "x"]),
      Finding(.notANumber, at: Place(field: "correctiveMeasures"), ["found": "x"]),
    ]
    let drawn = DrawnPage(of: form, findings: findings)
    let marked = drawn.cells.filter { $0.mark != nil }
    let fields = Dictionary(uniqueKeysWithValues: marked.map { ($0.field?.description ?? "", $0.mark) })
    #expect(
      fields == ["budget.total.initialBudget": .warning, "indicators[1].actual": .error, "correctiveMeasures": .error])
    let bytes = try ReviewCopy.workbook(of: [(form, findings)]).bytes
    let package = try WrittenPackage(bytes)
    let comments = String(decoding: try #require(package.parts["xl/comments1.xml"]), as: UTF8.self)
    let commented = Set(comments.matches(of: /<comment ref="([A-Z0-9]+)"/).map { String($0.output.1) })
    #expect(commented == Set(marked.map { $0.range.first.a1 }))
  }

  @Test func `a finding leads to the cells of its field, or to the title`() {
    let drawn = DrawnPage(of: SamplePages.first)
    #expect(drawn.fields(of: "project.name") == ["project"])
    #expect(drawn.fields(of: "indicators[1].actual") == ["indicators[1].actual"])
    #expect(drawn.fields(of: "indicators[1].level1") == ["indicators[0].level1"])
    #expect(drawn.fields(of: "extras[0]") == [.title])
    #expect(drawn.cells.first { $0.look == .title }?.field == nil)
  }
}
