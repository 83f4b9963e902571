import Findings
import Testing
import TrackingModel

@testable import Checking

@Suite struct SoundFormsTests {
  @Test(arguments: [TrackingForm.sound, .soundWithDeviations])
  func nothingIsSaidAboutASoundForm(form: TrackingForm) {
    #expect(findings(in: form) == [])
  }

  @Test func findingsStandAtTheCellsOfTheirFields() throws {
    var sources = SourceMap(sheet: "表1")
    sources[.budget(.total, .executionRate)] = [CellReference(row: 5, column: 7)]
    let form = TrackingForm.sound.with { $0.budget.total?.executionRate = 84.52 }
    let finding = try #require(Checker().check(form, sources: sources).first)
    #expect(finding.place.sheet == "表1")
    #expect(finding.place.cells?.a1 == "H6")
    #expect(finding.place.field == "budget.total.executionRate")
  }

  @Test func everyRuleIsAppliedByOneCheck() {
    let rules = Rule.checkingRules
    #expect(rules.count == Set(rules).count)
  }
}
