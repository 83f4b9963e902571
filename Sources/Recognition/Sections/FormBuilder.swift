import Findings
import Spreadsheet
import TrackingModel

/// A form while it is being read: its values, where they came from, and what became of the cells so far.
struct FormBuilder {
  /// What a cell has been taken for.
  enum Claim {
    case label
    case value([FieldPath])
    case labelAndValue([FieldPath])
    /// It will be named in a finding of this kind.
    case other(CellRole.OtherKind)
  }

  let grid: Grid
  let synonymIndex: SynonymIndex
  let settings: RecognitionSettings
  var form = TrackingForm()
  var sources: SourceMap
  var findings: [Finding] = []
  /// By the cell's position in the sheet.
  private(set) var claims: CellTable<Claim>
  /// The unit of amounts that the form states for itself as a whole, and the cell that does.
  var unit: (unit: AmountUnit, cell: GridCell)?
  /// Whether a label names the project, with a name or without.
  var namesProject = false
  /// Whether a label names 实施单位 itself.
  var namesImplementingUnit = false
  /// Whether a label names 项目单位 or the like, which is the implementing unit where no label says so.
  var namesPossibleUnit = false
  /// The year that a title or a cell of its own gives.
  var year: Int?
  /// The cell that states nothing but a year.
  var yearCell: GridCell?
  var titleCell: GridCell?
  /// The cell that states nothing but the end of the period.
  var lastMonthCell: GridCell?
  /// Whether a cell states a period that could not be read: then none is made up from elsewhere.
  var hasUnreadablePeriod = false
  /// Months named by column headings (1-7月执行数), the first one first.
  var headedMonths: [GridCell] = []
  /// How many of the further funds are known not to be 其他资金.
  var fundsLookedAt = 0

  private var carriedNotes: [Int: Int] = [:]
  private var joinedNotes: [String: Int] = [:]

  /// - Parameter lines: Those of the form.
  init(grid: Grid, synonymIndex: SynonymIndex, settings: RecognitionSettings, lines: [Line]) {
    self.grid = grid
    self.synonymIndex = synonymIndex
    self.settings = settings
    sources = SourceMap(sheet: grid.sheet.info.name)
    let count = lines.reduce(0) { $0 + $1.cells.count }
    sources.reserveCapacity(count)
    let first = lines.first?.cells.first?.index ?? 0
    let last = lines.last?.cells.last?.index ?? first
    claims = CellTable(first..<max(first, last) + 1, count: count)
  }

  func isClaimed(_ cell: GridCell) -> Bool { claims[cell.index] != nil }

  func place(_ cell: GridCell) -> Place { Place(sheet: sources.sheet, cells: cell.area) }

  /// Takes the cell for a label.
  mutating func assignLabel(_ cell: GridCell) {
    switch claims[cell.index] {
    case .value(let fields): claims[cell.index] = .labelAndValue(fields)
    case .labelAndValue: break
    case nil, .label, .other: claims[cell.index] = .label
    }
  }

  /// Takes the cell for the value of a field, whether it says something or that there is nothing.
  mutating func assignValue(_ cell: GridCell, _ field: FieldPath) {
    // The list of fields is taken out to be added to: a cell merged down a table is the value of a field in every row.
    switch claims.updateValue(.label, forKey: cell.index) {
    case .value(var fields):
      fields.append(field)
      claims[cell.index] = .value(fields)
    case .label: claims[cell.index] = .labelAndValue([field])
    case .labelAndValue(var fields):
      fields.append(field)
      claims[cell.index] = .labelAndValue(fields)
    case nil, .other: claims[cell.index] = .value([field])
    }
    sources.add(cell.reference, and: cell.repeats, to: field)
  }

  /// Takes a cell for whatever another one was taken for, whose value it says again.
  mutating func assignRepeat(_ cell: GridCell, as first: GridCell) {
    switch claims[first.index] {
    case .value(let fields), .labelAndValue(let fields): for field in fields { assignValue(cell, field) }
    case .other(let kind): assignOther(cell, kind)
    case .label, nil: assignLabel(cell)
    }
  }

  /// Says what kind of cell it is that belongs to no field.
  mutating func assignOther(_ cell: GridCell, _ kind: CellRole.OtherKind) {
    switch claims[cell.index] {
    case nil, .label, .other: claims[cell.index] = .other(kind)
    case .value, .labelAndValue: break
    }
  }

  /// Says where a field that is missing ought to stand.
  mutating func expect(_ field: FieldPath, at reference: CellReference) {
    sources.expect(field, at: reference)
  }

  /// The value of a reading, its findings placed at the cell.
  mutating func keep<Value>(_ reading: Reading<Value>, at cell: GridCell, _ field: FieldPath) -> Value {
    if !reading.findings.isEmpty {
      var place = place(cell)
      place.field = field.description
      findings += reading.findings(at: place)
    }
    return reading.value
  }

  mutating func note(_ rule: Rule, at cell: GridCell, _ values: [String: String] = [:], field: FieldPath? = nil) {
    var place = place(cell)
    place.field = field?.description
    findings.append(Finding(rule, at: place, values))
  }

  mutating func assignPeriod(_ reading: Reading<TrackingPeriod>, from cells: [GridCell]) {
    guard let first = cells.first else { return }
    for cell in cells {
      assignValue(cell, .periodStart)
      assignValue(cell, .periodEnd)
    }
    form.period = keep(reading, at: first, "period")
    if form.period.end == nil, reading.findings.contains(where: { $0.severity == .error }) {
      hasUnreadablePeriod = true
    }
  }

  /// Keeps what the form has and the model does not.
  mutating func assignExtra(_ cell: GridCell, label: String, text: String) {
    assignValue(cell, .extra(form.extras.count))
    form.extras.append(Extra(label: label, text: text, cell: cell.reference.a1))
  }

  /// Notes a level carried down, one finding for rows below each other.
  mutating func addCarriedFinding(_ level: String, at cell: CellReference, field: FieldPath) {
    if let index = carriedNotes[field.key == .level1 ? 1 : 2],
      let range = findings[index].place.cells, findings[index].values["read"] == level, range.last.row + 1 == cell.row
    {
      findings[index].place.cells = range.union(CellRange(cell))
      return
    }
    carriedNotes[field.key == .level1 ? 1 : 2] = findings.count
    findings.append(
      Finding(
        .levelCarried, at: Place(sheet: sources.sheet, cells: CellRange(cell), field: field.description),
        ["read": level]))
  }

  /// Notes what was put together from cells of one row, one finding for rows below each other.
  mutating func addJoinedFinding(_ rule: Rule, _ cells: [GridCell], field: FieldPath) {
    guard var range = CellRange(around: cells.map(\.reference)) else { return }
    var place = Place(sheet: sources.sheet, cells: range, field: field.description)
    guard let index = joinedNotes[rule.name], let above = findings[index].place.cells,
      above.last.row + 1 == range.first.row
    else {
      joinedNotes[rule.name] = findings.count
      findings.append(Finding(rule, at: place, ["range": range.a1]))
      return
    }
    range = above.union(range)
    place = findings[index].place
    place.cells = range
    findings[index] = Finding(rule, at: place, ["range": range.a1])
  }

  /// A further fund has turned out to be one of the form's.
  mutating func moveFund(from index: Int, to fund: Fund) {
    movePaths { path in
      switch path.owner {
      case .additionalFund(index): FieldPath(.fund(fund), path.part)
      case .additionalFund(let number) where number > index: FieldPath(.additionalFund(number - 1), path.part)
      default: path
      }
    }
  }

  /// An extra of an owner has turned out to be a field of it.
  mutating func moveExtra(_ extra: FieldPath, to key: FieldKey) {
    guard case .extra(let index) = extra.part else { return }
    movePaths { path in
      guard path.owner == extra.owner, case .extra(let number) = path.part else { return path }
      return number == index ? path.field(key) : number > index ? path.extra(number - 1) : path
    }
  }

  /// Changes the paths of values, wherever they are noted.
  private mutating func movePaths(_ moved: (FieldPath) -> FieldPath) {
    var result = SourceMap(sheet: sources.sheet)
    for (path, cells) in sources.cells { result[moved(path)] = cells }
    sources = result
    claims.changeAll { claim in
      switch claim {
      case .value(let fields): .value(fields.map(moved))
      case .labelAndValue(let fields): .labelAndValue(fields.map(moved))
      case .label, .other: claim
      }
    }
    for position in findings.indices {
      findings[position].place.field = findings[position].place.field.map { moved(FieldPath($0)).description }
    }
  }

  mutating func addUnitAssumedFinding() {
    let cells = sources.cells.filter { $0.key.isPart(of: .budget) }.values.joined()
    findings.append(
      Finding(.unitAssumed, at: Place(sheet: sources.sheet, cells: CellRange(around: cells), field: "budget")))
  }
}
