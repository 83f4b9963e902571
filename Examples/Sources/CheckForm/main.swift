import Foundation
import TrackTable

// What is wrong with a form, in Chinese, and where: CheckForm < 跟踪表.xlsx. Without input, a form that was made here.

/// A form as a program makes one. Amounts are in 万元, and no `Double` ever holds them.
func madeForm() -> TrackingForm {
  var form = TrackingForm(title: OfficialLabel.title)
  form.period = TrackingPeriod(start: YearMonth("2024-01"), end: YearMonth("2024-08"))
  form.project = NamedEntity(code: "310112", name: "社区食堂改造")
  form.budget.total = BudgetLine(initialBudget: Decimal(string: "120.50"), periodBudget: 120)
  form.budget.currentYearAppropriation = BudgetLine(initialBudget: 100, periodBudget: 100)
  form.budget.carryOver = BudgetLine(initialBudget: 10, periodBudget: 10)
  form.indicators = [
    Indicator(
      level1: "产出指标", level2: "数量指标", name: "改造面积",
      target: IndicatorValue(text: "≥300平方米"), planned: IndicatorValue(text: "200"),
      actual: IndicatorValue(text: "150"))
  ]
  return form
}

/// Findings of the rules that a settings object leaves on, the gravest first.
func check(_ form: TrackingForm) -> [Finding] {
  var settings = CheckingSettings()
  settings.disabled = ["assessment.behind-calendar"]
  settings.severities = ["budget.sum": .error]
  return Checker(settings: settings).check(form).sorted { $0.severity > $1.severity }
}

do {
  let bytes = Array(FileHandle.standardInput.readDataToEndOfFile())
  var findings: [Finding] = []
  if bytes.isEmpty {
    findings = check(madeForm())
  } else {
    let summary = try Pipeline().read(.bytes(bytes), named: "跟踪表") { findings += $0.findings }
    findings += summary.findings
  }
  for finding in findings {
    print(FindingLine.text(of: finding, in: .chinese))
    // For a program: a rule's name never changes.
    if finding.rule.name == "budget.sum" { print("  ", finding.place.field ?? "") }
  }
  exit(findings.contains { $0.severity == .error } ? 1 : 0)
} catch let refusal as Refusal {
  print(FindingLine.text(of: refusal.finding, in: .chinese))
  exit(2)
}
