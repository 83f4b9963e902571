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

  @Test func `a cell is added to a field once, with the cells that repeat it`() {
    let (a1, b1, c1) = (
      CellReference(row: 0, column: 0), CellReference(row: 0, column: 1), CellReference(row: 0, column: 2)
    )
    var map = SourceMap()
    map.add(a1, and: [b1], to: "project.name")
    map.add(a1, and: [b1], to: "project.name")
    #expect(map["project.name"] == [a1, b1])
    map.add(c1, to: "project.name")
    #expect(map["project.name"] == [a1, b1, c1])
  }

  @Test func `a cell is added to those of a ledger's row`() {
    var map = SourceMap()
    map.rows = RowSources(columns: .init(ofForm: ["project.name": [2]]), formRow: 4)
    map.add(CellReference(row: 0, column: 0), to: "project.name")
    #expect(map["project.name"].map(\.a1) == ["C5", "A1"])
  }
}
