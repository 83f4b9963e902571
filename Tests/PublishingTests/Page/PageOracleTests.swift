import Findings
import Testing
import TrackingModel

@testable import Publishing

/// Readers that know nothing of this program see the page as it was drawn.
@Suite struct PageOracleTests {
  @Test func everyCellAndMergeIsReadAsDrawn() throws {
    var generator = FormGenerator(seed: 99)
    let forms = [SamplePages.first, SamplePages.form(indicators: 60)] + (0..<4).map { _ in generator.form() }
    let sheets = try Oracle.sheets(of: OfficialPage.workbook(of: forms).bytes)
    try #require(sheets.count == forms.count)
    for (form, sheet) in zip(forms, sheets) {
      let drawing = PageComposition.best(for: form, PageSettings()).drawing
      var expected: [String: [String]] = [:]
      for cell in drawing.cells {
        switch cell.value {
        case .blank: break
        case .text(let text): expected[cell.range.first.a1] = ["text", text, "@"]
        case .number(let digits, let format):
          expected[cell.range.first.a1] = ["number", Double(digits).map { "\($0)" } ?? "", format]
        }
      }
      #expect(sheet.cells == expected)
      #expect(sheet.calamine == expected.mapValues { $0[1] })
      let merges = drawing.cells.map(\.range).filter { !$0.isSingleCell }.map(\.a1).sorted()
      #expect(sheet.merges == merges)
      #expect(sheet.calamineMerges == merges)
      #expect(sheet.breaks == drawing.breaks)
      #expect(sheet.heights.count == drawing.heights.count && sheet.heights.allSatisfy { ($0 ?? 999) <= 409.5 })
    }
  }
}
