import TrackingModel

/// A form as rules see it: with its kind, and with the comparison of plan and result, which several rules need, made once.
///
/// One object for all rules: a form has so many parts that copying it for each of them would be noticed.
final class RuleContext: Sendable {
  let form: TrackingForm
  let kind: FormKind
  /// For each indicator, how its result stands to the period's plan.
  let deviations: [Deviation]
  /// The fund rows that say something.
  let budgetRows: [BudgetRow]
  private let sources: SourceMap

  /// - Parameter sources: Where the form's values were read from, and where missing ones ought to stand.
  init(_ form: TrackingForm, sources: SourceMap = .init()) {
    self.form = form
    self.sources = sources
    kind = form.kind
    deviations = form.indicators.map { Deviation(of: $0) }
    budgetRows = form.budget.rows(of: form.definition.budget)
  }

  /// What a rule objects to in each of the indicators.
  ///
  /// They are handed over in place: a copy of one counts a dozen references up and down again, and there are twenty rules.
  func eachIndicator(_ objections: (Int, Indicator) -> [Objection]) -> [Objection] {
    form.indicators.withUnsafeBufferPointer { all in
      var found: [Objection] = []
      for index in all.indices { found += objections(index, all[index]) }
      return found
    }
  }

  /// What a rule objects to in each planned and actual value: it is handed the indicator, the value, its field and its label.
  func eachResult(_ objection: (Indicator, IndicatorValue, FieldPath, String) -> Objection?) -> [Objection] {
    eachIndicator { index, indicator in
      var found: [Objection] = []
      if let planned = indicator.planned,
        let objection = objection(indicator, planned, .indicator(index, .planned), OfficialLabel.planned)
      {
        found.append(objection)
      }
      if let actual = indicator.actual,
        let objection = objection(indicator, actual, .indicator(index, .actual), OfficialLabel.actual)
      {
        found.append(objection)
      }
      return found
    }
  }

  /// Whether a form of its kind can have the field, group, column of the budget or field of the indicators.
  func has(_ key: FieldKey) -> Bool { form.definition.has(key) }

  /// Whether the budget has this column: a form of its own has all; a relative of one those under whose headings something stands, or could.
  func hasColumn(_ column: BudgetColumn) -> Bool {
    form.definition.official == nil
      || form.definition.budget.funds.contains { fund in
        form.budget[keyPath: fund.keyPath]?[keyPath: column.keyPath] != nil
          || !sources[.budget(fund, column)].isEmpty
      } || form.budget.additional.contains { $0.line[keyPath: column.keyPath] != nil }
  }
}
