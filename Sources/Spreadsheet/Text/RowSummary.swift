import Findings

/// What is counted over all rows of a file and said once.
struct RowSummary {
  /// The number of fields that most records of the sample have.
  var usualFieldCount: Int?
  private var unevenRows = 0
  private var firstUneven: (line: Int, fields: Int)?
  private var unsplit = UnsplitLines()
  private var guards = 0
  private var firstGuarded = ""

  mutating func count(_ reader: borrowing RecordReader) {
    guard let usualFieldCount, reader.fieldCount != usualFieldCount, !reader.isBlank else { return unsplit.end() }
    if reader.fieldCount == 1 { unsplit.count(reader) } else { unsplit.end() }
    unevenRows += 1
    if firstUneven == nil { firstUneven = (reader.line, reader.fieldCount) }
  }

  mutating func countGuard(_ text: String) {
    guards += 1
    if guards == 1 { firstGuarded = text }
  }

  func findings(on reader: borrowing RecordReader) -> [Finding] {
    var findings: [Finding] = []
    if let usualFieldCount, let firstUneven {
      findings.append(
        Finding(
          .textUnevenRows, at: Place(position: BytePosition(line: firstUneven.line)),
          [
            "count": String(unevenRows), "expected": String(usualFieldCount), "line": String(firstUneven.line),
            "found": String(firstUneven.fields),
          ]))
    }
    findings += unsplit.findings
    if reader.lineEnds.areMixed { findings.append(Finding(.textMixedLineEnds)) }
    if guards > 0 {
      findings.append(Finding(.textGuardsRemoved, ["count": String(guards), "found": firstGuarded]))
    }
    return findings
  }
}
