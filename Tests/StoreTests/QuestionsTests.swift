import Conversion
import Findings
import Foundation
import Testing
import TrackingModel

@testable import Store

/// The ten questions of `Documentation/Store.md`, asked of a store whose answers are known.
@Suite struct QuestionsTests {
  /// 河道整治 in June and in December, 图书馆开放 in June, and a file that nobody can read.
  private static func store(_ folder: TemporaryFolder) throws -> OpenedStore {
    let path = folder.path + "/a.sqlite"
    let writer = try SQLiteStore().open(path, .anew, language: .chinese)
    let lost = Finding(.outputCharacter, ["found": "x", "format": "csv"])
    let failed = Finding(.outputFailed, ["path": "x", "reason": "y"])
    var june = form("河道整治", "水务局", "河道所", "2024-06", [100, 30, 30, 80], judgment: "确定能完成")
    june.indicators = [
      indicator("疏浚长度", "≥10(公里)", planned: "5.00", actual: "4.00", reason: nil),
      indicator("有效投诉", "≤3(件)", planned: "1", actual: "2", reason: "汛期"),
      indicator("完好率", "≥90%", planned: "90.00", actual: "95.00", reason: nil),
      indicator("投诉处理时间", "≤3(天)", planned: "2", actual: "1", reason: nil),
      indicator("验收", "及时", planned: "及时", actual: "未及时", reason: nil),
    ]
    let december = form("河道整治", "水务局", "河道所", "2024-12", [120, 108, 90, 60], judgment: "有可能完成")
    let library = form("图书馆开放", "文旅局", "图书馆", "2024-06", [50, 40, 80, 50], judgment: nil)
    let cells = [
      (field: "budget.total.periodExpenditure", cells: ["G6"]), (field: "project.name", cells: ["B3", "C3"]),
    ]
    for (name, form, findings) in [
      ("一科/甲.xlsx", june, [failed, lost]), ("一科/乙.xlsx", december, [failed]), ("二科/丙.xlsx", library, []),
    ] {
      try writer.replace(file(name, isDone: true), []) { receive in
        try receive(StoredForm(form, findings: findings, cells: cells))
      }
    }
    try writer.replace(file("二科/丁.doc", isDone: false), [Finding(.fileEmpty)]) { _ in }
    try writer.close()
    return try OpenedStore(path)
  }

  private static func file(_ path: String, isDone: Bool) -> StoredFile {
    StoredFile(path: path, name: path, sha256: nil, size: 1, isDone: isDone, forms: isDone ? 1 : 0, settings: "")
  }

  /// - Parameter amounts: Period budget, expenditure, rate, and the budget of 当年财政拨款.
  private static func form(
    _ project: String, _ department: String, _ unit: String, _ end: String, _ amounts: [Decimal], judgment: String?
  ) -> TrackingForm {
    var form = TrackingForm(title: "财政项目支出绩效跟踪表")
    form.period = TrackingPeriod(start: YearMonth("2024-01"), end: YearMonth(end))
    form.project.name = project
    form.supervisingDepartment.name = department
    form.implementingUnit.name = unit
    form.budget.total = BudgetLine(periodBudget: amounts[0], periodExpenditure: amounts[1], executionRate: amounts[2])
    form.budget.currentYearAppropriation = BudgetLine(periodBudget: amounts[3])
    form.assessment.budgetCompletion = judgment.map { Judgment(text: $0) }
    form.source = Source(file: nil, sha256: nil, sheet: "表1", cells: nil)
    return form
  }

  private static func indicator(
    _ name: String, _ target: String, planned: String, actual: String, reason: String?
  ) -> Indicator {
    Indicator(
      level1: "产出指标", level2: "数量指标", name: name, target: IndicatorValue(text: target),
      planned: IndicatorValue(text: planned), actual: IndicatorValue(text: actual), deviationReason: reason)
  }

  private static let answers: [[[String]]] = [
    [
      ["水务局", "2024-06", "1", "100.0", "30.0", "30.0"], ["文旅局", "2024-06", "1", "50.0", "40.0", "80.0"],
      ["水务局", "2024-12", "1", "120.0", "108.0", "90.0"],
    ],
    [["河道整治", "2024-06", "30.0", "50.0"], ["河道整治", "2024-12", "90.0", "100.0"]],
    [["河道整治", "疏浚长度", "5.00", "4.00", "NULL"], ["河道整治", "有效投诉", "1", "2", "汛期"]],
    [["河道所", "1"]],
    [
      ["一科/乙.xlsx", "1", "河道整治", "1", "0"], ["一科/甲.xlsx", "1", "河道整治", "1", "1"],
      ["二科/丁.doc", "NULL", "NULL", "1", "0"],
    ],
    [["2024-01", "2024-06", "100.0", "30.0", "30.0"], ["2024-01", "2024-12", "120.0", "108.0", "90.0"]],
    [["output.failed", "2", "2"], ["file.empty", "1", "1"]],
    [["一科/乙.xlsx", "表1", "G6"], ["一科/甲.xlsx", "表1", "G6"]],
    [["河道整治", "30.0", "确定能完成"]],
    [["河道整治", "120.0", "60.0", "50.0"], ["河道整治", "100.0", "80.0", "80.0"], ["图书馆开放", "50.0", "50.0", "100.0"]],
  ]

  /// The statements of the document, in their order.
  private static func questions() throws -> [String] {
    let document = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Documentation/Store.md")
    let text = try String(contentsOf: document, encoding: .utf8)
    return text.components(separatedBy: "```sql\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
  }

  @Test func `every question of the document has its answer`() throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(folder)
    let questions = try Self.questions()
    #expect(questions.count == 10)
    for (number, (question, answer)) in zip(questions, Self.answers).enumerated() {
      #expect(try store.rows(question) == answer, "question \(number + 1)")
    }
  }

  @Test func `every view answers, and files with the same content are found`() throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(folder)
    for view in try store.rows("SELECT name FROM sqlite_schema WHERE type = 'view'").compactMap(\.first) {
      _ = try store.rows("SELECT * FROM \(view)")
      #expect(
        try store.value("SELECT label FROM documentation WHERE \"table\" = '\(view)' AND \"column\" = '*'") != nil)
    }
    try store.execute("UPDATE file SET sha256 = 'ab' WHERE path LIKE '一科/%'")
    #expect(try store.rows("SELECT files, first_path FROM file_twice") == [["2", "一科/乙.xlsx"]])
  }
}
