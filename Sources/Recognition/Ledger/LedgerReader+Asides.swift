import Findings
import Spreadsheet
import TrackingModel

/// Rows of a ledger that are those of no project: sums, repeated headers, notes, and rows that say whose the projects below them are.
extension LedgerReader {
  /// Whether the row is none of a project; it is accounted for then.
  mutating func passOver(_ row: Row, _ slots: [Cell?]) -> Bool {
    let project = columns.project.flatMap { slots[$0] }
    let name = columns.name.flatMap { slots[$0] }
    guard let (rule, words) = aside.finding(on: row, project: project, name: name) ?? group(row, slots) else {
      return false
    }
    let range = CellRange(around: row.cells.map(\.reference))
    record(row, as: rule)
    if let range { findings.append(Finding(rule, at: Place(sheet: sheet, cells: range), ["found": words])) }
    return true
  }

  /// A row with a department or a unit and no project: the sum of what stands below it, or their heading.
  private mutating func group(_ row: Row, _ slots: [Cell?]) -> (rule: Rule, words: String)? {
    if let words = unitOfRows(row, slots) { return (.ledgerGroupRow, words) }
    guard let project = columns.project, slots[project] == nil else { return nil }
    var owner: (position: Int, cell: Cell)?
    for (position, column) in header.columns.enumerated() {
      guard let cell = slots[position], !NoneMark.isNone(cell.text) else { continue }
      switch column.role {
      case .column(.supervisingDepartment), .column(.implementingUnit):
        guard owner == nil else { return nil }
        owner = (position, cell)
      case .column(.amount), .furtherAmount, .fundExtra: continue
      // A number of its own or a remark on the sum.
      case .formExtra where position == 0 || cell.kind == .number || AmountReader.isAmount(cell.text): continue
      default: return nil
      }
    }
    guard let owner else { return nil }
    keyCells[owner.position] = owner.cell
    current = nil
    let hasAmounts = row.cells.count > 1
    return (hasAmounts ? .ledgerSumRow : .ledgerGroupRow, owner.cell.text.trimmed)
  }

  /// `单位名称、项目名称` in one column: a row with nothing else in it is the unit of the projects below.
  private mutating func unitOfRows(_ row: Row, _ slots: [Cell?]) -> String? {
    guard let project = columns.project, header.namesUnitAmongProjects, row.cells.count == 1, let cell = slots[project]
    else { return nil }
    unitRow = cell
    keyCells[project] = nil
    current = nil
    return cell.text.trimmed
  }

  private mutating func record(_ row: Row, as rule: Rule) {
    coverage.add(row.cells.count, as: .other)
    switch rule {
    case .ledgerRepeatedHeader, .ledgerColumnNumbers, .ledgerGroupRow: recorder?.addLabel(row.cells)
    default: recorder?.addOther(row.cells, rule == .ledgerSumRow ? .other : .signature)
    }
  }

  /// Gives a new form the unit that the row above its project names.
  func assignUnitRow(_ open: OpenForm) {
    guard let unitRow else { return }
    let reading = EntityReader.read(unitRow.text)
    open.form.implementingUnit = reading.value
    open.add(reading.findings, at: unitRow.reference)
  }
}

extension LedgerReader {
  /// Notes the hidden columns of a sheet that has just been read: they are read like others, and named once for those side by side.
  mutating func addHiddenFinding(_ columns: Set<Int>, of sheet: String?) {
    guard !columns.isEmpty, let lastRow else { return }
    var runs: [CellRange] = []
    for column in header.columns where columns.contains(column.index) {
      let range = CellRange(CellReference(row: column.cell.row, column: column.index)).union(
        CellRange(CellReference(row: lastRow, column: column.index)))
      if let last = runs.last, last.last.column + 1 == column.index {
        runs[runs.count - 1] = last.union(range)
      } else {
        runs.append(range)
      }
    }
    findings += runs.map { Finding(.hiddenCellsRead, at: Place(sheet: sheet, cells: $0), ["range": $0.a1]) }
  }
}

/// The hidden rows of a ledger, in runs: filtered rows are read like others, and named once.
struct HiddenRows {
  private var runs: [CellRange] = []

  /// More runs than these are named as one.
  private static let maximumRuns = 50

  mutating func add(_ row: Row) {
    guard row.isHidden, let range = CellRange(around: row.cells.map(\.reference)) else { return }
    if let last = runs.last, last.last.row + 1 == row.index || runs.count >= Self.maximumRuns {
      runs[runs.count - 1] = last.union(range)
    } else {
      runs.append(range)
    }
  }

  /// The notes on them; they are forgotten then.
  mutating func findings(sheet: String?) -> [Finding] {
    defer { runs = [] }
    return runs.map { Finding(.hiddenCellsRead, at: Place(sheet: sheet, cells: $0), ["range": $0.a1]) }
  }
}
