import Spreadsheet

extension Recognizer {
  /// The rows of a sheet down to the last one of its headings where it is a ledger: what stands there is labels and titles.
  ///
  /// - Returns: The index of the row below the headings; nil where the sheet is none.
  package func firstRowBelowLedgerHeadings(of sheet: Sheet) -> Int? {
    var rows: [Row] = []
    var cells = sheet.cells[...]
    while let first = cells.first, rows.count < LedgerStream.rowsToLookAt {
      let row = cells.prefix { $0.reference.row == first.reference.row }
      rows.append(Row(index: first.reference.row, cells: Array(row)))
      cells = cells.dropFirst(row.count)
    }
    let synonymIndex = SynonymIndex(synonyms: settings.synonyms)
    guard
      let header = LedgerHeader.find(
        in: rows, synonymIndex: synonymIndex, mapping: settings.ledger, family: settings.family)
    else { return nil }
    return rows[header.rows.upperBound - 1].index + 1
  }
}
