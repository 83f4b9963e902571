import Findings
import Publishing

/// What became of one input. Its forms come before it, one by one, as `FormResult`s.
struct FileResult: Sendable {
  enum Outcome: String, Sendable {
    /// Read and, where there is an output, written.
    case done
    /// Left as an earlier run had finished it.
    case kept
    /// Could not be read or recognized: a person has to look.
    case refused
    /// Was read, but could not be written.
    case unwritten
    /// A report of this program that lies in an input folder: no input at all.
    case ownReport = "own-report"
  }

  var outcome: Outcome
  var size = 0
  /// 64 lower-case hexadecimal digits; empty where the input could not be read.
  var sha256 = ""
  /// How many forms came before.
  var forms = 0
  /// How many findings of each severity these have.
  var formCounts = SeverityCounts()
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
  var hasErrors: Bool { formCounts.errors > 0 || findings.contains { $0.severity == .error } }

  /// Marks the input as one whose output is not there, and why.
  mutating func failToWrite(_ finding: Finding, _ input: InputFile) {
    outcome = .unwritten
    findings.append(finding.within(Place(file: input.label)))
  }
}

/// A result as fields of a line.
extension FileResult {
  func encoded() -> [UInt8] {
    var line = FieldLineWriter()
    line.add(outcome.rawValue)
    line.add(size)
    line.add(sha256)
    line.add(forms)
    line.add(formCounts)
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
    forms = try line.integer()
    formCounts = try line.severityCounts()
    outputs = try line.outputs()
    findings = try line.findings()
    stopsRun = try line.flag()
  }
}
