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
    let unread = readAssignments(grid, builders: builders, areas: areas, passedOver: passedOver)
    for (form, cells) in unread { nameOthers(cells, of: form) }
    nameRowNumbers(grid)
    nameEmptyWords(grid)
    nameBlankCells(grid)
    nameManyOthers()
  }

  /// Gives each cell the role that its form has assigned it.
  ///
  /// - Returns: The cells that belong to no field, by form, each with the kind that it is.
  private mutating func readAssignments(
    _ grid: Grid, builders: [FormBuilder], areas: [Int?], passedOver: Set<Int>
  ) -> [Int?: [(cell: GridCell, kind: CellRole.OtherKind)]] {
    var unread: [Int?: [(cell: GridCell, kind: CellRole.OtherKind)]] = [:]
    var labels = LabelsOfForms(builders)
    var notes = NoteLines()
    var signatures = SignatureLines()
    func assignment(of cell: GridCell) -> CellAssignments.Assignment? {
      areas[cell.index].flatMap { builders[$0].cells[cell] }
    }
    for line in grid.lines {
      let further = notes.further(line, isLabel: false) ?? NoteLines.headed(line)
      let isSigned = signatures.matches(line) { if case .other(let kind) = assignment(of: $0) { kind } else { nil } }
      for cell in line.cells {
        if passedOver.contains(cell.index) {
          setRole(.other(.note), of: cell)
          continue
        }
        let form = areas[cell.index]
        switch assignment(of: cell) {
        case .label where !cell.isKnown && !labels.contain(cell, of: form ?? 0):
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
    return unread
  }

  /// Names cells that belong to no field of a form, or of none, block by block.
  private mutating func nameOthers(_ cells: [(cell: GridCell, kind: CellRole.OtherKind)], of form: Int?) {
    for block in OtherCells.blocks(cells) {
      for cell in block.cells { setRole(.other(block.kind), of: cell) }
      if block.kind == .other { otherCount += block.cells.count }
      findings[form, default: []].append(OtherCells.finding(block, sheet: sheet.info.name))
    }
  }

  /// More than one cell in twenty that nobody understands is worth a warning.
  private mutating func nameManyOthers() {
    guard otherCount * 20 > sheet.cells.count else { return }
    let values = ["count": String(sheet.cells.count), "other": String(otherCount)]
    findings[nil, default: []].append(Finding(.manyOtherCells, at: Place(sheet: sheet.info.name), values))
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
