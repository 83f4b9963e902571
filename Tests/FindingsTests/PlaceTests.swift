import Findings
import Testing

@Suite struct PlaceTests {
  @Test func `an outer place fills in what is open and changes nothing that is known`() {
    let inner = Place(sheet: "表1", cells: CellRange("B3"), field: "project.name")
    let outer = Place(file: "a.xlsx", sheet: "表2")
    #expect(inner.within(outer) == Place(file: "a.xlsx", sheet: "表1", cells: CellRange("B3"), field: "project.name"))
    #expect(Refusal.exceeded("sheets", 1).within(outer).finding.place == outer)
  }
}
