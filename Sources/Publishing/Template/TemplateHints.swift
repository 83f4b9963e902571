import TrackingModel

/// What the template offers and says where something is to be filled in.
enum TemplateHints {
  static func input(for field: PageField, _ layout: PageLayout, _ lists: TemplateLists) -> XLSXSheet.Input? {
    switch field {
    case .indicator(_, let number): input(for: layout.definition.indicators.fields[number], lists)
    case .value(let number):
      switch layout.sources[number] {
      case .field(let field): input(for: field, lists)
      case .group(let group): group.hint.map { .init(hintTitle: group.label, hint: $0) }
      case .amount(let fund, let column):
        .init(
          hintTitle: fund.officialLabel,
          hint: "填写\(column.officialLabel)，单位：\(layout.definition.budget.unit)，没有的填 0。")
      }
    }
  }

  private static func input<Owner>(for field: Field<Owner>, _ lists: TemplateLists) -> XLSXSheet.Input? {
    guard let choices = field.choices, let cells = lists.cells(of: choices.options) else {
      return field.hint.map { .init(hintTitle: field.label, hint: $0) }
    }
    return .init(
      cells, hintTitle: choices.title ?? field.label, hint: field.hint ?? "", isStrict: choices.isStrict)
  }
}
