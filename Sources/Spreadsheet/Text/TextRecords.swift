import Findings

/// The records of a text file, decoded and split into fields, one by one: the layer below rows and cells, and the fastest way
/// through a large file.
///
///     let records = try TextWorkbook.open(.file("ledger.csv")).records()
///     while try records.next() {
///       if records.fieldCount > 2 { print(records.text(of: 2)) }
///     }
///
/// Fields come as they stand in the file, guards and NULs included. They belong to the record taken last.
public final class TextRecords {
  /// What was doubtful in the records read so far. Findings on the file as a whole come with its end.
  public var findings: [Finding] { log.findings }

  let input: DecodedInput
  let decision: DialectDecision
  /// Only this class touches it, one call at a time: what the dynamic check would cost for every field buys nothing.
  @exclusivity(unchecked) var reader: RecordReader
  @exclusivity(unchecked) var log = FindingLog()
  @exclusivity(unchecked) var summary = RowSummary()
  /// The fields of the record.
  @exclusivity(unchecked) @usableFromInline private(set) var fields = FieldView.none
  /// Bytes of the source before the record and before the next one.
  @exclusivity(unchecked) private(set) var byteOffset: Int
  @exclusivity(unchecked) private var nextOffset: Int
  @exclusivity(unchecked) private var isAtEnd = false

  init(_ input: DecodedInput, _ decision: DialectDecision) {
    self.input = input
    self.decision = decision
    reader = RecordReader(decision.dialect)
    nextOffset = input.decision.markLength
    byteOffset = nextOffset
    summary.usualFieldCount = decision.usualFieldCount
  }

  /// Goes on to the next record; false behind the last. A blank line is a record of one empty field.
  /// - Throws: A refusal where the bytes are not valid in their encoding, or the file cannot be read further.
  public func next() throws(Refusal) -> Bool {
    while !isAtEnd {
      switch reader.next() {
      case .record:
        byteOffset = nextOffset
        nextOffset += input.sourceLength(of: reader.lineBytes)
        if decision.hasSeparatorLine, reader.record == 1 { continue }
        if !reader.doubts.isEmpty { logDoubts() }
        summary.count(reader)
        fields = reader.view
        return true
      case .needsInput:
        fields = .none
        try checkLength()
        let before = input.decision
        do {
          try input.fill(&reader)
        } catch {
          isAtEnd = true
          throw error
        }
        if input.decision != before { log.add(TextWorkbook.findings(on: input.decision)) }
      case .end:
        isAtEnd = true
        fields = .none
        log.close(with: summary.findings(on: reader))
      }
    }
    return false
  }

  /// The number of the record, from 1; Excel's line `sep=;` is none.
  public var record: Int { reader.record - (decision.hasSeparatorLine ? 1 : 0) }

  /// The line the record begins on, from 1.
  public var line: Int { reader.line }

  /// Fields of the record; at least one.
  @inlinable public var fieldCount: Int { fields.count }

  /// Whether the record is a blank line.
  public var isBlank: Bool { reader.isBlank }

  /// A field's content.
  public func text(of field: Int) -> String {
    if input.isChecked, !reader.isEscaped(field) { return reader.withBytes(of: field) { CheckedText.string($0) } }
    return reader.text(of: field)
  }

  /// A field's UTF-8, without the quotation marks around it but with those inside as they stand. The bytes are there until `next()` is
  /// called, which the body must not do.
  @inlinable
  public func withBytes<Result>(of field: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    body(fields[field])
  }

  /// Where a field begins in the file, with its quotation mark. Asked for from left to right, that costs one pass over the record.
  public func position(of field: Int) -> TextPosition {
    let offset = reader.offset(of: field)
    if input.isUntranslated, !reader.hasLineBreaks {
      return TextPosition(record: record, line: reader.line, byteOffset: byteOffset + offset)
    }
    moveMeasure(to: offset)
    return TextPosition(record: record, line: measure.line, byteOffset: byteOffset + measure.sourceLength)
  }

  /// How far the record has been measured.
  private struct Measure {
    var record = 0
    var offset = 0
    var line = 0
    var sourceLength = 0
  }

  @exclusivity(unchecked) private var measure = Measure()

  private func moveMeasure(to offset: Int) {
    if measure.record != reader.record || measure.offset > offset {
      measure = Measure(record: reader.record, line: reader.line)
    }
    let bytes = reader.bytes(from: measure.offset, to: offset)
    measure.sourceLength += input.sourceLength(of: bytes)
    if reader.hasLineBreaks { measure.line += reader.lineBreaks(from: measure.offset, to: offset) }
    measure.offset = offset
  }

  private func logDoubts() {
    for doubt in reader.doubts where log.wants(doubt.kind.rule) {
      let offset = byteOffset + input.sourceLength(of: reader.bytes(from: 0, to: doubt.offset))
      log.add(reader.finding(on: doubt, at: offset))
    }
  }

  private func checkLength() throws(Refusal) {
    guard reader.pendingBytes > TextWorkbook.longestRecord else { return }
    throw Refusal(
      .textRecordTooLong, at: Place(position: BytePosition(line: line, byteOffset: nextOffset)),
      ["line": String(line), "limit": String(TextWorkbook.longestRecord)])
  }
}
