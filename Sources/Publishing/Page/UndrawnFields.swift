import TrackingModel

extension PageLayout {
  /// What a form has and its page has no cell for.
  struct Undrawn: Sendable {
    let fields: [FormField]
    let amounts: [(fund: Fund, column: BudgetColumn)]
    /// Fields of an indicator.
    let ofIndicators: [IndicatorField]

    init(_ definition: FormDefinition, sources: [Source], blocks: [Block]) {
      var keys: Set<FieldKey> = []
      var drawnAmounts: [Fund: Set<BudgetColumn>] = [:]
      for source in sources {
        switch source {
        case .field(let field): keys.insert(field.key)
        case .group(let group): keys.formUnion(group.fields.map(\.key))
        case .amount(let fund, let column): drawnAmounts[fund, default: []].insert(column)
        }
      }
      var numbers: Set<Int> = []
      for cell in blocks.flatMap(\.eachIndicator).joined() {
        if case .indicator(let number) = cell.content { numbers.insert(number) }
      }
      fields = definition.fields.filter { !keys.contains($0.key) }
      amounts = definition.budget.funds.flatMap { fund in
        BudgetColumn.allCases.filter { drawnAmounts[fund]?.contains($0) != true }.map { (fund, $0) }
      }
      ofIndicators = definition.indicators.fields.enumerated().filter { !numbers.contains($0.offset) }.map(\.element)
    }
  }
}
