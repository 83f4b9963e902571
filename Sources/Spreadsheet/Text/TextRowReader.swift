import Findings

/// The rows of a text file, one by one, in memory that does not grow with the file.
public final class TextRowReader: RowReader {
  public let merges: [CellRange] = []
  public let hiddenColumns: Set<Int> = []
  /// What was doubtful in the rows read so far. Findings on the file as a whole come with its last row.
  public var findings: [Finding] { log.findings }

  private let input: DecodedInput
  private let decision: DialectDecision
  private var reader: RecordReader
  private var log = FindingLog()
  private var summary = RowSummary()
  /// Bytes of the source before the next record, where they differ from those of its text.
  private var nextOffset: Int
  private var isAtEnd = false

  init(_ input: DecodedInput, _ decision: DialectDecision) {
    self.input = input
    self.decision = decision
    reader = RecordReader(decision.dialect)
    nextOffset = input.decision.markLength
    summary.usualFieldCount = decision.usualFieldCount
  }

  public func next() throws(Refusal) -> Row? {
    while !isAtEnd {
      switch reader.next() {
      case .needsInput:
        try checkLength()
        let before = input.decision
        try input.fill(&reader)
        if input.decision != before { log.add(TextWorkbook.findings(on: input.decision)) }
      case .end:
        isAtEnd = true
        log.close(with: summary.findings(on: reader))
      case .record:
        let offset = nextOffset
        nextOffset += reader.withLineBytes { input.sourceLength(of: $0) }
        if reader.record == 1, decision.hasSeparatorLine { continue }
        for doubt in reader.doubts { log.add(reader.finding(on: doubt, at: offset, input)) }
        if reader.isBlank { continue }
        summary.count(reader)
        let cells = try cells(at: offset)
        if !cells.isEmpty { return Row(index: record - 1, cells: cells) }
      }
    }
    return nil
  }

  /// The number of the record, from 1; the line `sep=;` is none.
  private var record: Int { reader.record - (decision.hasSeparatorLine ? 1 : 0) }

  private func checkLength() throws(Refusal) {
    guard reader.pendingBytes > TextWorkbook.longestRecord else { return }
    let line = reader.line
    throw Refusal(
      .textRecordTooLong, at: Place(position: BytePosition(line: line, byteOffset: nextOffset)),
      ["line": String(line), "limit": String(TextWorkbook.longestRecord)])
  }

  private func cells(at offset: Int) throws(Refusal) -> [Cell] {
    var cells: [Cell] = []
    cells.reserveCapacity(min(reader.fieldCount, 64))
    for field in 0..<reader.fieldCount where !reader.isEmpty(field) {
      guard field < CellReference.maximumColumns else { throw tooManyColumns() }
      let place = reader.offset(of: field)
      let reference = CellReference(row: record - 1, column: field)
      let position = TextPosition(
        record: record, line: reader.line(of: place),
        byteOffset: offset + reader.withBytes(upTo: place) { input.sourceLength(of: $0) })
      let text = cleaned(reader.text(of: field), at: reference)
      if !text.isEmpty { cells.append(Cell(at: reference, text: text, textPosition: position)) }
    }
    return cells
  }

  private func tooManyColumns() -> Refusal {
    Refusal(
      .textTooManyColumns, at: Place(position: BytePosition(line: reader.line)),
      [
        "line": String(reader.line), "found": String(reader.fieldCount),
        "limit": String(CellReference.maximumColumns),
      ])
  }

  /// A field's text without guards and NULs; what looks damaged is said.
  private func cleaned(_ raw: String, at reference: CellReference) -> String {
    var text = raw
    if input.sawNUL, text.utf8.contains(0) {
      let count = text.utf8.count { $0 == 0 }
      text.unicodeScalars.removeAll { $0 == "\0" }
      log.add(Finding(.textNUL, at: Place(sheet: nil, cell: reference), ["count": String(count)]))
    }
    guard let first = text.utf8.first else { return text }
    if first == UInt8(ascii: "'") || first == UInt8(ascii: "="), let plain = FormulaGuard.unguarded(text) {
      summary.countGuard(text)
      text = plain
    } else if first == UInt8(ascii: "?"), LossyText.looksLossy(text) {
      log.add(Finding(.textLossyCharacter, at: Place(sheet: nil, cell: reference), ["found": text]))
    }
    if text.utf8.contains(0xEF), text.unicodeScalars.contains("\u{FFFD}") {
      log.add(Finding(.textReplacementCharacter, at: Place(sheet: nil, cell: reference), ["found": text]))
    }
    return text
  }
}

/// Text whose first sign a code page could not hold.
enum LossyText {
  /// `?90.00(%)`: what is left of ≥90.00(%).
  static func looksLossy(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "?"), let next = text.utf8.dropFirst().first else { return false }
    return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next)
  }
}
