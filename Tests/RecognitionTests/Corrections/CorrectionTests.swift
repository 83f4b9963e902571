import Findings
import Foundation
import Testing
import TrackingModel

@testable import Recognition

/// Values typed over by a person: read as in a file, said as a finding.
@Suite struct CorrectionTests {
  private var recognized: RecognizedForm {
    var form = TrackingForm(
      period: TrackingPeriod(start: YearMonth("2023-01"), end: YearMonth("2023-08")), project: NamedEntity(name: "河道整治")
    )
    form.budget.total = BudgetLine(initialBudget: 100, periodBudget: 100, periodExpenditure: 50, executionRate: 50)
    form.indicators = (0..<4).map { number in
      Indicator(
        level1: number < 3 ? "产出指标" : "效益指标", level2: "数量指标", name: "指标\(number)",
        actual: IndicatorValue(text: "\(number)"))
    }
    var sources = SourceMap(sheet: "表1")
    sources.add(CellReference(row: 5, column: 2), to: "budget.total.initialBudget")
    return RecognizedForm(form: form, sources: sources, findings: [])
  }

  private func applied(_ field: FieldPath, _ text: String) throws -> RecognizedForm {
    var form = recognized
    try form.apply(Correction(field, text))
    return form
  }

  @Test func `an amount is read as on the page, in 万元`() throws {
    for (text, amount) in [
      ("12.5", "12.50"), ("1,234.5", "1234.50"), ("90万元", "90.00"), ("120000元", "12.00"), ("0", "0.00"),
    ] {
      let form = try applied("budget.total.initialBudget", text).form
      #expect(form.budget.total?.initialBudget?.amountText == amount, "\(text)")
    }
    #expect(try applied("budget.total.initialBudget", "-").form.budget.total?.initialBudget == nil)
    #expect(try applied("budget.carryOver.periodBudget", "3").form.budget.carryOver?.periodBudget == 3)
    #expect(
      try applied("budget.total.executionRate", "48.5%").form.budget.total?.executionRate == Decimal(string: "48.5"))
  }

  @Test func `a row of funds that is emptied is none`() throws {
    var form = try applied("budget.carryOver.periodBudget", "3")
    try form.apply(Correction("budget.carryOver.periodBudget", ""))
    #expect(form.form.budget.carryOver == nil)
  }

  @Test func `code and name, period, level, value, judgment and prose are read as such`() throws {
    let unit = try applied("implementingUnit", "219-某某局").form.implementingUnit
    #expect(unit == NamedEntity(code: "219", name: "某某局"))
    #expect(try applied("project", "新名").form.project == NamedEntity(name: "新名"))
    let period = try applied("period", "2024年1月至6月").form.period
    #expect(period == TrackingPeriod(start: YearMonth("2024-01"), end: YearMonth("2024-06")))
    let actual = try applied("indicators[1].actual", "≥90%").form.indicators[1].actual
    #expect(actual?.comparison == .atLeast && actual?.amount == "90" && actual?.unit == "%" && actual?.text == "≥90%")
    #expect(try applied("indicators[2].deviationReason", "甲\n乙").form.indicators[2].deviationReason == "甲\n乙")
    #expect(
      try applied("assessment.budgetCompletion", "确定能完成").form.assessment.budgetCompletion?.likelihood == .certain)
    #expect(try applied("indicators[0].level2", "质量").form.indicators[0].level2 == "质量指标")
  }

  @Test func `a level is that of all rows which share its cell`() throws {
    let corrected = try applied("indicators[1].level1", "成本指标")
    #expect(corrected.form.indicators.map(\.level1) == ["成本指标", "成本指标", "成本指标", "效益指标"])
    // Each of them says so.
    let typed = corrected.findings.filter { $0.rule == .formTypedByHand }
    #expect(Set(typed.map(\.place.field)) == Set((0..<3).map { "indicators[\($0)].level1" }))
    #expect(typed.allSatisfy { $0.values == ["found": "成本指标", "was": "产出指标"] })
  }

  @Test func `a form without indicators gets its first`() throws {
    var form = RecognizedForm(form: TrackingForm(), sources: SourceMap(), findings: [])
    try form.apply(Correction("indicators[0].name", "整治长度"))
    #expect(form.form.indicators.map(\.name) == ["整治长度"])
  }

  @Test func `the finding says what was there and where`() throws {
    let form = try applied("budget.total.initialBudget", "12.5")
    let typed = try #require(form.findings.first)
    #expect(typed.rule == .formTypedByHand && typed.values == ["found": "12.50", "was": "100.00"])
    #expect(typed.place == Place(sheet: "表1", cells: CellRange("C6"), field: "budget.total.initialBudget"))
    #expect(try applied("goals.actual", "完成").findings.first?.values["was"] == "—")
  }

  @Test func `the value that was read is no correction`() throws {
    #expect(try applied("budget.total.initialBudget", "100").findings.isEmpty)
  }

  @Test func `what was said about the value before is said no more`() throws {
    var form = recognized
    let old = Finding(.notANumber, at: Place(field: "budget.total.initialBudget"), ["found": "x"])
    let other = Finding(.notANumber, at: Place(field: "budget.total.periodBudget"), ["found": "x"])
    form.findings = [old, other]
    try form.apply(Correction("budget.total.initialBudget", "12.5"))
    #expect(form.findings.map(\.rule) == [.notANumber, .formTypedByHand] && form.findings.first == other)
  }

  @Test(arguments: [
    ("budget.total.initialBudget", "many", "value.not-a-number"),
    ("budget.total.initialBudget", "12abc", "value.not-a-number"),
    ("budget.total", "1", "usage.no-field"), ("budget.unknown.periodBudget", "1", "usage.no-field"),
    ("budget.additional[0].periodBudget", "1", "usage.no-field"), ("indicators[4].actual", "1", "usage.no-field"),
    ("indicators[0]", "1", "usage.no-field"), ("title", "x", "usage.no-field"), ("goals", "x", "usage.no-field"),
    ("source.file", "x", "usage.no-field"), ("", "x", "usage.no-field"), ("period", "never", "value.period-unreadable"),
  ])
  func `what cannot be typed changes nothing`(field: String, text: String, rule: String) {
    var form = recognized
    let refusal = #expect(throws: Refusal.self) { () throws in try form.apply(Correction(FieldPath(field), text)) }
    #expect(refusal?.finding.rule.name == rule)
    #expect(form.form == recognized.form && form.findings.isEmpty)
  }
}
