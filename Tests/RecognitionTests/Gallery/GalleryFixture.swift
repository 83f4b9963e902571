import Findings
import Foundation
import Recognition
import Spreadsheet
import Testing
import TrackingModel

/// A file of `fixtures/seeds` or `fixtures/gallery` and what is expected of it.
///
/// Beside `name.tsv` stands `name.tsv.json`, or `name.json` for all files whose names begin with `name.`; and
/// `name.tsv.findings` where findings matter: a line `rule.name B3` for one that has to be there (the cell may be left
/// out), `not rule.name` for one that must not, `refused rule.name` for a file that is no form at all.
struct GalleryFixture: CustomTestStringConvertible, Sendable {
  let file: URL

  var testDescription: String { file.deletingLastPathComponent().lastPathComponent + "/" + file.lastPathComponent }

  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "fixtures")

  static let all: [GalleryFixture] = ["seeds", "gallery"].flatMap { folder in
    let files = try? FileManager.default.contentsOfDirectory(
      at: root.appending(path: folder), includingPropertiesForKeys: nil)
    return (files ?? [])
      .filter { ["tsv", "csv", "xlsx", "docx"].contains($0.pathExtension) }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map(GalleryFixture.init)
  }

  /// The JSON written by hand; nil for a file that is refused.
  var expectedForms: URL? {
    let own = URL(filePath: file.path() + ".json")
    if FileManager.default.fileExists(atPath: own.path()) { return own }
    let name = file.lastPathComponent.prefix { $0 != "." }
    let shared = file.deletingLastPathComponent().appending(path: name + ".json")
    return FileManager.default.fileExists(atPath: shared.path()) ? shared : nil
  }

  var expectedFindings: [ExpectedFinding] {
    guard let text = try? String(contentsOf: URL(filePath: file.path() + ".findings"), encoding: .utf8) else {
      return []
    }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(ExpectedFinding.init)
  }

  /// All that recognition makes of the file.
  func recognize() throws -> (forms: [RecognizedForm], findings: [Finding]) {
    let workbook = try Workbooks.open(.file(file.path()))
    var forms: [RecognizedForm] = []
    let findings = try Recognizer().recognize(workbook) { forms.append($0) }
    return (forms, forms.flatMap(\.findings) + findings)
  }
}

/// One line of a `.findings` file.
struct ExpectedFinding: CustomStringConvertible {
  enum Wish { case present, absent, refused }

  let wish: Wish
  let rule: String
  let cells: String?

  init(_ line: Substring) {
    var words = line.split(separator: " ").map(String.init)
    switch words.first {
    case "not": wish = .absent
    case "refused": wish = .refused
    default: wish = .present
    }
    if wish != .present { words.removeFirst() }
    rule = words.first ?? ""
    cells = words.dropFirst().first
  }

  var description: String { [rule, cells].compactMap { $0 }.joined(separator: " ") }

  func matches(_ finding: Finding) -> Bool {
    finding.rule.name == rule && (cells == nil || finding.place.cells?.a1 == cells)
  }
}
