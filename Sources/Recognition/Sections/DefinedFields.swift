import TrackingModel

/// Fields and funds of a form's definition for which no label is in the vocabulary: what stands under their own labels has been read as an
/// extra or as a further fund.
extension FormBuilder {
  mutating func assignDefinedFields() {
    let definition = form.definition
    let fields = definition.hasOwnPage ? definition.fields : Self.unreadFields
    let ofIndicators = definition.hasOwnPage ? definition.indicators.fields : Self.unreadOfIndicators
    for field in fields {
      guard let index = Self.position(of: field, in: form.extras), field.set(form.extras[index].text, in: &form) else {
        continue
      }
      form.extras.remove(at: index)
      moveExtra(.extra(index), to: field.key)
    }
    for number in form.indicators.indices {
      for field in ofIndicators {
        guard let index = Self.position(of: field, in: form.indicators[number].extras),
          field.set(form.indicators[number].extras[index].text, in: &form.indicators[number])
        else { continue }
        form.indicators[number].extras.remove(at: index)
        moveExtra(FieldPath.indicator(number).extra(index), to: field.key)
      }
    }
    guard definition.hasOwnPage else { return }
    for fund in definition.budget.funds where form.budget[keyPath: fund.keyPath] == nil {
      let labels = [fund.officialLabel, fund.plainLabel].map(ComparedText.name)
      guard let index = form.budget.additional.firstIndex(where: { labels.contains(ComparedText.name($0.label)) })
      else { continue }
      form.budget[keyPath: fund.keyPath] = form.budget.additional.remove(at: index).line
      moveFund(from: index, to: fund)
    }
  }

  /// Fields of the official form whose labels are not in the vocabulary: what nothing else reads.
  static let unreadFields = FormDefinition.tracking.fields.filter { field in
    let meanings = SynonymIndex()[field.label]
    return field.kind != .title && field.kind != .month && meanings.field == nil && meanings.block == nil
  }

  /// The same of its indicators.
  static let unreadOfIndicators = FormDefinition.tracking.indicators.fields.filter {
    SynonymIndex()[$0.label].indicatorHeading == nil
  }

  private static func position<Owner>(of field: Field<Owner>, in extras: [Extra]) -> Int? {
    let label = ComparedText.name(field.label)
    return extras.firstIndex { ComparedText.name($0.label) == label }
  }
}
