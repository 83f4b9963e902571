import Findings

/// The rows of a text file, one by one, in memory that does not grow with the file.
final class TextRowReader: RowReader {
  let hiddenColumns: Set<Int> = []
  /// What was doubtful in the rows read so far. Findings on the file as a whole come with its last row.
  var findings: [Finding] { records.findings }

  private let records: TextRecords

  init(_ records: TextRecords) { self.records = records }

  func next() throws(Refusal) -> Row? {
    while try records.next() {
      if records.isBlank { continue }
      let columns = 0..<min(records.fieldCount, CellReference.maximumColumns)
      guard !(columns.upperBound..<records.fieldCount).contains(where: hasText) else { throw tooManyColumns() }
      let cells =
        records.sharedCells(atMost: cellCount(of: columns)).map { RowCells(filled($0, from: columns)) }
        ?? RowCells(ownCells(of: columns))
      if !cells.isEmpty { return Row(index: records.record - 1, cells: cells) }
    }
    return nil
  }

  /// A text file has rows and nothing else.
  func readToEnd() throws(Refusal) -> SheetLayout {
    while try next() != nil {}
    return SheetLayout()
  }

  /// The capacity of a record in cells: of a wide record only those with a text, since most of it may be empty.
  private func cellCount(of fields: Range<Int>) -> Int {
    fields.count > 64 ? fields.count(where: hasText) : fields.count
  }

  /// Adds the cells of the record, whose texts stay bytes of it until they are asked for.
  private func filled(_ cells: RecordCells, from fields: Range<Int>) -> RecordCells {
    for field in fields where hasText(field) {
      let slot = records.reader.slots[field]
      if records.isPlain(field) {
        cells.append(column: field, slot)
      } else {
        let text = cleaned(field)
        if !text.isEmpty { cells.append(column: field, slot, text: text) }
      }
    }
    return cells
  }

  /// The cells of the record, each with a text of its own.
  private func ownCells(of fields: Range<Int>) -> [Cell] {
    fields.compactMap { field in
      guard hasText(field) else { return nil }
      let text = cleaned(field)
      if text.isEmpty { return nil }
      return Cell(at: reference(of: field), text: text, textPosition: records.position(of: field))
    }
  }

  private func hasText(_ field: Int) -> Bool { !records.reader.isEmpty(field) }

  private func reference(of field: Int) -> CellReference { CellReference(row: records.record - 1, column: field) }

  private func tooManyColumns() -> Refusal {
    Refusal(
      .textTooManyColumns, at: Place(position: BytePosition(line: records.line)),
      [
        "line": String(records.line), "found": String(records.fieldCount),
        "limit": String(CellReference.maximumColumns),
      ])
  }

  /// A field's text without guards and NULs; what looks damaged is said.
  private func cleaned(_ field: Int) -> String {
    let reference = reference(of: field)
    var text = records.text(of: field)
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
