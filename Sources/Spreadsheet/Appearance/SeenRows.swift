import Findings

/// The rows of a sheet with their cells as a person reads them: what forms and ledgers are recognized from.
///
///     let rows = SeenRows(try workbook.rows(of: info))
package final class SeenRows: RowReader {
  private let stored: any RowReader
  private let sheet: String?
  private var seenFindings: [Finding] = []
  /// Findings that were left out behind the first thousand; they are said as a number.
  private var moreFindings = 0
  private static let mostFindings = 1_000

  package init(_ rows: any RowReader, sheet: String?) {
    stored = rows
    self.sheet = sheet
  }

  package func next() throws(Refusal) -> Row? {
    while let row = try stored.next() {
      guard let seen = seen(row) else { return row }
      if !seen.cells.isEmpty { return seen }
    }
    return nil
  }

  package func readToEnd() throws(Refusal) -> SheetLayout {
    while try next() != nil {}
    return try stored.readToEnd()
  }

  package var hiddenColumns: Set<Int> { stored.hiddenColumns }
  package var findings: [Finding] {
    guard moreFindings > 0 else { return stored.findings + seenFindings }
    let more = Finding(.cellMore, at: Place(sheet: sheet), ["count": String(moreFindings)])
    return stored.findings + seenFindings + [more]
  }

  /// - Returns: nil where all cells are read as they are stored.
  private func seen(_ row: Row) -> Row? {
    var cells: [Cell]?
    for position in row.cells.indices {
      guard let seen = SeenCell(row.cells[position], sheet: sheet) else {
        cells?.append(row.cells[position])
        continue
      }
      if cells == nil { cells = Array(row.cells.prefix(position)) }
      if let read = seen.cell { cells?.append(read) }
      let listed = seen.findings.prefix(max(0, Self.mostFindings - seenFindings.count))
      seenFindings += listed
      moreFindings += seen.findings.count - listed.count
    }
    return cells.map { Row(index: row.index, cells: $0, isHidden: row.isHidden) }
  }
}
