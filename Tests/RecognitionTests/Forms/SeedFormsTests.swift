import Findings
import Foundation
import Spreadsheet
import Testing
import TrackingModel

@testable import Recognition

/// The two seed forms, stacked in one file: they disagree about everything that is not a label.
@Suite struct SeedFormsTests {
  static let sheet: Sheet = {
    let url = GalleryFixture.root.appending(path: "seeds/two-forms.tsv")
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    return tabSeparated(text)
  }()

  @Test func bothComeOutAsAPersonReadThem() throws {
    let expected = try CanonicalJSON.read(
      [UInt8](Data(contentsOf: GalleryFixture.root.appending(path: "seeds/two-forms.json"))))
    let found = Recognizer().recognize(Self.sheet)
    let difference = try JSONDifference.lines(expected: expected, found: found.forms.map(\.form))
    #expect(difference.isEmpty, Comment(rawValue: "\n" + difference.joined(separator: "\n")))
  }

  @Test func everyCellIsValueOrLabel() {
    let found = Recognizer().recognize(Self.sheet)
    #expect(Set(found.roles.keys) == Set(Self.sheet.cells.map(\.reference)))
    #expect(!found.roles.values.contains { if case .other = $0 { true } else { false } })
  }
}

/// A sheet from plain tab separated text, without the text reader in between.
func tabSeparated(_ text: String) -> Sheet {
  var cells: [Cell] = []
  for (row, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    for (column, word) in line.split(separator: "\t", omittingEmptySubsequences: false).enumerated() where !word.isEmpty
    {
      cells.append(Cell(at: CellReference(row: row, column: column), text: String(word)))
    }
  }
  return Sheet(info: SheetInfo(name: nil), cells: cells)
}
