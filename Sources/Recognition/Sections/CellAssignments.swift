import Findings
import Spreadsheet
import TrackingModel

/// What the cells of a form have been taken for so far, and the cells that each of its values came from.
struct CellAssignments {
  /// What a cell has been taken for.
  enum Assignment {
    case label
    case value([FieldPath])
    case labelAndValue([FieldPath])
    /// It will be named in a finding of this kind.
    case other(CellRole.OtherKind)
  }

  private(set) var sources: SourceMap
  /// By the cell's position in the sheet.
  private var assigned: CellTable<Assignment>

  /// - Parameter lines: Those of the form.
  init(_ lines: [Line], sheet: String?) {
    sources = SourceMap(sheet: sheet)
    let count = lines.reduce(0) { $0 + $1.cells.count }
    sources.reserveCapacity(count)
    let first = lines.first?.cells.first?.index ?? 0
    let last = lines.last?.cells.last?.index ?? first
    assigned = CellTable(first..<max(first, last) + 1, count: count)
  }

  /// nil for a cell that nothing has been taken for.
  subscript(_ cell: GridCell) -> Assignment? { assigned[cell.index] }

  func isAssigned(_ cell: GridCell) -> Bool { assigned[cell.index] != nil }

  /// The positions in the sheet of all cells that are labels or values.
  var labelsAndValues: [Int] {
    assigned.entries.compactMap { position, assignment in if case .other = assignment { nil } else { position } }
  }

  mutating func assignLabel(_ cell: GridCell) {
    switch assigned[cell.index] {
    case .value(let fields): assigned[cell.index] = .labelAndValue(fields)
    case .labelAndValue: break
    case nil, .label, .other: assigned[cell.index] = .label
    }
  }

  /// Assigns the cell to a field, whether it says something or that there is nothing.
  mutating func assignValue(_ cell: GridCell, _ field: FieldPath) {
    // The list of fields is taken out to be added to: a cell merged down a table is the value of a field in every row.
    switch assigned.updateValue(.label, forKey: cell.index) {
    case .value(var fields):
      fields.append(field)
      assigned[cell.index] = .value(fields)
    case .label: assigned[cell.index] = .labelAndValue([field])
    case .labelAndValue(var fields):
      fields.append(field)
      assigned[cell.index] = .labelAndValue(fields)
    case nil, .other: assigned[cell.index] = .value([field])
    }
    sources.add(cell.reference, and: cell.repeats, to: field)
  }

  /// Assigns a cell like another one, whose value it says again.
  mutating func assignRepeat(_ cell: GridCell, as first: GridCell) {
    switch assigned[first.index] {
    case .value(let fields), .labelAndValue(let fields): for field in fields { assignValue(cell, field) }
    case .other(let kind): assignOther(cell, kind)
    case .label, nil: assignLabel(cell)
    }
  }

  /// Says what kind of cell it is that belongs to no field.
  mutating func assignOther(_ cell: GridCell, _ kind: CellRole.OtherKind) {
    switch assigned[cell.index] {
    case nil, .label, .other: assigned[cell.index] = .other(kind)
    case .value, .labelAndValue: break
    }
  }

  /// Adds a cell that a field was read from without being its value, as the name of a fund is.
  mutating func addSource(_ cell: GridCell, of field: FieldPath) { sources.add(cell.reference, to: field) }

  /// Says where a field that is missing ought to stand.
  mutating func expect(_ field: FieldPath, at reference: CellReference) { sources.expect(field, at: reference) }

  /// Changes the paths of values that have turned out to be those of other fields.
  mutating func changePaths(_ changed: (FieldPath) -> FieldPath) {
    var result = SourceMap(sheet: sources.sheet)
    for (path, cells) in sources.cells { result[changed(path)] = cells }
    sources = result
    assigned.changeAll { assignment in
      switch assignment {
      case .value(let fields): .value(fields.map(changed))
      case .labelAndValue(let fields): .labelAndValue(fields.map(changed))
      case .label, .other: assignment
      }
    }
  }
}
