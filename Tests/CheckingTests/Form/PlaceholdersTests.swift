import Testing
import TrackingModel

@testable import Checking

@Suite struct PlaceholdersTests {
  @Test func whereverItStands() {
    #expect(findings(after: { $0.project.name = "XX小区修缮工程" }) == ["placeholder.left @ project.name"])
    #expect(findings(after: { $0.goals.actual = "……" }) == ["placeholder.left @ goals.actual"])
    #expect(
      findings(after: { $0.indicators[1].target = .init(text: "≥**个") }) == ["placeholder.left @ indicators[1].target"])
    #expect(
      findings(after: { $0.indicators[1].actual = .init(text: "XX") }) == ["placeholder.left @ indicators[1].actual"])
    #expect(findings(after: { $0.indicators[1].name = "指标2" }) == ["placeholder.left @ indicators[1].name"])
  }
}
