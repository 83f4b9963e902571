import Findings
import TrackingModel

/// What a form has and the official page has no place for, and what the page has and a relative of the form lacks.
enum PageWarnings {
  static func findings(_ form: TrackingForm) -> [Finding] {
    let place = Place(file: form.source?.file, sheet: form.source?.sheet)
    return extras(of: form, at: place) + undrawn(of: form, at: place) + additionalFunds(of: form, at: place)
      + lacks(of: form, at: place)
  }

  /// One warning for each label: a column 权重 is one thing, however many rows it has.
  private static func extras(of form: TrackingForm, at place: Place) -> [Finding] {
    var order: [String] = []
    var found: [String: (count: Int, field: String, cell: String?)] = [:]
    func addWarnings(_ extras: [Extra], _ field: String) {
      for extra in extras {
        if let known = found[extra.label] {
          found[extra.label] = (known.count + 1, known.field, known.cell)
        } else {
          order.append(extra.label)
          found[extra.label] = (1, field, extra.cell)
        }
      }
    }
    addWarnings(form.extras, "extras")
    for fund in form.definition.budget.funds {
      addWarnings(form.budget[keyPath: fund.keyPath]?.extras ?? [], FieldPath.budget(fund).field(.extras).description)
    }
    for (index, fund) in form.budget.additional.enumerated() {
      addWarnings(fund.line.extras, FieldPath.additionalFund(index).field(.extras).description)
    }
    for (index, indicator) in form.indicators.enumerated() where !indicator.extras.isEmpty {
      addWarnings(indicator.extras, FieldPath.indicator(index, .extras).description)
    }
    return order.compactMap { label in
      guard let (count, field, cell) = found[label] else { return nil }
      let place = Place(
        file: place.file, sheet: place.sheet, cells: cell.flatMap { CellRange($0) }, field: field)
      return Finding(.pageExtra, at: place, ["found": label, "count": String(count)])
    }
  }

  /// One warning for each field that a page of the form's own has no cell for.
  private static func undrawn(of form: TrackingForm, at place: Place) -> [Finding] {
    let undrawn = PageLayout.of(form.definition).undrawn
    func finding(_ label: String, _ field: String, count: Int = 1) -> Finding {
      Finding(
        .pageExtra, at: Place(file: place.file, sheet: place.sheet, field: field),
        ["found": label, "count": String(count)])
    }
    return undrawn.fields.filter { !$0.isEmpty(in: form) }.map { finding($0.label, $0.key.description) }
      + undrawn.amounts.filter { form.budget[keyPath: $0.fund.keyPath]?[keyPath: $0.column.keyPath] != nil }
      .map { finding("\($0.fund.officialLabel) · \($0.column.officialLabel)", FieldPath.budget($0.fund).description) }
      + undrawn.ofIndicators.compactMap { field in
        let filled = form.indicators.indices.filter { !field.isEmpty(in: form.indicators[$0]) }
        guard let first = filled.first else { return nil }
        return finding(field.label, FieldPath.indicator(first, field.key).description, count: filled.count)
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
    let definition = form.definition
    guard !definition.lacks.isEmpty else { return [] }
    let names = definition.lacks.compactMap { label(of: $0, definition) }
    return [
      Finding(
        .pageRelative, at: Place(file: place.file, sheet: place.sheet, field: "title"),
        ["found": form.title ?? definition.title, "missing": names.joined(separator: "、")])
    ]
  }

  private static func label(of key: FieldKey, _ definition: FormDefinition) -> String? {
    BudgetColumn(rawValue: key.name)?.officialLabel ?? definition.indicators.field(key)?.label
      ?? definition.field(key)?.label ?? definition.group(key)?.label
  }
}
