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

  @Test(arguments: FormFamily.standard.definitions)
  func `every row goes from one end of the page to the other`(definition: FormDefinition) {
    Self.expectWholeRows(definition.page)
  }

  /// Wherever a field is put among the others, it has a column: nothing of the page but the order of fields says so.
  @Test(arguments: 0...7) func `a field more of an indicator is a column more`(place: Int) throws {
    var fields = FormDefinition.tracking.indicators.fields
    fields.insert(IndicatorField("weight", .text(\.further["weight"]), .result, label: "权重"), at: place)
    let page = TrackingPage(IndicatorDefinition(label: "绩效指标", fields: fields)).definition
    #expect(page.shares.count == 9)
    Self.expectWholeRows(page)
    let table = try #require(page.blocks.first { !$0.eachIndicator.isEmpty })
    for (index, field) in fields.enumerated() {
      guard case .label(let label) = table.rows[0][index].content,
        case .indicator(let key) = table.eachIndicator[0][index].content
      else { return #expect(Bool(false), "no cells of \(field.label)") }
      #expect(label == field.label && key == field.key)
      #expect(table.eachIndicator[0][index].columns == (index + 1)...(index + 1))
      if field.key == .deviationReason { #expect(page.flexible?.growing == index + 1) }
      if field.key == .name { #expect(page.flexible?.shrinking == index + 1 && page.shares[index + 1] == 88) }
    }
  }

  private static func expectWholeRows(_ page: PageDefinition) {
    for block in page.blocks {
      for row in block.rows + block.eachIndicator {
        let columns = row.flatMap { Array($0.columns) }
        #expect(columns == Array((block.label == nil ? 0 : 1)..<page.shares.count))
      }
    }
  }
}
