import TrackingModel

/// Fields and funds of a form's definition for which no label is in the vocabulary: what stands under their own labels has been read as an
/// extra or as a further fund.
extension Draft {
  mutating func takeDefinedFields() {
    let definition = form.definition
    guard definition != .tracking, definition.official == nil else { return }
    for field in definition.fields {
      guard let index = Self.position(of: field, in: form.extras), field.set(form.extras[index].text, in: &form) else {
        continue
      }
      form.extras.remove(at: index)
      moveExtra(.extra(index), to: field.key)
    }
    for number in form.indicators.indices {
      for field in definition.indicators.fields {
        guard let index = Self.position(of: field, in: form.indicators[number].extras),
          field.set(form.indicators[number].extras[index].text, in: &form.indicators[number])
        else { continue }
        form.indicators[number].extras.remove(at: index)
        moveExtra(FieldPath.indicator(number).extra(index), to: field.key)
      }
    }
    for fund in definition.budget.funds where form.budget[keyPath: fund.keyPath] == nil {
      let labels = [fund.officialLabel, fund.plainLabel].map(ComparedText.name)
      guard let index = form.budget.additional.firstIndex(where: { labels.contains(ComparedText.name($0.label)) })
      else { continue }
      form.budget[keyPath: fund.keyPath] = form.budget.additional.remove(at: index).line
      moveFund(from: index, to: fund)
    }
  }

  private static func position<Owner>(of field: Field<Owner>, in extras: [Extra]) -> Int? {
    let label = ComparedText.name(field.label)
    return extras.firstIndex { ComparedText.name($0.label) == label }
  }
}
