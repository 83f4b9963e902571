import Findings
import Publishing
import TrackingModel

/// What became of one input.
struct FileResult: Sendable {
  enum Outcome: String, Sendable {
    /// Read and, where there is an output, written.
    case done
    /// Left as an earlier run had finished it.
    case kept
    /// Could not be read or recognised: a person has to look.
    case refused
    /// Was read, but could not be written.
    case unwritten
  }

  /// What is kept of a form once it is written: enough to report on it and to compare it with the forms of other inputs.
  struct Form: Sendable {
    var outline: TrackingForm
    var findings: [Finding]

    init(_ form: TrackingForm, findings: [Finding]) {
      outline = TrackingForm(
        title: form.title, definition: form.definition, period: form.period, project: form.project,
        supervisingDepartment: form.supervisingDepartment, implementingUnit: form.implementingUnit,
        budget: Budget(total: form.budget.total), source: form.source)
      self.findings = findings
    }
  }

  var outcome: Outcome
  var size = 0
  /// 64 lower-case hexadecimal digits; empty where the input could not be read.
  var sha256 = ""
  var forms: [Form] = []
  var outputs: [WrittenOutput] = []
  /// What belongs to no single form.
  var findings: [Finding] = []
  /// The disk is full or the output folder is gone: there is no point in going on.
  var stopsRun = false

  init(_ outcome: Outcome) { self.outcome = outcome }

  /// A result for an input that could not be worked on.
  init(_ outcome: Outcome, because finding: Finding) {
    self.outcome = outcome
    findings = [finding]
  }

  /// Whether a person has to look because there is nothing to show for the input.
  var needsPerson: Bool { outcome == .refused || outcome == .unwritten }
  var hasErrors: Bool { (findings + forms.flatMap(\.findings)).contains { $0.severity == .error } }

  /// Marks the input as one whose output is not there, and why.
  mutating func failToWrite(_ finding: Finding, _ input: InputFile) {
    outcome = .unwritten
    findings.append(finding.within(Place(file: input.label)))
  }

  /// What a report says of the input.
  func reported(as label: String) -> ReportedFile {
    let outcomes: [Outcome: ReportedFile.Outcome] = [
      .done: .done, .kept: .unchanged, .refused: .refused, .unwritten: .unwritten,
    ]
    return ReportedFile(
      file: label, outcome: outcomes[outcome] ?? .refused,
      forms: forms.map { ReportedForm($0.outline, findings: $0.findings) }, findings: findings,
      outputs: outputs.map(\.path))
  }
}

/// A result as fields of a line.
extension FileResult {
  func encoded() -> [UInt8] {
    var line = FieldLineWriter()
    line.add(outcome.rawValue)
    line.add(size)
    line.add(sha256)
    line.add(forms.count)
    for form in forms {
      line.add(form.outline)
      line.add(form.findings)
    }
    line.add(outputs)
    line.add(findings)
    line.add(stopsRun)
    return line.bytes
  }

  init(encoded bytes: some Sequence<UInt8>) throws(FieldLineReader.Malformed) {
    var line = FieldLineReader(bytes)
    try self.init(from: &line)
  }

  init(from line: inout FieldLineReader) throws(FieldLineReader.Malformed) {
    guard let outcome = Outcome(rawValue: try line.text()) else { throw FieldLineReader.Malformed() }
    self.outcome = outcome
    size = try line.integer()
    sha256 = try line.text()
    for _ in 0..<(try line.count()) { forms.append(Form(try line.form(), findings: try line.findings())) }
    outputs = try line.outputs()
    findings = try line.findings()
    stopsRun = try line.flag()
  }
}
