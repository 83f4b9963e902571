import Findings
import Foundation
import Recognition
import Spreadsheet
import Testing
import TrackingModel

/// A word that nobody knows, put into any cell of any form, comes out again: as a value, or in a finding that quotes it or names its cell.
///
/// `EVERY_CELL=1` tries all cells instead of some of each form.
@Suite struct NoWordIsLostTests {
  private static let word = "鑫淼焱"

  /// Rules that name cells of no field.
  private static let namingRules: [Rule] = [
    .cellsAreOther, .cellsAreNote, .cellsAreInstruction, .cellsAreSignature, .cellsAreRowNumbers, .mergesRepeated,
    .ledgerHeading, .ledgerSumRow, .ledgerOtherRow,
  ]

  @Test(arguments: GalleryFixture.all.filter { $0.expectedForms != nil })
  func aStrangeWordComesOutAgain(_ fixture: GalleryFixture) throws {
    let workbook = try Workbooks.open(.file(fixture.file.path()))
    for info in workbook.sheets where info.state == .visible {
      let sheet = try workbook.sheet(info)
      guard !Recognizer().recognize(sheet).forms.isEmpty else { continue }
      let places = Self.places(in: sheet)
      let isWhole = ProcessInfo.processInfo.environment["EVERY_CELL"] != nil
      for place in stride(from: 0, to: places.count, by: isWhole ? 1 : max(1, places.count / 24)).map({ places[$0] }) {
        let lost = Self.isLost(at: place, of: sheet)
        #expect(!lost, "\(info.name ?? "") \(place.a1), which holds “\(sheet[place]?.text ?? "")”")
      }
    }
  }

  /// The cells of the sheet and the blank ones among and beside them, those that a merged range hides left out.
  private static func places(in sheet: Sheet) -> [CellReference] {
    guard let used = CellRange(around: sheet.cells.map(\.reference)) else { return [] }
    return (used.first.row...used.last.row + 1).flatMap { row in
      (used.first.column...used.last.column + 1).map { CellReference(row: row, column: $0) }
    }
    .filter { place in !sheet.merges.contains { $0.contains(place) && $0.first != place } }
  }

  private static func isLost(at place: CellReference, of sheet: Sheet) -> Bool {
    let cells = sheet.cells.filter { $0.reference != place } + [Cell(at: place, text: word)]
    let changed = Sheet(
      info: sheet.info, cells: cells, merges: sheet.merges, hiddenRows: sheet.hiddenRows,
      hiddenColumns: sheet.hiddenColumns)
    let recognized = Recognizer().recognize(changed)
    // That there is no form any more is said aloud.
    if recognized.forms.isEmpty { return false }
    let findings = recognized.findings + recognized.forms.flatMap(\.findings)
    let isNamed = findings.contains { finding in
      finding.values.values.contains { $0.contains(word) }
        || namingRules.contains(finding.rule) && finding.place.cells?.contains(place) == true
    }
    if isNamed { return false }
    let json = CanonicalJSON.document(recognized.forms.map(\.form))
    return !String(decoding: json, as: UTF8.self).contains(word)
  }
}
