import Foundation

/// The three supplements of a form: of its budget, of itself, and of each indicator.
extension LedgerSupplement {
  // MARK: Budget

  public static func entries(of budget: Budget) -> [Entry] {
    var entries: [Entry] = []
    for fund in Fund.allCases {
      guard let line = budget[keyPath: fund.keyPath] else { continue }
      // A row that says nothing in the four columns would be taken for none.
      let isBlank = BudgetColumn.allCases.allSatisfy { line[keyPath: $0.keyPath] == nil }
      if isBlank || !line.extras.isEmpty { entries.append(.fund(fund.officialLabel)) }
      entries += line.extras.map(Entry.extra)
    }
    for further in budget.additional {
      entries.append(.furtherFund(further.label))
      if let partOf = further.partOf { entries.append(.field(name: "partOf", value: partOf)) }
      for column in BudgetColumn.allCases {
        guard let amount = further.line[keyPath: column.keyPath] else { continue }
        entries.append(.field(name: column.officialLabel, value: amount.amountText))
      }
      entries += further.line.extras.map(Entry.extra)
    }
    return entries
  }

  /// Adds what the entries say; false, and nothing added, where they are not those of a budget.
  public static func add(_ entries: [Entry], to budget: inout Budget) -> Bool {
    var result = budget
    var row: Row?
    for entry in entries {
      switch (entry, row) {
      case (.fund(let name), _):
        guard let fund = Fund.allCases.first(where: { $0.officialLabel == name }) else { return false }
        if result[keyPath: fund.keyPath] == nil { result[keyPath: fund.keyPath] = BudgetLine() }
        row = .fund(fund)
      case (.furtherFund(let label), _):
        result.additional.append(AdditionalFund(label: label))
        row = .further(result.additional.count - 1)
      case (.extra(let extra), .fund(let fund)): result[keyPath: fund.keyPath]?.extras.append(extra)
      case (.extra(let extra), .further(let index)): result.additional[index].line.extras.append(extra)
      case (.field("partOf", let value), .further(let index)): result.additional[index].partOf = value
      case (.field(let name, let value), .further(let index)):
        guard let column = BudgetColumn.allCases.first(where: { $0.officialLabel == name }),
          let amount = Decimal(plain: value)
        else { return false }
        result.additional[index].line[keyPath: column.keyPath] = amount
      case (.field, _), (.extra, nil): return false
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

  public static func entries(of indicator: Indicator) -> [Entry] {
    var entries: [Entry] = []
    for (name, path) in values {
      guard let value = indicator[keyPath: path] else { continue }
      let derived = IndicatorValue(text: value.text)
      if derived == value { continue }
      entries.append(.field(name: name + ".comparison", value: value.comparison?.rawValue ?? ""))
      entries.append(.field(name: name + ".amount", value: value.amount ?? ""))
      entries.append(.field(name: name + ".unit", value: value.unit ?? ""))
    }
    return entries + indicator.extras.map(Entry.extra)
  }

  /// Adds what the entries say; false, and nothing added, where they are not those of an indicator.
  public static func add(_ entries: [Entry], to indicator: inout Indicator) -> Bool {
    var result = indicator
    for entry in entries {
      switch entry {
      case .extra(let extra): result.extras.append(extra)
      case .field(let name, let value):
        let parts = name.split(separator: ".")
        guard parts.count == 2, let path = values.first(where: { $0.name == parts[0] })?.path,
          result[keyPath: path] != nil
        else { return false }
        let given = value.isEmpty ? nil : value
        switch parts[1] {
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

  private static let values: [(name: String, path: WritableKeyPath<Indicator, IndicatorValue?> & Sendable)] = [
    ("target", \.target), ("planned", \.planned), ("actual", \.actual),
  ]

  // MARK: Form

  public static func entries(of form: TrackingForm) -> [Entry] {
    var entries: [Entry] = []
    if form.kind != FormKind(title: form.title) { entries.append(.field(name: "kind", value: form.kind.rawValue)) }
    for (name, path) in judgements {
      guard let judgement = form.assessment[keyPath: path], judgement != Judgement(text: judgement.text) else {
        continue
      }
      entries.append(.field(name: name, value: judgement.likelihood?.rawValue ?? ""))
    }
    return entries + form.extras.map(Entry.extra)
  }

  /// Adds what the entries say; false, and nothing added, where they are not those of a form.
  public static func add(_ entries: [Entry], to form: inout TrackingForm) -> Bool {
    var result = form
    for entry in entries {
      switch entry {
      case .extra(let extra): result.extras.append(extra)
      case .field("kind", let value):
        guard let kind = FormKind(rawValue: value) else { return false }
        result.kind = kind
      case .field(let name, let value):
        guard let path = judgements.first(where: { $0.name == name })?.path else { return false }
        let likelihood = Likelihood(rawValue: value)
        guard (likelihood == nil) == value.isEmpty else { return false }
        result.assessment[keyPath: path]?.likelihood = likelihood
      case .fund, .furtherFund: return false
      }
    }
    form = result
    return true
  }

  private static let judgements: [(name: String, path: WritableKeyPath<Assessment, Judgement?> & Sendable)] = [
    ("budgetCompletion", \.budgetCompletion), ("goalCompletion", \.goalCompletion),
  ]
}
