import Findings
import Testing
import TrackingModel

@Suite struct FieldPathTests {
  @Test func `paths are those of the JSON`() {
    #expect(FieldPath.budget(.carryOver, .periodBudget).description == "budget.carryOver.periodBudget")
    #expect(FieldPath.indicator(3, "actual").description == "indicators[3].actual")
  }

  @Test(arguments: ["indicators[12]", "indicators[3].extras[0]", "indicators", "extras[1]", "indicators[x]"])
  func `a path is what it was written as`(text: String) {
    #expect(FieldPath(text).description == text)
  }

  @Test func `a path is the same however it was made`() {
    #expect(FieldPath("indicators[3].actual") == .indicator(3, "actual"))
    #expect(FieldPath("indicators[3]") == .indicator(3))
  }

  @Test(
    arguments: [
      ("indicators[3].actual", "F9"), ("indicators[3].planned", "C9:D9"), ("indicators[4].planned", nil),
      ("budget.total", nil),
    ]
      as [(FieldPath, String?)])
  func `a missing value is placed at the nearest enclosing field`(field: FieldPath, cells: String?) {
    var map = SourceMap(sheet: "表")
    map["indicators[3]"] = [CellReference(row: 8, column: 2), CellReference(row: 8, column: 3)]
    map["indicators[3].actual"] = [CellReference(row: 8, column: 5)]
    let place = map.place(of: field)
    #expect(place.cells?.a1 == cells)
    #expect(place.sheet == "表")
    #expect(place.field == field.description)
  }
}
