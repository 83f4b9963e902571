import Findings
import Testing
import TrackingModel

@testable import Checking

@Suite struct CheckingSettingsTests {
  private let form = TrackingForm.sound.with { $0.budget.total?.executionRate = nil }

  @Test func aRuleCanBeSwitchedOff() {
    var settings = CheckingSettings()
    settings.disabled = ["budget.rate-missing"]
    #expect(findings(in: form).count == 1)
    #expect(findings(in: form, settings: settings) == [])
  }

  @Test func aSeverityCanBeChanged() {
    var settings = CheckingSettings()
    settings.severities = ["budget.rate-missing": .error]
    #expect(Checker().check(form).map(\.severity) == [.warning])
    #expect(Checker(settings: settings).check(form).map(\.severity) == [.error])
  }

  @Test func rulesAcrossFilesObeyAsWell() {
    var settings = CheckingSettings()
    settings.disabled = ["across.duplicate-form"]
    var checker = AcrossFilesChecker(settings: settings)
    _ = checker.check(.sound, file: "a.xlsx")
    #expect(checker.check(.sound, file: "b.xlsx") == [])
  }
}
