import Conversion
import Findings
import Foundation
import Testing
import TrackingModel

@testable import Store

/// What goes into a store comes out of it: forms → SQLite → forms is the identity.
@Suite struct RoundTripTests {
  private func file(_ path: String, forms: Int) -> StoredFile {
    StoredFile(path: path, name: path, sha256: nil, size: 1, isDone: true, forms: forms, settings: "")
  }

  private func write(_ files: [(path: String, forms: [TrackingForm])], to path: String) throws {
    let writer = try SQLiteStore().open(path, .anew, language: .chinese)
    for (name, forms) in files {
      try writer.replace(file(name, forms: forms.count), []) { receive in
        for form in forms { try receive(StoredForm(form, findings: [], cells: [])) }
      }
    }
    try writer.close()
  }

  @Test(arguments: 1...20) func `any forms come out as they went in`(seed: UInt64) throws {
    var random = RandomForms(seed: seed)
    let files = (0..<5).map { number in
      (path: "目录/\(number).xlsx", forms: (0..<random.number(7)).map { _ in random.form() })
    }
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.sqlite"
    try write(files.reversed(), to: path)
    var found: [TrackingForm] = []
    try SQLiteStore().read(path) { found.append($0) }
    let given = files.flatMap(\.forms)
    #expect(found.count == given.count)
    for (one, other) in zip(found, given) {
      // Texts compared byte by byte: two that Unicode calls equal are not the same.
      #expect(CanonicalJSON.line(one) == CanonicalJSON.line(other))
      #expect(one == other)
    }
    #expect(try OpenedStore(path).isSound)
  }

  @Test func `amounts keep every digit and every zero`() throws {
    var form = TrackingForm(title: "财政项目支出绩效跟踪表")
    form.budget.total = BudgetLine(
      initialBudget: Decimal(plain: "12345678901234567890.123456"), periodBudget: Decimal(plain: "71.3"),
      periodExpenditure: 0)
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.sqlite"
    try write([("甲.xlsx", [form])], to: path)
    let rows = try OpenedStore(path).rows("SELECT initial_budget, period_budget, period_expenditure FROM budget_line")
    #expect(rows == [["12345678901234567890.123456", "71.30", "0.00"]])
    let types = try OpenedStore(path).rows("SELECT DISTINCT typeof(period_budget) FROM budget_line")
    #expect(types == [["text"]])
    #expect(try OpenedStore(path).rows("SELECT period_budget * 2 FROM budget_amount") == [["142.6"]])
  }

  @Test func `a form of more values than any form has is refused`() throws {
    var form = TrackingForm(title: "财政项目支出绩效跟踪表")
    form.indicators = (0...TrackingForm.mostValues / 2).map {
      Indicator(name: "里程\($0)", target: IndicatorValue(text: "80"))
    }
    let folder = try TemporaryFolder()
    try write([("甲.xlsx", [form])], to: folder.path + "/a.sqlite")
    let refusal = #expect(throws: Refusal.self) { try SQLiteStore().read(folder.path + "/a.sqlite") { _ in } }
    #expect(refusal?.finding.values["limit"] == "valuesOfForm")
  }

  @Test func `the character NUL is left out`() throws {
    var form = TrackingForm(title: "财政项目支出绩效跟踪表")
    form.project.name = "甲\0乙"
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.sqlite"
    try write([("甲.json", [form])], to: path)
    var names: [String?] = []
    try SQLiteStore().read(path) { names.append($0.project.name) }
    #expect(names == ["甲乙"])
  }
}
