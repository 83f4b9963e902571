import Findings
import Spreadsheet
import TrackingModel

/// What became of every non-empty cell of a sheet: cells in = values + labels + named others.
struct Coverage {
  private let sheet: Sheet
  /// By the cell's position in the sheet.
  private var own: [CellRole?]
  /// Of cells that are in no line: blank ones, and those that say again what the first one of their merged range says.
  private var others: [CellReference: CellRole] = [:]
  /// Findings that name the cells of no field, by form; under nil those outside of all forms.
  private(set) var findings: [Int?: [Finding]] = [:]
  /// How many cells belong to no field and are of no known kind.
  private var otherCount = 0

  /// - Parameters:
  ///   - areas: The form in whose lines a cell stands, by its position in the sheet.
  ///   - passedOver: Cells of lines that have been named as no form, by their positions.
  init(_ grid: Grid, builders: [FormBuilder], areas: [Int?], passedOver: Set<Int> = []) {
    sheet = grid.sheet
    own = Array(repeating: nil, count: grid.sheet.cells.count)
    var unread: [Int?: [(cell: GridCell, kind: CellRole.OtherKind)]] = [:]
    var notes = NoteLines()
    var signatures = SignatureLines()
    var kept: [Int: KeptLabels] = [:]
    func keeps(_ form: Int, _ cell: GridCell) -> Bool {
      let labels = kept[form] ?? KeptLabels(builders[form].form)
      kept[form] = labels
      return labels.contain(cell)
    }
    for line in grid.lines {
      let further = notes.further(line, isLabel: false) ?? NoteLines.headed(line)
      let isSigned = signatures.isIn(line) { cell in
        if case .other(let kind) = areas[cell.index].flatMap({ builders[$0].claims[cell.index] }) { kind } else { nil }
      }
      for cell in line.cells {
        if passedOver.contains(cell.index) {
          setRole(.other(.note), of: cell)
          continue
        }
        let form = areas[cell.index]
        switch form.flatMap({ builders[$0].claims[cell.index] }) {
        case .label where !cell.isKnown && !keeps(form ?? 0, cell):
          unread[form, default: []].append((cell, cell.otherKind))
        case .label: setRole(.label(form: form ?? 0), of: cell)
        case .value(let fields): setRole(.value(form: form ?? 0, fields: fields), of: cell)
        case .labelAndValue(let fields): setRole(.labelAndValue(form: form ?? 0, fields: fields), of: cell)
        case .other(let kind): unread[form, default: []].append((cell, kind))
        case nil where cell.cell.kind == .formulaWithoutValue: continue
        case nil:
          let kind = isSigned && SignatureLines.isDate(cell) ? .signature : further ?? cell.otherKind
          unread[form, default: []].append((cell, kind))
        }
      }
    }
    for (form, cells) in unread {
      for block in OtherCells.blocks(cells) {
        for cell in block.cells { setRole(.other(block.kind), of: cell) }
        if block.kind == .other { otherCount += block.cells.count }
        findings[form, default: []].append(OtherCells.finding(block, sheet: grid.sheet.info.name))
      }
    }
    nameRowNumbers(grid)
    nameEmptyWords(grid)
    nameBlankCells(grid)
    let count = grid.sheet.cells.count
    if otherCount * 20 > count {
      findings[nil, default: []].append(
        Finding(
          .manyOtherCells, at: Place(sheet: grid.sheet.info.name),
          ["count": String(count), "other": String(otherCount)]))
    }
  }

  private mutating func setRole(_ role: CellRole, of cell: GridCell) {
    own[cell.index] = role
    for repeated in cell.repeats { others[repeated] = role }
  }

  /// Cells that hold nothing but white space are covered as well. Formulas without a result have been named by the reader of
  /// the sheet.
  private mutating func nameBlankCells(_ grid: Grid) {
    var blanks: [Cell] = []
    let cells = grid.sheet.cells
    for index in cells.indices where role(at: index) == nil && cells[index].text.isBlank {
      let cell = cells[index]
      own[index] = .other(.note)
      if cell.kind == .text { blanks.append(cell) }
    }
    guard let range = CellRange(around: blanks.map(\.reference)) else { return }
    findings[nil, default: []].append(
      Finding(
        .cellsAreBlank, at: Place(sheet: grid.sheet.info.name, cells: range),
        ["range": range.a1, "count": String(blanks.count)]))
  }

  private mutating func nameEmptyWords(_ grid: Grid) {
    guard let range = CellRange(around: grid.emptyWords.map(\.reference)) else { return }
    for cell in grid.emptyWords { others[cell.reference] = .other(.note) }
    let values = [
      "range": range.a1, "count": String(grid.emptyWords.count), "found": grid.emptyWords.first?.text ?? "",
    ]
    findings[nil, default: []].append(
      Finding(.cellsSayNothing, at: Place(sheet: grid.sheet.info.name, cells: range), values))
  }

  private mutating func nameRowNumbers(_ grid: Grid) {
    guard let range = CellRange(around: grid.rowNumbers.map(\.reference)) else { return }
    for cell in grid.rowNumbers { setRole(.other(.note), of: cell) }
    findings[nil, default: []].append(
      Finding(
        .cellsAreRowNumbers, at: Place(sheet: grid.sheet.info.name, cells: range), ["range": range.a1]))
  }

  /// Whether the account balances: a role for every cell, and each cell that is a value known to its fields.
  func balances(_ forms: [RecognizedForm]) -> Bool {
    sheet.cells.indices.allSatisfy { index in
      switch role(at: index) {
      case nil: false
      case .label, .other: true
      case .value(let form, let fields), .labelAndValue(let form, let fields):
        forms.indices.contains(form)
          && fields.allSatisfy { forms[form].sources.contains(sheet.cells[index].reference, of: $0) }
      }
    }
  }

  private func role(at index: Int) -> CellRole? {
    own[index] ?? (others.isEmpty ? nil : others[sheet.cells[index].reference])
  }

  /// What became of every cell, by its address.
  var roles: [CellReference: CellRole] {
    var roles: [CellReference: CellRole] = [:]
    roles.reserveCapacity(own.count)
    for index in own.indices {
      if let role = role(at: index) { roles[sheet.cells[index].reference] = role }
    }
    return roles
  }
}
