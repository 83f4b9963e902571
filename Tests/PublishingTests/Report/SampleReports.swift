import Checking
import Findings
import TrackingModel

@testable import Publishing

/// Inputs with something of everything: a form with findings, an input that was refused, one without a finding, text that would
/// break a page or a terminal.
enum SampleReport {
  static let seed = ReportedFile(
    file: "报送/莘庄 <2023>.xlsx",
    forms: [
      ReportedForm(
        TrackingForm(
          project: NamedEntity(name: "住宅小区综合服务"), supervisingDepartment: NamedEntity(name: "莘庄工业区"),
          implementingUnit: NamedEntity(name: "房管办事处"), source: Source(sheet: "表1", cells: "A1:H30")),
        findings: [
          Finding(
            .budgetOverspent,
            at: Place(sheet: "表1", cells: CellRange("G7"), field: "budget.currentYearAppropriation.periodExpenditure"),
            ["fund": "当年财政拨款", "found": "60.50", "expected": "50.00", "difference": "10.50"]),
          Finding(
            .reasonMissing, at: Place(sheet: "表1", cells: CellRange("H15"), field: "indicators[3].deviationReason"),
            ["indicator": "投诉率\u{1B}[31m<b>&", "found": "3.00", "expected": "2.00"]),
        ])
    ],
    findings: [Finding(.satisfactionMissing, at: Place(sheet: "表1", field: "indicators"))],
    outputs: ["out/莘庄.xlsx"])

  static let refused = ReportedFile(
    file: "坏.xlsx", outcome: .refused,
    findings: [
      Finding(
        .fileIsNoSpreadsheet, at: Place(file: "坏.xlsx", position: BytePosition(line: 3, column: 7)), ["found": "PDF"])
    ])

  static let clean = ReportedFile(
    file: "好.tsv",
    forms: [
      ReportedForm(
        TrackingForm(project: NamedEntity(name: "绿化养护"), implementingUnit: NamedEntity(name: "绿化所")))
    ])

  static let all = [seed, refused, clean]

  /// The bytes of a report over these inputs.
  static func bytes(
    _ format: ReportFormat, _ files: [ReportedFile] = all, language: Language = .chinese,
    settings: AppliedSettings = .init()
  ) throws -> [UInt8] {
    let collected = Collected()
    let report = try Report(format, language: language, settings: settings) { collected.bytes += $0 }
    for file in files { try report.add(file) }
    try report.finish()
    return collected.bytes
  }

  final class Collected { var bytes: [UInt8] = [] }
}
