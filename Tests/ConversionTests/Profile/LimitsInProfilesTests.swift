import Foundation
import Publishing
import Recognition
import Spreadsheet
import Testing

@testable import Conversion
@testable import Findings
@testable import TrackingModel

@Suite("Limits in a profile") struct LimitsInProfilesTests {
  @Test("are raised by their keys")
  func raised() throws {
    let profile = try Profile(yaml: "limits:\n  sheets: 3000\n  text-bytes-of-whole-sheet: 1000000000\n")
    #expect(profile.limits.sheets == 3000)
    #expect(profile.limits.textBytesOfWholeSheet == 1_000_000_000)
    #expect(profile.limits.merges == Limits.standard.merges)
    var settings = PipelineSettings()
    profile.apply(to: &settings)
    #expect(settings.reading.limits.sheets == 3000)
  }

  @Test(
    "have to be known and whole numbers",
    arguments: [
      ("limits:\n  styles: 5\n", "profile.unknown-key"), ("limits:\n  sheets: many\n", "profile.value"),
      ("limits:\n  sheets: 0\n", "profile.value"), ("limits: 5\n", "profile.type"),
    ])
  func refused(yaml: String, rule: String) {
    let invalid = #expect(throws: InvalidProfile.self) { try Profile(yaml: yaml) }
    #expect(invalid?.findings.map(\.rule.name) == [rule])
  }

  @Test("decide what is read")
  func applied() throws {
    let text = Array("项目名称,甲\n主管部门,乙\n".utf8)
    func read(_ yaml: String) throws -> Sheet {
      var settings = PipelineSettings()
      try Profile(yaml: yaml).apply(to: &settings)
      let workbook = try Workbooks.open(.bytes(text), options: settings.reading)
      return try workbook.sheet(workbook.sheets[0])
    }
    let refusal = #expect(throws: Refusal.self) { try read("limits:\n  cells-of-whole-sheet: 5\n") }
    #expect(refusal?.finding.advice(in: .chinese)?.contains("cells-of-whole-sheet") == true)
    #expect(try read("limits:\n  cells-of-whole-sheet: 6\n").cells.count == 4)
  }

  // MARK: Documentation

  /// `Documentation/Limits.md` lists every limit. Set `UPDATE_DOCUMENTATION` to write it anew.
  private static let file = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Documentation/Limits.md")

  @Test("are listed in the documentation")
  func documentation() throws {
    let text = try Self.document()
    if ProcessInfo.processInfo.environment["UPDATE_DOCUMENTATION"] != nil {
      try text.write(to: Self.file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: Self.file, encoding: .utf8) == text, "run once with UPDATE_DOCUMENTATION=1")
  }

  private static func document() throws -> String {
    var text = """
      # Limits

      What a file may be at most. The first table lists what `file.too-large` names as its `limit`: one with a key is raised in a profile, under
      `limits`, because honest files may meet it; one without is met by no honest file, or there is another way. The second lists the limits that
      have a rule of their own.

      This list is made from the code: `UPDATE_DOCUMENTATION=1 swift test --filter LimitsInProfiles`.

      | limit | at most | raised by |
      |---|---|---|

      """
    let standard = Mirror(reflecting: Limits.standard).children
    for limit in Limit.all {
      let inReader = standard.first { $0.label == limit.name }?.value as? Int
      let value = try #require(inReader ?? others[limit.name])
      let how = limit.key.map { "`limits: \($0):`" } ?? "none: \(limit.remedy(in: .english).dropFirst(29))"
      let counted =
        limit.name == "stringRatio" ? "times their compressed size, of all texts" : limit.counted(in: .english)
      text += "| `\(limit.name)` | \(value) \(counted) | \(how) |\n"
    }
    text += "\n| rule | at most | raised by |\n|---|---|---|\n"
    for (rule, most, how) in rules { text += "| `\(rule)` | \(most) | \(how) |\n" }
    return text
  }

  /// Limits of the modules above the reader.
  private static let others = [
    "cellsOfRow": 2 * CellReference.maximumColumns, "findings": FindingMeter.limit,
    "longestNested": ArchivedFiles.longestNested, "profileBytes": ProfileText.longest,
    "listBytes": InputPaths.longestList, "cellsOfForm": RecognitionSettings().cellsOfForm,
    "valuesOfForm": TrackingForm.mostValues, "rowsOfPage": OfficialPage.mostRows,
  ]

  private static let rules: [(String, String, String)] = [
    ("run.time-limit", "\(Int(FileLimits().seconds)) seconds for an input", "`--time-limit`"),
    ("run.memory-limit", "\(FileLimits().memory >> 20) MB of memory for an input", "`--memory-limit`"),
    (
      "output.too-many-sheets", "\(Publisher.maximumSheets) forms as sheets of a workbook",
      "none: `--layout ledger` or `--name` instead"
    ),
    ("text.record-too-long", "\(TextWorkbook.longestRecord) bytes of a record", "none: no record of a table is longer"),
    ("text.too-many-columns", "\(CellReference.maximumColumns) columns", "none: a sheet has no more"),
    (
      "text.unclosed-quote", "\(RecordReader.longestQuotedField) bytes in quotation marks",
      "none: a longer field was never closed, and is read as text"
    ),
    ("json.syntax", "\(JSONLines.longestLine) bytes of a line of JSON Lines", "none: no form is longer"),
    ("json.syntax", "\(JSONStructure.deepest) levels of nesting", "none: canonical JSON comes nowhere near"),
    ("xlsx.malformed", "128 levels of nesting", "none: no part of a workbook comes near"),
    ("file.archive-nested", "an archive in an archive", "none: unpack the outer one"),
    ("workbook.text-too-long", "32767 characters of a cell", "none: XLSX has no more; `--to json`"),
    ("workbook.list-too-long", "255 characters of a drop-down list", "none: XLSX has no more"),
  ]
}
