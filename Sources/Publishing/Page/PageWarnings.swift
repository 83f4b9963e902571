import Findings
import TrackingModel

/// What a form has and the official page has no place for, and what the page has and a relative of the form lacks.
enum PageWarnings {
  static func findings(_ form: TrackingForm) -> [Finding] {
    let place = Place(file: form.source?.file, sheet: form.source?.sheet)
    return extras(of: form, at: place) + additionalFunds(of: form, at: place) + lacks(of: form, at: place)
  }

  /// One warning for each label: a column 权重 is one thing, however many rows it has.
  private static func extras(of form: TrackingForm, at place: Place) -> [Finding] {
    var order: [String] = []
    var found: [String: (count: Int, field: String, cell: String?)] = [:]
    func note(_ extras: [Extra], _ field: String) {
      for extra in extras {
        if let known = found[extra.label] {
          found[extra.label] = (known.count + 1, known.field, known.cell)
        } else {
          order.append(extra.label)
          found[extra.label] = (1, field, extra.cell)
        }
      }
    }
    note(form.extras, "extras")
    for fund in Fund.allCases {
      note(form.budget[keyPath: fund.keyPath]?.extras ?? [], FieldPath.budget(fund).description + ".extras")
    }
    for (index, fund) in form.budget.additional.enumerated() {
      note(fund.line.extras, "budget.additional[\(index)].extras")
    }
    for (index, indicator) in form.indicators.enumerated() where !indicator.extras.isEmpty {
      note(indicator.extras, FieldPath.indicator(index, "extras").description)
    }
    return order.compactMap { label in
      guard let (count, field, cell) = found[label] else { return nil }
      let place = Place(
        file: place.file, sheet: place.sheet, cells: cell.flatMap { CellRange($0) }, field: field)
      return Finding(.pageExtra, at: place, ["found": label, "count": String(count)])
    }
  }

  private static func additionalFunds(of form: TrackingForm, at place: Place) -> [Finding] {
    form.budget.additional.enumerated().map { index, fund in
      Finding(
        .pageAdditionalFund, at: Place(file: place.file, sheet: place.sheet, field: "budget.additional[\(index)]"),
        ["found": fund.label])
    }
  }

  private static func lacks(of form: TrackingForm, at place: Place) -> [Finding] {
    let kind = form.kind
    guard !kind.lacks.isEmpty else { return [] }
    let names = FormKind.Part.allCases.filter { kind.lacks.contains($0) }.map(\.officialLabel)
    return [
      Finding(
        .pageRelative, at: Place(file: place.file, sheet: place.sheet, field: "title"),
        ["found": form.title ?? kind.rawValue, "missing": names.joined(separator: "、")])
    ]
  }
}

extension FormKind.Part {
  /// The field's label on the official form.
  fileprivate var officialLabel: String {
    switch self {
    case .period: OfficialLabel.period
    case .initialBudget: BudgetColumn.initialBudget.officialLabel
    case .periodBudget: BudgetColumn.periodBudget.officialLabel
    case .periodExpenditure: BudgetColumn.periodExpenditure.officialLabel
    case .executionRate: BudgetColumn.executionRate.officialLabel
    case .goalsActual: OfficialLabel.goalsActual
    case .planned: OfficialLabel.planned
    case .actual: OfficialLabel.actual
    case .deviationReason: OfficialLabel.deviationReason
    case .assessment: OfficialLabel.assessment
    case .correctiveMeasures: OfficialLabel.correctiveMeasures
    }
  }
}
