import Findings
import Spreadsheet
import TrackingModel

/// What a ledger says of what was done to its rows. What is done to a whole column is reported once, because half a million rows cannot be
/// reported one by one.
extension LedgerReader {
  /// Says once for all rows that columns are put together, where there are several.
  mutating func addJoined(_ rule: Rule, _ isPart: (LedgerRole) -> Bool) {
    let cells = header.columns.filter { isPart($0.role) }.map(\.cell)
    guard cells.count > 1, let range = CellRange(around: cells) else { return }
    findings.append(Finding(rule, at: Place(sheet: sheet, cells: range), ["range": range.a1]))
  }

  /// Says which headings name a fund that is none of the form's four, or the total in words of their own.
  mutating func addUnknownFunds(_ funds: [LedgerHeadings.UnknownFund], _ headings: LedgerHeadings) {
    for fund in funds {
      let columns = header.columns.filter { headings.unknownFund($0.path, among: funds) == fund }
      guard let range = CellRange(around: columns.map(\.cell)) else { continue }
      let rule: Rule = fund.isTotal ? .ledgerTotalAssumed : .fundUnknown
      findings.append(Finding(rule, at: Place(sheet: sheet, cells: range), ["found": fund.label]))
    }
  }

  /// Names headings that say nothing to us and that no column is called by.
  mutating func addOtherHeadings(
    _ rows: ArraySlice<Row>, besides funds: [LedgerHeadings.UnknownFund], _ headings: LedgerHeadings
  ) {
    let called = Set(header.columns.filter { $0.role.isUnknown }.map(\.cell))
    for cell in rows.flatMap(\.cells) where !called.contains(cell.reference) {
      if cell.text.isBlank || headings.understands(cell.text) || funds.contains(where: { $0.words == cell.text }) {
        continue
      }
      let range = CellRange(cell.reference)
      findings.append(
        Finding(.cellsAreOther, at: Place(sheet: sheet, cells: range), ["range": range.a1, "found": cell.text.trimmed]))
    }
  }

  /// Says once for each column of levels that its blanks were filled from above.
  mutating func addCarriedFinding(_ column: LedgerColumn, _ level: String, _ row: Row) {
    guard let position = header.columns.firstIndex(where: { $0.role == .column(column) }),
      reportedCarried.insert(position).inserted
    else { return }
    let heading = header.columns[position]
    let cell = CellReference(row: row.index, column: heading.index)
    findings.append(
      Finding(
        .ledgerCarriedDown, at: Place(sheet: sheet, cell: cell),
        ["heading": LabelText.printed(heading.path.last ?? ""), "found": level]))
  }

  /// Says once for each level 2 that level 1 follows from it.
  mutating func addDerivedFinding(_ indicator: Indicator, _ row: Row) {
    guard let level1 = indicator.level1, let level2 = indicator.level2, reportedDerived.insert(level2).inserted else {
      return
    }
    let column = header.columns.first { $0.role == .column(.level2) }?.index ?? row.cells.first?.reference.column ?? 0
    let place = Place(sheet: sheet, cell: CellReference(row: row.index, column: column))
    findings.append(Finding(.levelDerived, at: place, ["level1": level1, "level2": level2]))
  }

  func nameRowWithoutIndicator(_ open: OpenForm, _ slots: [Cell?], _ row: Row) {
    let cells = header.columns.indices.filter { header.columns[$0].role.isOfIndicator }.compactMap { slots[$0] }
    guard let range = CellRange(around: cells.map(\.reference)) else { return }
    let words = cells.map(\.text.trimmed).joined(separator: " ")
    open.findings.append(
      Finding(.ledgerRowWithoutIndicator, at: Place(sheet: sheet, cells: range), ["found": words]))
  }
}
