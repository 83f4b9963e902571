import TrackingModel

/// Fields and funds of a form's definition for which no label is in the vocabulary: what stands under their own labels has been read as an
/// extra or as a further fund.
extension FormBuilder {
  mutating func assignDefinedFields() {
    let definition = form.definition
    let fields = fieldsByLabel
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

  /// Whether a field of the form has this label and is read by it alone: then it is none of a contact or a signature, at the foot of the form
  /// either.
  func definesField(labeled label: String) -> Bool {
    let fields = fieldsByLabel
    if fields.isEmpty { return false }
    let label = ComparedText.name(label)
    return fields.contains { ComparedText.name($0.label) == label }
  }

  private var fieldsByLabel: [FormField] {
    form.definition.hasOwnPage ? form.definition.fields : Self.unreadFields
  }

  /// Fields of the official form that nothing else reads.
  static let unreadFields = unread(FormDefinition.tracking.fields)
  /// The same of its indicators.
  static let unreadOfIndicators = unread(FormDefinition.tracking.indicators.fields)

  /// Fields whose labels are not in the vocabulary, or only there as those of extras.
  static func unread(_ fields: [FormField]) -> [FormField] {
    let synonyms = SynonymIndex()
    return fields.filter { field in
      let meanings = synonyms[field.label]
      let isExtra = meanings.field.map { [.extra, .contact].contains($0) } ?? true
      return field.kind != .title && field.kind != .month && isExtra && meanings.block == nil
    }
  }

  /// The same for fields of indicators.
  static func unread(_ fields: [IndicatorField]) -> [IndicatorField] {
    let synonyms = SynonymIndex()
    return fields.filter { [nil, .indicatorExtra].contains(synonyms[$0.label].indicatorHeading) }
  }

  private static func position<Owner>(of field: Field<Owner>, in extras: [Extra]) -> Int? {
    let label = ComparedText.name(field.label)
    return extras.firstIndex { ComparedText.name($0.label) == label }
  }
}
