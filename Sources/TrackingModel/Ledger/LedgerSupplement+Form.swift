import Foundation

/// The three supplements of a form: of its budget, of itself, and of each indicator.
extension LedgerSupplement {
  // MARK: Budget

  package static func entries(
    of budget: Budget, _ definition: BudgetDefinition = FormDefinition.tracking.budget,
    in table: LedgerTable = .standard
  ) -> [Entry] {
    var entries: [Entry] = []
    for fund in definition.funds {
      guard let line = budget[keyPath: fund.keyPath] else { continue }
      let hasColumns = table.definition.budget.funds.contains(fund)
      // A row that says nothing in the four columns would be taken for none.
      let isBlank = BudgetColumn.allCases.allSatisfy { line[keyPath: $0.keyPath] == nil }
      if isBlank || !hasColumns || !line.extras.isEmpty { entries.append(.fund(fund.officialLabel)) }
      if !hasColumns { entries += amounts(of: line) }
      entries += line.extras.map(Entry.extra)
    }
    for further in budget.additional {
      entries.append(.furtherFund(further.label))
      if let partOf = further.partOf { entries.append(.field(name: "partOf", value: partOf)) }
      entries += amounts(of: further.line) + further.line.extras.map(Entry.extra)
    }
    return entries
  }

  private static func amounts(of line: BudgetLine) -> [Entry] {
    BudgetColumn.allCases.compactMap { column in
      line[keyPath: column.keyPath].map { .field(name: column.officialLabel, value: $0.amountText) }
    }
  }

  /// Adds what the entries say; false, and nothing added, where they are not those of a budget.
  package static func add(
    _ entries: [Entry], to budget: inout Budget, _ definition: BudgetDefinition = FormDefinition.tracking.budget,
    in table: LedgerTable = .standard
  ) -> Bool {
    var result = budget
    var row: Row?
    for entry in entries {
      switch (entry, row) {
      case (.fund(let name), _):
        guard let fund = definition.funds.first(where: { $0.officialLabel == name }) else { return false }
        if result[keyPath: fund.keyPath] == nil { result[keyPath: fund.keyPath] = BudgetLine() }
        row = .fund(fund)
      case (.furtherFund(let label), _):
        result.additional.append(AdditionalFund(label: label))
        row = .further(result.additional.count - 1)
      case (.extra(let extra), .fund(let fund)): result[keyPath: fund.keyPath]?.extras.append(extra)
      case (.extra(let extra), .further(let index)): result.additional[index].line.extras.append(extra)
      case (.field("partOf", let value), .further(let index)): result.additional[index].partOf = value
      case (.field(let name, let value), let row?):
        guard let column = BudgetColumn.allCases.first(where: { $0.officialLabel == name }),
          let amount = Decimal(plain: value)
        else { return false }
        switch row {
        // A row with columns of its own has its amounts there.
        case .fund(let fund) where table.definition.budget.funds.contains(fund): return false
        case .fund(let fund): result[keyPath: fund.keyPath]?[keyPath: column.keyPath] = amount
        case .further(let index): result.additional[index].line[keyPath: column.keyPath] = amount
        }
      case (.field, nil), (.extra, nil): return false
      }
    }
    budget = result
    return true
  }

  private enum Row {
    case fund(Fund)
    case further(Int)
  }

  // MARK: Indicator

  package static func entries(
    of indicator: Indicator, _ definition: IndicatorDefinition = FormDefinition.tracking.indicators,
    in table: LedgerTable = .standard
  ) -> [Entry] {
    var entries: [Entry] = []
    if !table.holds(definition) {
      entries += others(definition.fields, than: table.definition.indicators.fields, of: indicator)
    }
    for (key, path) in definition.values {
      guard let value = indicator[keyPath: path], value != IndicatorValue(text: value.text) else { continue }
      entries.append(.field(name: key.name + ".comparison", value: value.comparison?.rawValue ?? ""))
      entries.append(.field(name: key.name + ".amount", value: value.amount ?? ""))
      entries.append(.field(name: key.name + ".unit", value: value.unit ?? ""))
    }
    return entries + indicator.extras.map(Entry.extra)
  }

  /// Adds what the entries say; false, and nothing added, where they are not those of an indicator.
  package static func add(
    _ entries: [Entry], to indicator: inout Indicator,
    _ definition: IndicatorDefinition = FormDefinition.tracking.indicators, in table: LedgerTable = .standard
  ) -> Bool {
    var result = indicator
    for entry in entries {
      switch entry {
      case .extra(let extra): result.extras.append(extra)
      case .field(let name, let value):
        let key = FieldKey(name)
        if let field = definition.field(key), !table.definition.indicators.holds(key) {
          guard field.set(value, in: &result) else { return false }
          continue
        }
        guard let path = definition.values.first(where: { $0.key.name == key.group })?.path,
          result[keyPath: path] != nil
        else { return false }
        let given = value.isEmpty ? nil : value
        switch key.name {
        case "comparison":
          let comparison = given.flatMap(Comparison.init(rawValue:))
          guard (comparison == nil) == (given == nil) else { return false }
          result[keyPath: path]?.comparison = comparison
        case "amount": result[keyPath: path]?.amount = given
        case "unit": result[keyPath: path]?.unit = given
        default: return false
        }
      case .fund, .furtherFund: return false
      }
    }
    indicator = result
    return true
  }

  // MARK: Form

  package static func entries(of form: TrackingForm, in table: LedgerTable = .standard) -> [Entry] {
    var entries: [Entry] = []
    if form.definition != FormFamily.standard.definition(titled: form.title) {
      entries.append(.field(name: kindName, value: form.kind.rawValue))
    }
    if !table.holds(form.definition) {
      entries += others(form.definition.fields, than: table.definition.fields, of: form)
    }
    for (field, path) in form.definition.judgments {
      guard let judgment = form[keyPath: path], judgment != Judgment(text: judgment.text) else { continue }
      entries.append(.field(name: field.key.name, value: judgment.likelihood?.rawValue ?? ""))
    }
    return entries + form.extras.map(Entry.extra)
  }

  /// Adds what the entries say; false, and nothing added, where they are not those of a form.
  package static func add(
    _ entries: [Entry], to form: inout TrackingForm, of family: FormFamily = .standard,
    in table: LedgerTable = .standard
  ) -> Bool {
    var result = form
    for entry in entries {
      switch entry {
      case .extra(let extra): result.extras.append(extra)
      case .field(kindName, let value):
        guard let definition = family.definition(of: value) else { return false }
        result.definition = definition
      case .field(let name, let value):
        if let path = result.definition.judgments.first(where: { $0.field.key.name == name })?.path {
          let likelihood = Likelihood(rawValue: value)
          guard (likelihood == nil) == value.isEmpty else { return false }
          result[keyPath: path]?.likelihood = likelihood
        } else if let field = result.definition.field(FieldKey(name)), table.definition.field(field.key) == nil {
          guard field.set(value, in: &result) else { return false }
        } else {
          return false
        }
      case .fund, .furtherFund: return false
      }
    }
    form = result
    return true
  }

  private static let kindName = "kind"

  /// The values of fields that a ledger has no columns for.
  private static func others<Owner>(_ fields: [Field<Owner>], than held: [Field<Owner>], of owner: Owner) -> [Entry] {
    fields.compactMap { field in
      if held.contains(where: { $0.key == field.key }) { return nil }
      return field.text(in: owner).map { .field(name: field.key.description, value: $0) }
    }
  }
}
