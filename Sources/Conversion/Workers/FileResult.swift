import Findings

/// What became of one input.
struct FileResult: Sendable {
  enum Outcome: String, Sendable {
    /// Read and, where there is an output, written.
    case done
    /// Left as an earlier run had finished it.
    case kept
    /// Could not be read, recognised or written: a person has to look.
    case failed
  }

  var outcome: Outcome
  var size = 0
  /// 64 lower-case hexadecimal digits; empty where the input could not be read.
  var sha256 = ""
  var forms = 0
  var outputs: [WrittenOutput] = []
  var findings: [Finding] = []
  /// The disk is full or the output folder is gone: there is no point in going on.
  var stopsRun = false

  init(_ outcome: Outcome) { self.outcome = outcome }

  /// A result for an input that could not be worked on.
  init(failed finding: Finding) {
    outcome = .failed
    findings = [finding]
  }

  func count(of severity: Severity) -> Int { findings.count { $0.severity == severity } }

  /// The finding that says why a person has to look; nil where nobody has to.
  var failure: Finding? { outcome == .failed ? findings.first { $0.severity == .error } ?? findings.first : nil }

  func encoded() -> [UInt8] {
    var line = FieldLineWriter()
    line.add(outcome.rawValue)
    line.add(size)
    line.add(sha256)
    line.add(forms)
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
    outputs = try line.outputs()
    findings = try line.findings()
    stopsRun = try line.flag()
  }
}
