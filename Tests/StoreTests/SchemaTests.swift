import Conversion
import Findings
import Foundation
import Testing
import TrackingModel

@testable import Store

/// The tables: made from the form's definition, documented, kept up to date.
@Suite struct SchemaTests {
  private func empty(_ folder: TemporaryFolder) throws -> String {
    let path = folder.path + "/a.sqlite"
    try SQLiteStore().open(path, .anew, language: .chinese).close()
    return path
  }

  private func add(_ project: String, measures: String? = nil, to path: String) throws {
    let writer = try SQLiteStore().open(path, .goOn, language: .chinese)
    var form = TrackingForm(title: "财政项目支出绩效跟踪表", correctiveMeasures: measures)
    form.project.name = project
    let file = StoredFile(path: project, name: project, sha256: nil, size: 1, isDone: true, forms: 1, settings: "")
    try writer.replace(file, []) { try $0(StoredForm(form, findings: [], cells: [])) }
    try writer.close()
  }

  @Test func `every field of the form has its column, with its label beside it`() throws {
    let folder = try TemporaryFolder()
    let store = try OpenedStore(empty(folder))
    for field in FormDefinition.tracking.fields {
      let rows = try store.rows(
        "SELECT \"column\", label FROM documentation WHERE \"table\" = 'form' AND path = '\(field.key)'")
      let row = try #require(rows.first, "\(field.key)")
      #expect(row[1] == field.label)
      #expect(try store.rows("SELECT \(row[0]) FROM form").isEmpty)
      let sql = try #require(try store.value("SELECT sql FROM sqlite_schema WHERE name = 'form'"))
      #expect(sql.contains("-- \(field.label) (\(field.key))"))
    }
    for field in FormDefinition.tracking.indicators.fields {
      #expect(
        try store.value("SELECT label FROM documentation WHERE \"table\" = 'indicator' AND path = '\(field.key)'")
          == field.label)
    }
    #expect(
      try store.rows("SELECT supervising_department_name, period_start, target_unit FROM form, indicator").isEmpty)
  }

  @Test func `every table and every column of every table is documented`() throws {
    let folder = try TemporaryFolder()
    let store = try OpenedStore(empty(folder))
    let undocumented = try store.rows(
      """
      SELECT t.name, c.name FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c
      LEFT JOIN documentation AS d ON d."table" = t.name AND d."column" = c.name
      WHERE t.type = 'table' AND d.label IS NULL
      """)
    #expect(undocumented == [])
  }

  @Test func `rows refer to rows that are there, and go with them`() throws {
    let folder = try TemporaryFolder()
    let path = try empty(folder)
    try add("甲", to: path)
    let store = try OpenedStore(path)
    #expect(throws: (any Error).self) {
      try store.execute(
        "INSERT INTO finding VALUES (1, 1, NULL, 'x', 'note', 'x', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{}')"
      )
    }
    #expect(throws: (any Error).self) { try store.execute("UPDATE file SET outcome = 'maybe'") }
    try store.execute("DELETE FROM file")
    #expect(try store.value("SELECT count(*) FROM form") == "0")
  }

  @Test func `a column that the form has gained is added, and empty until then`() throws {
    let folder = try TemporaryFolder()
    let path = try empty(folder)
    try add("甲", measures: "加快", to: path)
    try OpenedStore(path).execute("ALTER TABLE form DROP COLUMN corrective_measures")
    var old: [TrackingForm] = []
    try SQLiteStore().read(path) { old.append($0) }
    #expect(old.map(\.project.name) == ["甲"])
    #expect(old.map(\.correctiveMeasures) == [nil])
    try add("乙", measures: "加快", to: path)
    #expect(
      try OpenedStore(path).rows("SELECT project_name, corrective_measures FROM form ORDER BY 1")
        == [["乙", "加快"], ["甲", "NULL"]])
  }

  @Test(arguments: ["PRAGMA user_version = 2", "ALTER TABLE form ADD COLUMN risk TEXT"])
  func `what a newer program has written is not read by halves`(change: String) throws {
    let folder = try TemporaryFolder()
    let path = try empty(folder)
    try add("甲", to: path)
    try OpenedStore(path).execute(change)
    let refusal = #expect(throws: Refusal.self) { try SQLiteStore().read(path) { _ in } }
    #expect(refusal?.finding.rule == .storeNewer)
  }

  @Test func `a database of another program is refused and left as it is`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/other.db"
    try OpenedStore(path).execute("CREATE TABLE t (x)")
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    for open in [
      { try SQLiteStore().read(path) { _ in } }, { _ = try SQLiteStore().open(path, .goOn, language: .chinese) },
    ] {
      let refusal = #expect(throws: Refusal.self) { try open() }
      #expect(refusal?.finding.rule == .storeForeign)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    try folder.write("text.db", Array("no database at all, but long enough to be looked at as one".utf8))
    let refusal = #expect(throws: Refusal.self) { try SQLiteStore().read(folder.path + "/text.db") { _ in } }
    #expect(refusal?.finding.rule == .storeForeign)
  }

  @Test(arguments: [
    "UPDATE form SET kind = 'poem'", "UPDATE form SET period_end = 'June'", "UPDATE form SET kind = x'00'",
    "UPDATE budget_line SET period_budget = '1e5'", "UPDATE budget_line SET fund = 'lottery'",
    "UPDATE form SET assessment_budget_completion = 'x', assessment_budget_completion_likelihood = 'sure'",
    "UPDATE file SET form_count = 7", "DROP TABLE indicator",
  ])
  func `what no form can say is refused and never guessed`(damage: String) throws {
    let folder = try TemporaryFolder()
    let path = try empty(folder)
    let writer = try SQLiteStore().open(path, .goOn, language: .chinese)
    var form = TrackingForm(title: "财政项目支出绩效跟踪表")
    form.budget.total = BudgetLine(periodBudget: 1)
    let file = StoredFile(path: "甲", name: "甲", sha256: nil, size: 1, isDone: true, forms: 1, settings: "")
    try writer.replace(file, []) { try $0(StoredForm(form, findings: [], cells: [])) }
    try writer.close()
    for view in try OpenedStore(path).rows("SELECT name FROM sqlite_schema WHERE type = 'view'").compactMap(\.first) {
      try OpenedStore(path).execute("DROP VIEW \(view)")
    }
    try OpenedStore(path).execute(damage)
    #expect(throws: Refusal.self) { try SQLiteStore().read(path) { _ in } }
  }
}
