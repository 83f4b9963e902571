import Findings
import Spreadsheet
import TrackingModel

/// Notes what became of every cell of a ledger that is looked at whole; a streamed one only counts them.
final class LedgerRecorder {
  private enum Use {
    case value(OpenForm, LedgerRole?)
    case label
    case other(CellRole.OtherKind)
  }

  private var uses: [(cell: CellReference, use: Use)] = []
  private var numbers: [ObjectIdentifier: Int] = [:]

  func addLabel(_ cells: RowCells) { uses += cells.map { ($0.reference, .label) } }

  func addOther(_ cells: RowCells, _ kind: CellRole.OtherKind) { uses += cells.map { ($0.reference, .other(kind)) } }

  /// - Parameter role: nil for a cell without heading.
  func addValue(_ cell: Cell, of form: OpenForm, _ role: LedgerRole?) {
    uses.append((cell.reference, .value(form, role)))
  }

  /// The form is handed over as the next one.
  func finished(_ form: OpenForm) { numbers[ObjectIdentifier(form)] = numbers.count }

  /// The role of each cell, once all forms are finished.
  var roles: [CellReference: CellRole] {
    var roles: [CellReference: CellRole] = [:]
    var indicators: [ObjectIdentifier: [Int: Int]] = [:]
    for (cell, use) in uses {
      switch use {
      case .label: roles[cell] = .label(form: 0)
      case .other(let kind): roles[cell] = .other(kind)
      case .value(let form, let role):
        let number = numbers[ObjectIdentifier(form)] ?? 0
        let rows = indicators[ObjectIdentifier(form)] ?? form.indicatorsByRow
        indicators[ObjectIdentifier(form)] = rows
        roles[cell] = .value(form: number, fields: Self.fields(role, indicator: rows[cell.row]))
      }
    }
    return roles
  }

  /// - Parameter indicator: The position of the indicator in whose row the cell stands.
  private static func fields(_ role: LedgerRole?, indicator: Int?) -> [FieldPath] {
    if role == .period { return [.periodStart, .periodEnd] }
    guard let role else { return [indicator.map { .indicator($0, "extras") } ?? "extras"] }
    if role.isOfIndicator { return indicator.map { [.indicator($0, FieldKey(role.field ?? "extras"))] } ?? [] }
    if case .furtherAmount = role { return ["budget.additional"] }
    if case .fundExtra(let fund, _) = role { return [FieldPath("budget.\(fund.rawValue).extras")] }
    return [FieldPath(role.field ?? "extras")]
  }
}

extension OpenForm {
  /// The positions of its indicators by their rows; of several in one row the first.
  fileprivate var indicatorsByRow: [Int: Int] {
    Dictionary(indicatorRows.enumerated().compactMap { index, row in row.map { ($0, index) } }) { first, _ in first }
  }
}

/// A ledger on a sheet that is in memory: the same reading as of a streamed one, with the role of every cell.
enum LedgerSheet {
  /// nil where the sheet is no ledger.
  static func recognize(_ sheet: Sheet, synonymIndex: SynonymIndex, settings: RecognitionSettings) -> RecognizedSheet? {
    let rows = sheet.cells.chunked(by: \.reference.row).map { row, cells in
      Row(index: row, cells: Array(cells), isHidden: sheet.hiddenRows.contains(row))
    }
    let first = Array(rows.prefix(LedgerHeader.rowsToLookAt))
    guard
      let header = LedgerHeader.find(
        in: first, hiddenColumns: sheet.hiddenColumns, synonymIndex: synonymIndex, mapping: settings.ledger,
        family: settings.family)
    else { return nil }
    let recorder = LedgerRecorder()
    var forms: [RecognizedForm] = []
    var reader = LedgerReader(
      header, rows: rows, sheet: sheet.info.name, synonymIndex: synonymIndex, settings: settings, recorder: recorder)
    do {
      for row in rows[header.rows.upperBound...] { try reader.add(row) { forms.append($0) } }
      reader.share(sheet.merges, of: sheet.info.name)
      reader.addHiddenFinding(sheet.hiddenColumns, of: sheet.info.name)
      try reader.finish { forms.append($0) }
    } catch let refusal as Refusal {
      return RecognizedSheet(forms: [], findings: [refusal.finding], roles: recorder.roles)
    } catch {
      return nil
    }
    return RecognizedSheet(forms: forms, findings: reader.findings, roles: recorder.roles)
  }
}

extension Array {
  /// Runs of elements with the same key, in order.
  fileprivate func chunked<Key: Equatable>(by key: (Element) -> Key) -> [(Key, ArraySlice<Element>)] {
    var chunks: [(Key, ArraySlice<Element>)] = []
    var start = startIndex
    while start < endIndex {
      let own = key(self[start])
      let end = self[start...].firstIndex { key($0) != own } ?? endIndex
      chunks.append((own, self[start..<end]))
      start = end
    }
    return chunks
  }
}
