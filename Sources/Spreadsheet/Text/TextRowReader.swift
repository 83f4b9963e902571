import Findings

/// The rows of a text file, one by one, in memory that does not grow with the file.
public final class TextRowReader: RowReader {
  public let merges: [CellRange] = []
  public let hiddenColumns: Set<Int> = []
  /// What was doubtful in the rows read so far. Findings on the file as a whole come with its last row.
  public var findings: [Finding] { records.findings }

  private let records: TextRecords

  init(_ records: TextRecords) { self.records = records }

  public func next() throws(Refusal) -> Row? {
    while try records.next() {
      if records.isBlank { continue }
      let cells = try cells()
      if !cells.isEmpty { return Row(index: records.record - 1, cells: cells) }
    }
    return nil
  }

  /// The cells of the record. Their texts stay bytes of the record, which they share, until somebody asks for them.
  private func cells() throws(Refusal) -> [Cell] {
    let count = records.fieldCount
    guard count <= CellReference.maximumColumns || !(CellReference.maximumColumns..<count).contains(where: hasText)
    else { throw tooManyColumns() }
    let bytes = records.sharedBytes
    let row = records.record - 1
    var cells: [Cell] = []
    cells.reserveCapacity(count)
    for field in 0..<min(count, CellReference.maximumColumns) where hasText(field) {
      let reference = CellReference(row: row, column: field)
      if let bytes, let piece = records.plainPiece(field) {
        let content = CellContent.piece(bytes, from: piece.from, count: piece.count)
        cells.append(Cell(at: reference, content, position: records.packedPosition(of: field)))
      } else {
        let text = cleaned(records.text(of: field), at: reference)
        if text.isEmpty { continue }
        cells.append(Cell(at: reference, .text(text), position: records.packedPosition(of: field)))
      }
    }
    return cells
  }

  private func hasText(_ field: Int) -> Bool { !records.reader.isEmpty(field) }

  private func tooManyColumns() -> Refusal {
    Refusal(
      .textTooManyColumns, at: Place(position: BytePosition(line: records.line)),
      [
        "line": String(records.line), "found": String(records.fieldCount),
        "limit": String(CellReference.maximumColumns),
      ])
  }

  /// A field's text without guards and NULs; what looks damaged is said.
  private func cleaned(_ raw: String, at reference: CellReference) -> String {
    var text = raw
    if records.input.sawNUL, text.utf8.contains(0) {
      let count = text.utf8.count { $0 == 0 }
      text.unicodeScalars.removeAll { $0 == "\0" }
      log(.textNUL, at: reference, ["count": String(count)])
    }
    guard let first = text.utf8.first else { return text }
    if first == UInt8(ascii: "'") || first == UInt8(ascii: "="), let plain = FormulaGuard.unguarded(text) {
      records.summary.countGuard(text)
      text = plain
    } else if LossyText.hasLostItsSign(text) {
      log(.textLossyCharacter, at: reference, ["found": text])
    }
    if LossyText.hasReplacementCharacter(text) { log(.textReplacementCharacter, at: reference, ["found": text]) }
    return text
  }

  private func log(_ rule: Rule, at reference: CellReference, _ values: [String: String]) {
    records.log.add(Finding(rule, at: Place(sheet: nil, cell: reference), values))
  }
}
