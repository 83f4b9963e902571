import Findings
import Foundation
import Testing
import TrackingModel

@testable import Checking

/// What the rules say about every form of the fixtures, judged by hand: `fixtures/checks.txt` lists each finding with the reason why it
/// is right. Anything else would be a false alarm.
@Suite struct GalleryTests {
  private static let fixtures = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "fixtures")

  /// `gallery/name.tsv.json`: each file of forms as a person reads them.
  private static let documents: [String] = ["seeds", "gallery"].flatMap { folder in
    let names = try? FileManager.default.contentsOfDirectory(atPath: fixtures.appending(path: folder).path())
    return (names ?? []).filter { $0.hasSuffix(".json") }.sorted().map { "\(folder)/\($0)" }
  }

  /// The lines of `checks.txt`: `gallery/name.tsv.json [2] rule @ field — why`.
  private static func judged() throws -> [String: [String]] {
    let text = try String(contentsOf: fixtures.appending(path: "checks.txt"), encoding: .utf8)
    var byDocument: [String: [String]] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      let finding = parts[1].split(separator: " — ", maxSplits: 1).map(String.init)
      #expect(finding.count == 2, "no reason given: \(line)")
      byDocument[parts[0], default: []].append(finding[0])
    }
    return byDocument
  }

  @Test(arguments: documents)
  func everyFindingIsJudged(document: String) throws {
    let forms = try CanonicalJSON.read([UInt8](Data(contentsOf: Self.fixtures.appending(path: document))))
    var across = AcrossFilesChecker()
    var lines: [String] = []
    for (index, form) in forms.enumerated() {
      for finding in Checker().check(form) + across.check(form, file: document) {
        lines.append("[\(index + 1)] \(finding.rule.name) @ \(finding.place.field ?? "")")
        #expect(isFilled(finding), "\(finding)")
      }
    }
    // A fixture that nobody has judged yet may lack what fragments lack, and nothing else may be said about it.
    let judged = try Self.judged()[document]
    let isAboutAbsence = { (line: String) in ["required.", "indicators.", "-missing @"].contains { line.contains($0) } }
    #expect(
      judged.map { $0 == lines } ?? lines.allSatisfy(isAboutAbsence),
      "found:\n\(lines.map { "\(document) \($0)" }.joined(separator: "\n"))")
  }

  @Test func everyJudgedDocumentExists() throws {
    #expect(Set(try Self.judged().keys).subtracting(Self.documents) == [])
  }

  @Test func theFirstSeedIsSoundAndTheSecondLagsBehindTheCalendar() throws {
    let document = Self.fixtures.appending(path: "seeds/two-forms.json")
    let forms = try CanonicalJSON.read([UInt8](Data(contentsOf: document)))
    #expect(forms.map { findings(in: $0) } == [[], ["assessment.behind-calendar @ assessment.budgetCompletion"]])
  }
}
