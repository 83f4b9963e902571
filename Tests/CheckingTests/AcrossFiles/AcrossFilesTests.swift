import Findings
import Testing
import TrackingModel

@testable import Checking

@Suite struct AcrossFilesTests {
  /// What is said about the second of two forms, after nothing was said about the first.
  private func said(_ first: TrackingForm, _ second: TrackingForm) -> [Finding] {
    var checker = AcrossFilesChecker()
    #expect(checker.check(first, file: "一.xlsx") == [])
    return checker.check(second, file: "二.xlsx")
  }

  private func names(_ findings: [Finding]) -> [String] { findings.map { "\($0.rule.name) @ \($0.place.field ?? "")" } }

  private let other = TrackingForm.sound.with { $0.project.name = "绿化养护" }

  @Test func twoProjectsHaveNothingToDoWithEachOther() { #expect(said(.sound, other) == []) }

  @Test func theSameFormTwice() {
    let found = said(.sound, .sound.with { $0.goals.actual = "又写了一遍" })
    #expect(names(found) == ["across.duplicate-form @ project.name"])
    #expect(found.first?.place.file == "二.xlsx")
    #expect(found.first?.message(in: .chinese).contains("一.xlsx") == true)
  }

  @Test func anotherUnitOrPeriodIsAnotherForm() {
    #expect(said(.sound, .sound.with { $0.implementingUnit.name = "另一房管办" }) == [])
    #expect(said(.sound, .sound.with { $0.period.end = YearMonth(year: 2023, month: 9) }) == [])
    #expect(said(.sound, .sound.with { $0.setTitle("财政项目支出绩效自评表") }) == [])
  }

  @Test func differentBudgetsForOneProjectAndPeriod() {
    let coded = TrackingForm.sound.with { $0.project.code = "51000021R" }
    let found = said(
      coded,
      coded.with {
        $0.implementingUnit.name = "另一房管办"
        $0.budget.total?.periodBudget = 7000
      })
    #expect(names(found) == ["across.budget-conflict @ budget.total"])
    #expect(found.first?.values["expected"] == "年初预算数 6883.62、跟踪期预算数 6793.02")
    #expect(found.first?.values["found"] == "年初预算数 6883.62、跟踪期预算数 7000.00")
  }

  @Test func aProjectOfSeveralUnitsWithoutACodeIsANote() {
    let found = said(
      .sound,
      .sound.with {
        $0.implementingUnit.name = "另一房管办"
        $0.budget.total?.periodBudget = 7000
      })
    #expect(names(found) == ["across.budget-by-unit @ budget.total"])
    #expect(found.first?.severity == .note)
  }

  @Test func projectsOfOneNameInTwoDepartmentsAreHonest() {
    #expect(
      said(
        .sound,
        .sound.with {
          $0.supervisingDepartment.name = "另一局"
          $0.budget.total?.periodBudget = 7000
        }) == [])
  }

  @Test(arguments: [
    "上海市莘庄工业区（汇总）", "上海市 莘庄工业区(汇总)", "上海市莘庄工业区【汇总】",
  ])
  func namesThatDifferOnlyBeforeNormalization(name: String) {
    let found = said(.sound, other.with { $0.supervisingDepartment.name = name })
    #expect(names(found) == ["across.name-variant @ supervisingDepartment.name"])
    #expect(found.first?.values["expected"] == "上海市莘庄工业区(汇总)")
  }

  @Test func eachFurtherSpellingIsReportedOnce() {
    var checker = AcrossFilesChecker()
    let variant = other.with { $0.supervisingDepartment.name = "上海市莘庄工业区（汇总）" }
    _ = checker.check(.sound, file: "一.xlsx")
    #expect(checker.check(variant, file: "二.xlsx").count == 1)
    #expect(checker.check(variant.with { $0.project.name = "道路保洁" }, file: "三.xlsx") == [])
    #expect(checker.check(.sound.with { $0.project.name = "道路养护" }, file: "四.xlsx") == [])
  }

  @Test func theEarlierFormIsNamedWithSheetAndCells() {
    let found = said(
      .sound.with { $0.source = Source(file: "一.xlsx", sheet: "表1", cells: "A3:H27") }, .sound)
    #expect(found.first?.values["other"] == "一.xlsx › 表1 › A3:H27")
  }
}
