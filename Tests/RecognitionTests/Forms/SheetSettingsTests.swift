import Findings
import Foundation
import Spreadsheet
import Testing

@testable import Recognition

/// Which sheets of a workbook are read.
@Suite struct SheetSettingsTests {
  private static func read(
    _ sheets: [(name: String?, rows: [Row])], only: String? = nil
  ) throws -> (projects: [String?], rules: [String]) {
    var settings = RecognitionSettings()
    settings.sheet = only
    let found = try recognize(sheets, settings: settings)
    return (found.forms.map(\.form.project.name), found.findings.map { "\($0.rule.name) \($0.place.sheet ?? "")" })
  }

  private static func rows(_ text: String) -> [Row] {
    Dictionary(grouping: table(text).cells, by: \.reference.row).sorted { $0.key < $1.key }.map {
      Row(index: $0.key, cells: $0.value)
    }
  }

  private static let sheets: [(name: String?, rows: [Row])] = [
    ("封面", rows("财务科 | 2023年9月")), ("甲", rows(FormTables().text)),
    ("乙", rows(FormTables(heading: "项目名称 | 乙工程").text)),
  ]

  @Test func sheetsWithoutAFormAreNamed() throws {
    let found = try Self.read(Self.sheets)
    #expect(found.projects == ["甲工程", "乙工程"])
    #expect(found.rules.contains("form.sheet-without-form 封面"))
  }

  @Test func profileNamesTheOnlySheet() throws {
    let found = try Self.read(Self.sheets, only: "乙")
    #expect(found.projects == ["乙工程"])
    #expect(found.rules.contains("form.sheet-not-chosen 封面"))
    #expect(found.rules.contains("form.sheet-not-chosen 甲"))
  }

  @Test func restOfAFormOnAnotherSheetIsAnError() throws {
    let rest = FormTables(title: "", heading: "", budget: "", goals: "").text
    let found = try Self.read([("第1页", Self.rows(FormTables(indicators: "").text)), ("第2页", Self.rows(rest))])
    #expect(found.projects == ["甲工程"])
    #expect(found.rules.contains("form.sheet-with-part 第2页"))
    #expect(!found.rules.contains("form.sheet-without-form 第2页"))
  }

  @Test(arguments: [" , \n,\n", "　\n"])
  func fileWithNothingInItIsRefused(_ text: String) throws {
    let workbook = try Workbooks.open(.bytes([UInt8](text.utf8)))
    let refusal = #expect(throws: Refusal.self) { _ = try Recognizer().recognize(workbook) { _ in } }
    #expect(refusal?.finding.rule == .nothingWritten)
  }
}
