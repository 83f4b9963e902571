import TrackingModel

/// What a form has to print in each field, made once for all compositions of its page.
final class PageValues {
  private let form: TrackingForm
  private let indicators: [[PageValue]]
  private var others: [PageField: PageValue] = [:]

  init(of form: TrackingForm) {
    self.form = form
    indicators = form.indicators.map { indicator in IndicatorField.allCases.map { $0.value(in: indicator) } }
  }

  subscript(_ field: PageField) -> PageValue {
    if case .indicator(let index, let column) = field {
      return index < indicators.count ? indicators[index][column.position] : .blank
    }
    if let known = others[field] { return known }
    let value = field.value(in: form)
    others[field] = value
    return value
  }
}
