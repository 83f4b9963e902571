import Findings
import Foundation
import Recognition
import Spreadsheet
import Testing
import TrackingModel

/// The gallery judges recognition: real variants of the form, each with the JSON that a person read from it.
@Suite struct GalleryTests {
  @Test func galleryIsThere() {
    #expect(GalleryFixture.all.count >= 45)
  }

  @Test(arguments: GalleryFixture.all.filter { $0.expectedForms != nil })
  func fixtureIsRecognized(_ fixture: GalleryFixture) throws {
    let url = try #require(fixture.expectedForms)
    let expected = try CanonicalJSON.read([UInt8](Data(contentsOf: url)))
    let found = try fixture.recognize()
    let difference = try JSONDifference.lines(expected: expected, found: found.forms.map(\.form))
    #expect(difference.isEmpty, Comment(rawValue: "\n" + difference.joined(separator: "\n")))
    for wish in fixture.expectedFindings {
      let isThere = found.findings.contains(where: wish.matches)
      #expect(
        isThere == (wish.wish == .present),
        "\(wish) is \(isThere ? "" : "not ")among:\n\(found.findings.map(describe).joined(separator: "\n"))")
    }
  }

  @Test(arguments: GalleryFixture.all.filter { $0.expectedForms == nil })
  func fixtureIsRefused(_ fixture: GalleryFixture) throws {
    let wish = try #require(fixture.expectedFindings.first { $0.wish == .refused })
    do {
      let found = try fixture.recognize()
      Issue.record("\(found.forms.count) forms were read from a file that is none")
    } catch let refusal as Refusal {
      #expect(wish.matches(refusal.finding), "refused by \(describe(refusal.finding))")
    }
  }

  /// The hand-written JSON is canonical itself, and states the parts of a value as the model reads them from its words.
  @Test(arguments: GalleryFixture.all.filter { $0.expectedForms != nil })
  func expectedJSONIsCanonical(_ fixture: GalleryFixture) throws {
    let url = try #require(fixture.expectedForms)
    let bytes = try [UInt8](Data(contentsOf: url))
    let forms = try CanonicalJSON.read(bytes)
    #expect(!forms.isEmpty)
    for value in forms.flatMap(\.indicators).flatMap({ [$0.target, $0.planned, $0.actual] }).compactMap({ $0 }) {
      #expect(value == IndicatorValue(text: value.text))
    }
  }

  /// Every non-empty cell of every visible sheet that holds a form is in the account.
  @Test(arguments: GalleryFixture.all.filter { $0.expectedForms != nil })
  func everyCellIsAccountedFor(_ fixture: GalleryFixture) throws {
    let workbook = try Workbooks.open(.file(fixture.file.path()))
    for info in workbook.sheets where info.state == .visible {
      let sheet = try workbook.sheet(info)
      let recognized = Recognizer().recognize(sheet)
      guard !recognized.forms.isEmpty else { continue }
      let missing = Set(sheet.cells.map(\.reference)).subtracting(recognized.roles.keys)
      #expect(missing.isEmpty, "no role: \(missing.sorted().map(\.a1).joined(separator: " "))")
    }
  }

  private func describe(_ finding: Finding) -> String {
    [finding.rule.name, finding.place.cells?.a1, finding.message(in: .english)].compactMap { $0 }.joined(separator: " ")
  }
}
