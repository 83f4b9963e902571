import Testing

@testable import TrackingModel

/// A page that a definition draws holds all that its form has.
@Suite struct PageDefinitionTests {
  @Test(arguments: FormFamily.standard.definitions)
  func `every field of an indicator has a cell`(definition: FormDefinition) {
    var drawn: Set<FieldKey> = []
    for row in definition.page.blocks.flatMap(\.eachIndicator) {
      for case .indicator(let key) in row.map(\.content) { drawn.insert(key) }
    }
    #expect(Set(definition.indicators.fields.map(\.key)) == drawn)
  }

  @Test(arguments: FormFamily.standard.definitions)
  func `every fund has a row`(definition: FormDefinition) {
    var drawn: Set<Fund> = []
    for row in definition.page.blocks.flatMap(\.rows) {
      for case .amount(let fund, _) in row.map(\.content) { drawn.insert(fund) }
    }
    #expect(Set(definition.budget.funds) == drawn)
  }
}
