import Findings

/// Findings as fields of a line: what crosses the pipe and what the journal keeps.
extension FieldLineWriter {
  mutating func add(_ findings: [Finding]) {
    add(findings.count)
    for finding in findings { add(finding) }
  }

  private mutating func add(_ finding: Finding) {
    add(finding.rule.name)
    add(finding.severity.rawValue)
    add(finding.place.file)
    add(finding.place.sheet)
    add(finding.place.cells?.a1)
    add(finding.place.field)
    add(finding.place.position?.part)
    for number in [finding.place.position?.line, finding.place.position?.column, finding.place.position?.byteOffset] {
      add(number.map { String($0) })
    }
    add(finding.values.count)
    for (name, value) in finding.values.sorted(by: { $0.key < $1.key }) {
      add(name)
      add(value)
    }
  }
}

extension FieldLineReader {
  mutating func findings() throws(Malformed) -> [Finding] {
    var findings: [Finding] = []
    for _ in 0..<(try count()) { findings.append(try finding()) }
    return findings
  }

  private mutating func finding() throws(Malformed) -> Finding {
    guard let rule = Rule.named(try text()), let severity = Severity(rawValue: try text()) else { throw Malformed() }
    var place = Place(file: try optionalText(), sheet: try optionalText())
    place.cells = try optionalText().flatMap { CellRange($0) }
    place.field = try optionalText()
    let position = BytePosition(
      part: try optionalText(), line: try optionalText().flatMap { Int($0) },
      column: try optionalText().flatMap { Int($0) }, byteOffset: try optionalText().flatMap { Int($0) })
    if position != BytePosition() { place.position = position }
    var values: [String: String] = [:]
    for _ in 0..<(try count()) {
      let name = try text()
      values[name] = try text()
    }
    var finding = Finding(rule, at: place, values)
    finding.severity = severity
    return finding
  }
}
