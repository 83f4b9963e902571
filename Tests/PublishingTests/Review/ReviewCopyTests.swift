import Findings
import Testing
import TrackingModel

@testable import Publishing

@Suite struct ReviewCopyTests {
  private func finding(
    _ rule: Rule, _ field: String, _ values: [String: String] = [:], cells: String? = nil
  ) -> Finding {
    Finding(rule, at: Place(sheet: "跟踪表", cells: cells.flatMap { CellRange($0) }, field: field), values)
  }

  private func package(_ findings: [Finding]) throws -> WrittenPackage {
    var form = SamplePages.first
    form.source = Source(file: "报送/莘庄.xlsx", sheet: "Sheet1")
    return try WrittenPackage(ReviewCopy.workbook(of: [(form, findings)]).bytes)
  }

  @Test func aCommentSaysWhatWhereAndWhatToDo() throws {
    let package = try package([
      finding(.workbookNumber, "budget.total.periodBudget", ["found": "6793.02", "expected": "6883.62"], cells: "F8")
    ])
    #expect(PackageCheck.faults(in: package) == [])
    let comments = package.text("xl/comments1.xml")
    #expect(comments.contains("ref=\"F6\""))
    for words in [
      "【必须改正】数值 6793.02 无法作为 XLSX 的数字保存。", "规则：workbook.number", "原文件：报送/莘庄.xlsx › 跟踪表 › F8", "现为：6793.02",
      "应为：6883.62",
      "处理：请核对该数值",
    ] { #expect(comments.contains(words), "\(words)") }
    #expect(package.text("xl/styles.xml").contains("FFFFC7CE"))
  }

  @Test(arguments: [
    ("period.end", "A2"), ("project.name", "B3"), ("supervisingDepartment", "B4"), ("implementingUnit.name", "F4"),
    ("budget.carryOver", "E8"), ("budget.carryOver.executionRate", "H8"), ("budget.additional[0]", "E9"),
    ("goals.actual", "E11"),
    ("indicators[1].deviationReason", "H14"), ("indicators[2].level1", "B13"), ("indicators[3].level1", "B16"),
    ("indicators[4]", "D17"),
    ("indicators", "D13"), ("assessment.goalCompletion", "E19"), ("correctiveMeasures", "B20"), ("extras[0]", "A1"),
  ])
  func aFindingIsSaidWhereItsFieldStands(field: String, cell: String) throws {
    let comments = try package([finding(.pageRelative, field, ["found": "", "missing": ""])]).text("xl/comments1.xml")
    #expect(comments.contains("<comment ref=\"\(cell)\""))
    #expect(comments.components(separatedBy: "<comment ").count == 2)
  }

  @Test func twoFindingsOnACellAreOneCommentInTheGraverColor() throws {
    let package = try package([
      finding(.pageExtra, "correctiveMeasures", ["found": "甲", "count": "1"]),
      finding(.workbookNumber, "correctiveMeasures", ["found": "乙"]),
    ])
    let comments = package.text("xl/comments1.xml")
    #expect(comments.contains("【请核对】") && comments.contains("【必须改正】"))
    #expect(comments.components(separatedBy: "<comment ").count == 2)
    let styles = package.text("xl/styles.xml")
    #expect(styles.contains("FFFFC7CE") && !styles.contains("FFFFEB9C"))
  }

  /// 32,767 units are as much as a comment holds; nobody reads as much.
  @Test func aLongTextIsQuotedByItsBeginning() throws {
    let long = String(repeating: "绩效", count: 20_000)
    let comments = try package([finding(.workbookNumber, "correctiveMeasures", ["found": long])]).text(
      "xl/comments1.xml")
    #expect(comments.contains("绩效绩效") && comments.contains("…"))
    #expect(comments.utf16.count < 3_000)
  }

  @Test func aSoundFormGivesTheCleanPage() throws {
    let note = Finding(Rule("test.note", .note, zh: .init("注"), en: .init("note")), at: Place(field: "project.name"))
    let package = try package([note])
    let clean = try WrittenPackage(OfficialPage.workbook(of: [SamplePages.first]).bytes)
    #expect(package.parts["xl/comments1.xml"] == nil)
    for part in ["xl/worksheets/sheet1.xml", "xl/styles.xml"] { #expect(package.parts[part] == clean.parts[part]) }
  }
}
