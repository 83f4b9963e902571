import Findings
import TrackingModel

/// Names, period, budget, goals, indicators and assessment are filled in.
///
/// Source: the form's rule: its blocks and labelled fields. 纠偏措施 may be blank (the first seed), a fund row other than the
/// total may be absent, and a relative is asked only for what its kind has and for the columns it prints.
enum RequiredFields: FormRule {
  static let rules: [Rule] = [.requiredField, .requiredBlock]

  static func objections(to checked: CheckedForm) -> [Objection] {
    let form = checked.form
    var found: [Objection] = []
    func require(_ isPresent: Bool, _ field: FieldPath, _ label: String) {
      if !isPresent { found.append(Objection(.requiredField, at: field, ["label": label])) }
    }

    if checked.has(.period) { found += period(form.period) }
    require(form.project.name != nil, "project.name", OfficialLabel.project)
    require(form.supervisingDepartment.name != nil, "supervisingDepartment.name", OfficialLabel.supervisingDepartment)
    require(form.implementingUnit.name != nil, "implementingUnit.name", OfficialLabel.implementingUnit)
    found += budget(checked)
    found += goals(checked)
    if form.indicators.isEmpty { found.append(block(OfficialLabel.indicators, "indicators")) }
    if checked.has(.assessment) { found += assessment(form.assessment) }
    return found
  }

  private static func block(_ label: String, _ field: FieldPath) -> Objection {
    Objection(.requiredBlock, at: field, ["label": label])
  }

  private static func period(_ period: TrackingPeriod) -> [Objection] {
    switch (period.start, period.end) {
    case (nil, nil): [Objection(.requiredField, at: "period", ["label": OfficialLabel.period])]
    case (nil, _): [Objection(.requiredField, at: .periodStart, ["label": OfficialLabel.period + "（起始月）"])]
    case (_, nil): [Objection(.requiredField, at: .periodEnd, ["label": OfficialLabel.period + "（终止月）"])]
    default: []
    }
  }

  /// The amounts of the total. A fund row may be left out, and its blank cells count as nothing.
  private static func budget(_ checked: CheckedForm) -> [Objection] {
    let columns: [(BudgetColumn, FormKind.Part)] = [
      (.initialBudget, .initialBudget), (.periodBudget, .periodBudget), (.periodExpenditure, .periodExpenditure),
    ]
    let asked = columns.filter { checked.has($0.1) }.map(\.0)
    if asked.isEmpty { return [] }
    let budget = checked.form.budget
    if budget == Budget() { return [block(OfficialLabel.budget, "budget")] }
    guard let total = budget.total else {
      return [Objection(.requiredField, at: .budget(.total), ["label": Fund.total.officialLabel])]
    }
    return asked.filter { total[keyPath: $0.keyPath] == nil && checked.hasColumn($0) }.map { column in
      Objection(
        .requiredField, at: .budget(.total, column),
        ["label": "\(Fund.total.officialLabel)：\(column.officialLabel)"])
    }
  }

  private static func goals(_ checked: CheckedForm) -> [Objection] {
    let goals = checked.form.goals
    if goals == Goals() { return [block(OfficialLabel.goals, "goals")] }
    if goals.expected == nil {
      return [Objection(.requiredField, at: .goalsExpected, ["label": OfficialLabel.goalsExpected])]
    }
    if goals.actual == nil, checked.has(.goalsActual) {
      return [Objection(.requiredField, at: .goalsActual, ["label": OfficialLabel.goalsActual])]
    }
    return []
  }

  private static func assessment(_ assessment: Assessment) -> [Objection] {
    switch (assessment.budgetCompletion, assessment.goalCompletion) {
    case (nil, nil): [block(OfficialLabel.assessment, "assessment")]
    case (nil, _): [Objection(.requiredField, at: .budgetCompletion, ["label": OfficialLabel.budgetCompletion])]
    case (_, nil): [Objection(.requiredField, at: .goalCompletion, ["label": OfficialLabel.goalCompletion])]
    default: []
    }
  }
}
