import TrackingModel

extension PageLayout {
  /// What a form has to print in a value of the form.
  func value(_ number: Int, of form: TrackingForm) -> PageValue {
    switch sources[number] {
    case .field(let field):
      if number == title {
        return PageValue(form.definition == definition ? form.title ?? definition.title : definition.title)
      }
      return Self.value(of: field, in: form)
    case .group(let group): return Self.value(of: group, in: form)
    case .amount(let fund, let column):
      return PageValue(amount: form.budget[keyPath: fund.keyPath]?[keyPath: column.keyPath])
    }
  }

  /// What an owner has to print in one of its fields.
  static func value<Owner>(of field: Field<Owner>, in owner: Owner) -> PageValue {
    let text = field.text(in: owner)
    return field.kind == .result ? PageValue(result: text) : PageValue(text)
  }

  private static func value(of group: FieldGroup, in form: TrackingForm) -> PageValue {
    switch group.style {
    case .entity(let path): PageValue(form[keyPath: path].printed)
    case .period(let path): .text(printed(form[keyPath: path], group.label))
    case .block: .blank
    }
  }

  /// `跟踪时段：（ 2023-1月 至 2023-8月 ）`, as the seeds print it, with space to write where a month is not known.
  private static func printed(_ period: TrackingPeriod, _ label: String) -> String {
    func month(_ month: YearMonth?) -> String { month.map { "\($0.year)-\($0.month)月" } ?? "　　　　" }
    return "\(label)：（ \(month(period.start)) 至 \(month(period.end)) ）"
  }

  /// What the field offers to choose from; nil where anything may be written.
  func choices(of field: PageField) -> Choices? {
    switch field {
    case .indicator(_, let number): definition.indicators.fields[number].choices
    case .value(let number): if case .field(let field) = sources[number] { field.choices } else { nil }
    }
  }
}

/// What a form has to print in each field, made once for all compositions of its page.
struct PageValues {
  private let values: [PageValue]
  private let indicators: [[PageValue]]

  init(of form: TrackingForm, on layout: PageLayout) {
    values = layout.sources.indices.map { layout.value($0, of: form) }
    indicators = form.indicators.map { indicator in
      layout.definition.indicators.fields.map { PageLayout.value(of: $0, in: indicator) }
    }
  }

  subscript(_ field: PageField) -> PageValue {
    switch field {
    case .value(let number): values[number]
    case .indicator(let index, let number): index < indicators.count ? indicators[index][number] : .blank
    }
  }
}
