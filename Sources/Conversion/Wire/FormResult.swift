import Findings
import Publishing
import TrackingModel

/// What is kept of a form once it is written: enough to report on it and to compare it with the forms of other inputs.
struct FormResult: Sendable {
  var outline: TrackingForm
  var findings: [Finding]

  init(_ form: TrackingForm, findings: [Finding]) {
    outline = TrackingForm(
      title: form.title, definition: form.definition, period: form.period, project: form.project,
      supervisingDepartment: form.supervisingDepartment, implementingUnit: form.implementingUnit,
      budget: Budget(total: form.budget.total), source: form.source)
    self.findings = findings
  }

  /// What a report says of the form.
  var reported: ReportedForm { ReportedForm(outline, findings: findings) }

  func encoded() -> [UInt8] {
    var line = FieldLineWriter()
    line.add(outline)
    line.add(findings)
    return line.bytes
  }

  /// What a form is called alone, without reading its findings.
  static func outlineOfForm(encoded bytes: some Sequence<UInt8>) throws(FieldLineReader.Malformed) -> TrackingForm {
    var line = FieldLineReader(bytes)
    return try line.form()
  }

  init(encoded bytes: some Sequence<UInt8>) throws(FieldLineReader.Malformed) {
    var line = FieldLineReader(bytes)
    outline = try line.form()
    findings = try line.findings()
  }
}

extension FieldLineWriter {
  mutating func add(_ counts: SeverityCounts) {
    add(counts.errors)
    add(counts.warnings)
    add(counts.notes)
  }
}

extension FieldLineReader {
  mutating func severityCounts() throws(Malformed) -> SeverityCounts {
    var counts = SeverityCounts()
    counts.errors = try integer()
    counts.warnings = try integer()
    counts.notes = try integer()
    return counts
  }
}
