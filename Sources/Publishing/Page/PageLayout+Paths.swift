import TrackingModel

extension PageLayout {
  /// The cells of the page that show a field of a form, the one to speak at first. What has no cell of its own is said at the title.
  func fields(of path: FieldPath, in form: TrackingForm) -> [PageField] {
    let found =
      switch path.owner {
      case .form: path.key.map { fields(of: $0) } ?? []
      case .fund(let fund): amounts { $0 == fund && ($1.rawValue == path.key?.name || !isColumn(path)) }
      case .additionalFund: lastFund
      case .indicator(let number): [field(of: path, inIndicator: number, of: form)].compactMap(\.self)
      }
    return found.isEmpty ? title.map { [.value($0)] } ?? [] : found
  }

  /// Where further funds are spoken of.
  private var lastFund: [PageField] { Array(amounts { fund, _ in fund == definition.budget.funds.last }.prefix(1)) }

  private func isColumn(_ path: FieldPath) -> Bool { path.key.flatMap { BudgetColumn(rawValue: $0.name) } != nil }

  private func fields(of key: FieldKey) -> [PageField] {
    if key == .indicators { return [nameField(0)].compactMap(\.self) }
    if key == .budget { return amounts { _, _ in true } }
    if key.group == FieldKey.budget.name {
      guard let column = BudgetColumn(rawValue: key.name) else { return lastFund }
      return amounts { $1 == column }
    }
    return sources.indices.filter { number in
      switch sources[number] {
      case .field(let field): field.key == key || field.key.group == key.name && key.group == nil
      case .group(let group): group.key.name == (key.group ?? key.name)
      case .amount: false
      }
    }.map { .value($0) }
  }

  private func amounts(_ isWanted: (Fund, BudgetColumn) -> Bool) -> [PageField] {
    sources.indices.filter { number in
      if case .amount(let fund, let column) = sources[number] { isWanted(fund, column) } else { false }
    }.map { .value($0) }
  }

  private func nameField(_ indicator: Int) -> PageField? {
    (definition.indicators.fields.firstIndex { $0.kind == .name } ?? definition.indicators.fields.indices.first)
      .map { .indicator(indicator, field: $0) }
  }

  /// The indicator's field, in the row where the merged cell that shows it begins; its name for what has no cell.
  private func field(of path: FieldPath, inIndicator index: Int, of form: TrackingForm) -> PageField? {
    guard index < max(1, form.indicators.count) else { return nameField(0) }
    guard let key = path.key, let number = definition.indicators.fields.firstIndex(where: { $0.key == key }) else {
      return nameField(index)
    }
    guard number == merged else { return .indicator(index, field: number) }
    let field = definition.indicators.fields[number]
    var first = index
    while first > 0, form.indicators.indices.contains(first), let text = field.text(in: form.indicators[first]),
      field.text(in: form.indicators[first - 1]) == text
    {
      first -= 1
    }
    return .indicator(first, field: number)
  }
}

extension PageLayout {
  /// The fields of the form that a field of the page shows, the one that stands for all of them first.
  func paths(of field: PageField) -> [FieldPath] {
    switch field {
    case .indicator(let index, let number): [.indicator(index, definition.indicators.fields[number].key)]
    case .value(let number):
      switch sources[number] {
      case .field(let field): [FieldPath(field.key)]
      case .group(let group): [FieldPath(group.key)] + group.fields.map { FieldPath($0.key) }
      case .amount(let fund, let column): [.budget(fund, column)]
      }
    }
  }
}
