import Testing
import TrackingModel

@Suite struct FieldKeyTests {
  @Test(arguments: [
    ("title", FieldKey.title), ("period.start", .periodStart), ("goals.expected", .goalsExpected),
    ("budget.additional", .additionalFunds), ("executionRate", .executionRate), ("extras", .extras),
  ])
  func `a key of the standard forms is the same however it was made`(text: String, key: FieldKey) {
    #expect(FieldKey(text) == key)
    #expect(FieldKey(key.group, key.name) == key)
    #expect(FieldKey(text).hashValue == key.hashValue)
    #expect(key.description == text)
  }

  @Test(arguments: ["score", "period.middle", "title.start", "", ".", "a.b.c"])
  func `any other key is one of its own`(text: String) {
    #expect(FieldKey(text) == FieldKey(text))
    #expect(FieldKey(text).hashValue == FieldKey(text).hashValue)
    #expect(FieldKey(text).description == text)
    #expect(FieldKey(text) != .title && FieldKey(text) != FieldKey(text + "s"))
  }

  @Test func `a name with a dot is no group`() {
    #expect(FieldKey(nil, "goals.expected") != .goalsExpected)
    #expect(FieldKey(nil, "a.b") != FieldKey("a", "b"))
  }

  @Test func `columns of the budget have the keys of the JSON`() {
    #expect(BudgetColumn.allCases.map { FieldKey.column($0).description } == BudgetColumn.allCases.map(\.rawValue))
  }

  @Test func `paths with equal parts are found in a dictionary`() {
    let paths = (0..<40).flatMap { number -> [FieldPath] in
      [
        .indicator(number), .indicator(number, .actual), FieldPath.indicator(number).extra(number),
        .additionalFund(number), .extra(number), FieldPath(FieldKey("own\(number)")),
      ]
    }
    let numbers = Dictionary(uniqueKeysWithValues: zip(paths, paths.indices))
    #expect(paths.indices.allSatisfy { numbers[FieldPath(paths[$0].description)] == $0 })
  }
}
