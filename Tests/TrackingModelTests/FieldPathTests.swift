import Findings
import Testing
import TrackingModel

@Suite struct FieldPathTests {
  @Test func `paths are those of the JSON`() {
    #expect(FieldPath.budget(.carryOver, .periodBudget).description == "budget.carryOver.periodBudget")
    #expect(FieldPath.indicator(3, "actual").description == "indicators[3].actual")
  }

  @Test(arguments: [
    ("title", FieldPath(.title)), ("project.code", FieldPath(.projectCode)), ("budget", .budget),
    ("budget.carryOver", .budget(.carryOver)), ("budget.total.executionRate", .budget(.total, .executionRate)),
    ("budget.total.extras[1]", .budget(.total).extra(1)), ("budget.additional", FieldPath(.additionalFunds)),
    ("budget.additional[2]", .additionalFund(2)), ("budget.additional[2].label", .additionalFund(2).field(.label)),
    ("budget.periodBudget", FieldPath(FieldKey("budget", "periodBudget"))), ("indicators", .indicators),
    ("indicators[12]", .indicator(12)), ("indicators[3].actual", .indicator(3, .actual)),
    ("indicators[3].extras", .indicator(3, .extras)), ("indicators[3].extras[0]", .indicator(3).extra(0)),
    ("extras[1]", .extra(1)),
  ])
  func `a path is printed as the JSON names it, and read from that`(text: String, path: FieldPath) {
    #expect(path.description == text)
    #expect(FieldPath(text) == path)
  }

  @Test(arguments: [
    "indicators[x]", "indicators[-1]", "indicators[3]x", "budget.", "", ".", "a.b.c", "extras[1",
  ])
  func `a text that is no path is kept as it is`(text: String) {
    #expect(FieldPath(text).description == text)
    #expect(FieldPath(text).indicator == nil)
  }

  @Test(
    arguments: [
      ("budget.total.extras[1]", ["budget.total.extras", "budget.total", "budget"]),
      ("budget.additional[2].label", ["budget.additional[2]", "budget.additional", "budget"]),
      ("indicators[3].extras[0]", ["indicators[3].extras", "indicators[3]", "indicators"]),
      ("period.start", ["period"]), ("extras[0]", ["extras"]), ("title", []),
    ] as [(FieldPath, [String])])
  func `a path is part of those around it`(path: FieldPath, around: [String]) {
    #expect(Array(sequence(first: path) { $0.enclosing }.dropFirst().map(\.description)) == around)
    #expect(around.allSatisfy { path.isPart(of: FieldPath($0)) })
    #expect(!path.isPart(of: path) && !path.isPart(of: "goals"))
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

  @Test func `a field may go on over many cells`() {
    let cells = (0..<100).map { CellReference(row: $0, column: 1) }
    var map = SourceMap()
    for cell in cells + cells { map.add(cell, to: "goals.actual") }
    #expect(map["goals.actual"] == cells)
    #expect(cells.allSatisfy { map.contains($0, of: "goals.actual") })
    #expect(!map.contains(CellReference(row: 100, column: 1), of: "goals.actual"))
    #expect(map.place(of: "goals.actual").cells?.a1 == "B1:B100")
    var other = SourceMap()
    other["goals.actual"] = cells
    #expect(other == map)
    other["goals.actual"] = []
    #expect(other.isEmpty && other.cells.isEmpty)
  }

  @Test func `where a field ought to stand counts until it stands somewhere`() {
    var map = SourceMap()
    map.expect("title", at: CellReference(row: 0, column: 0))
    map.expect("title", at: CellReference(row: 5, column: 5))
    #expect(map["title"].map(\.a1) == ["A1"])
  }

  @Test func `a cell is added to those of a ledger's row`() {
    var map = SourceMap()
    map.rows = RowSources(columns: .init(ofForm: ["project.name": [2]]), formRow: 4)
    map.add(CellReference(row: 0, column: 0), to: "project.name")
    #expect(map["project.name"].map(\.a1) == ["C5", "A1"])
  }
}
