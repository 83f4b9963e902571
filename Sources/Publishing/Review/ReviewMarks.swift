import Findings
import TrackingModel

/// Which cells of a form's page are marked, and with what.
struct ReviewMarks {
  struct Mark {
    var severity: Severity
    var comment: String

    /// Background, `0xRRGGBB`: light enough to read black print on it, also on paper without colour.
    var color: Int { severity == .error ? 0xFFC7CE : 0xFFEB9C }
  }

  private(set) var byField: [PageField: Mark] = [:]

  init(_ findings: [Finding], of form: TrackingForm, language: Language) {
    let words = ReviewWords(language)
    for finding in findings where finding.severity > .note {
      let fields = Self.fields(of: finding.place.field, in: form)
      let comment = words.comment(on: finding, in: form)
      for (index, field) in fields.enumerated() {
        // A finding about a whole row colours it and speaks once.
        add(index == 0 ? comment : "", finding.severity, to: field)
      }
    }
  }

  private mutating func add(_ comment: String, _ severity: Severity, to field: PageField) {
    guard var mark = byField[field] else {
      byField[field] = Mark(severity: severity, comment: comment)
      return
    }
    mark.severity = max(mark.severity, severity)
    let both = [mark.comment, comment].filter { !$0.isEmpty }.joined(separator: "\n\n")
    mark.comment = XLSXText.shortened(both, to: XLSXText.maximumLength)
    byField[field] = mark
  }

  /// The cells of the page that show a field, the one to speak at first. What has no cell of its own is said at the title.
  static func fields(of path: String?, in form: TrackingForm) -> [PageField] {
    guard let path else { return [.title] }
    let steps = path.split { $0 == "." || $0 == "[" || $0 == "]" }.map(String.init)
    switch steps.first {
    case "period": return [.period]
    case "project": return [.project]
    case "supervisingDepartment": return [.supervisingDepartment]
    case "implementingUnit": return [.implementingUnit]
    case "correctiveMeasures": return [.correctiveMeasures]
    case "budget": return budget(steps.dropFirst())
    case "goals": return goals(steps.dropFirst().first)
    case "assessment": return assessment(steps.dropFirst().first)
    case "indicators": return indicators(steps.dropFirst(), in: form)
    default: return [.title]
    }
  }

  private static func budget(_ steps: ArraySlice<String>) -> [PageField] {
    guard let name = steps.first else {
      return Fund.allCases.flatMap { fund in BudgetColumn.allCases.map { .amount(fund, $0) } }
    }
    if let column = BudgetColumn(rawValue: name) { return Fund.allCases.map { .amount($0, column) } }
    guard let fund = Fund(rawValue: name) else { return [.amount(.otherFunds, .initialBudget)] }
    if let column = steps.dropFirst().first.flatMap({ BudgetColumn(rawValue: $0) }) { return [.amount(fund, column)] }
    return BudgetColumn.allCases.map { .amount(fund, $0) }
  }

  private static func goals(_ step: String?) -> [PageField] {
    switch step {
    case "expected": [.goalsExpected]
    case "actual": [.goalsActual]
    default: [.goalsExpected, .goalsActual]
    }
  }

  private static func assessment(_ step: String?) -> [PageField] {
    switch step {
    case "budgetCompletion": [.budgetCompletion]
    case "goalCompletion": [.goalCompletion]
    default: [.budgetCompletion, .goalCompletion]
    }
  }

  private static func indicators(_ steps: ArraySlice<String>, in form: TrackingForm) -> [PageField] {
    guard let index = steps.first.flatMap({ Int($0) }), index < max(1, form.indicators.count) else {
      return [.indicator(0, .name)]
    }
    guard let field = steps.dropFirst().first.flatMap({ IndicatorField(rawValue: $0) }) else {
      return [.indicator(index, .name)]
    }
    return field == .level1 ? [.indicator(firstOfGroup(index, in: form), .level1)] : [.indicator(index, field)]
  }

  /// The indicator in whose row the merged cell of the first level begins.
  private static func firstOfGroup(_ index: Int, in form: TrackingForm) -> Int {
    var first = index
    while first > 0, form.indicators.indices.contains(first), form.indicators[first].level1 != nil,
      form.indicators[first - 1].level1 == form.indicators[first].level1
    {
      first -= 1
    }
    return first
  }
}
