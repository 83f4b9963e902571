import Findings
import Testing
import TrackingModel

@testable import Publishing

@Suite struct ReportSummaryTests {
  private func summary(_ files: [ReportedFile] = SampleReport.all) throws -> ReportSummary {
    var summary = ReportSummary()
    for file in files { try summary.add(file) }
    return summary
  }

  @Test func filesFormsAndFindingsAreCounted() throws {
    let summary = try summary()
    #expect(summary.files == 3)
    #expect(summary.forms == 2)
    #expect(summary.outcomes == [.done: 2, .refused: 1])
    #expect(summary.counts.errors == 1)
    #expect(summary.counts.warnings == 2)
    #expect(summary.counts.notes == 1)
  }

  @Test func unitsWithMostToCorrectStandFirst() throws {
    let units = try summary().units
    #expect(units.map(\.name) == [nil, "房管办事处", "绿化所"])
    #expect(units.map(\.refused) == [1, 0, 0])
    // What was said of the file as a whole belongs to its one unit.
    #expect(units[1].counts.notes == 1)
    #expect(units.map(\.clean) == [0, 0, 1])
  }

  @Test func unitsOfOneNameInTwoDepartmentsAreTwo() throws {
    let forms = ["甲局", "乙局", "甲局"].map { department in
      ReportedForm(
        TrackingForm(
          supervisingDepartment: NamedEntity(name: department), implementingUnit: NamedEntity(name: "办公室")))
    }
    let units = try summary([ReportedFile(file: "a", forms: forms)]).units
    #expect(units.map(\.forms).sorted() == [1, 2])
  }
}
