import Findings
import Spreadsheet
import TrackingModel

/// Reads the rows of a ledger into forms, handing each over as soon as no further row can belong to it.
///
/// Rows of one form belong together by project, unit and period, or by the form's number where the ledger has one, wherever they
/// stand. A ledger with numbers also says how many indicators a form has, so that a form leaves memory when it is complete; one
/// without keeps its forms to the end. Forms come out in the order in which they first appeared.
struct LedgerReader {
  typealias Receiver = (RecognizedForm) throws -> Void

  let header: LedgerHeader
  let context: LedgerContext
  var sheet: String?
  let aside: LedgerAside
  private let finisher: LedgerFinisher
  var values: LedgerValues
  var groups: LedgerGroups
  var coverage = LedgerCoverage()
  var findings: [Finding] = []

  let recorder: LedgerRecorder?
  let columns: LedgerPositions

  /// Cells whose formula turned out to be a text.
  private(set) var recovered: Set<CellReference> = []

  var current: OpenForm?
  /// The unit that a row of its own names for the projects below.
  var unitRow: Cell?
  private var hidden = HiddenRows()
  /// The last row of the sheet so far.
  private(set) var lastRow: Int?
  /// What the key columns of the row above said, blanks filled in.
  var keyCells: [Int: Cell] = [:]
  var reportedCarried: Set<Int> = []
  var reportedDerived: Set<String> = []
  private var reportedUnheaded: Set<Int> = []
  /// An own row waits for the rows that go on with its texts.
  private var pending: (row: Row, sheet: String?)?
  /// The sheet that rows come from now; `sheet` is that of the row being read, which may be the last of the one before.
  private var incomingSheet: String?

  /// The forms that are known.
  let family: FormFamily
  /// Values that a form may have.
  private let valuesOfForm: Int

  /// - Parameters:
  ///   - rows: The first rows, those of the header among them.
  ///   - recorder: Records what becomes of every cell.
  init(
    _ header: LedgerHeader, rows: [Row], sheet: String?, synonymIndex: SynonymIndex, settings: RecognitionSettings,
    recorder: LedgerRecorder? = nil
  ) {
    self.recorder = recorder
    self.header = header
    family = settings.family
    valuesOfForm = settings.valuesOfForm
    self.sheet = sheet
    incomingSheet = sheet
    context = LedgerContext(header: header, rows: rows, sheet: sheet, settings: settings)
    aside = LedgerAside(header: header, synonymIndex: synonymIndex)
    values = LedgerValues(header: header, units: context.units)
    finisher = LedgerFinisher(header: header, context: context, sheet: sheet)
    groups = LedgerGroups()
    columns = LedgerPositions(header)
    findings = context.findings
    nameUnknownColumns(rows, synonymIndex)
    addJoined(.targetJoined) { $0 == .targetSign || $0 == .targetUnit || $0 == .column(.target) }
    addJoined(.reasonsTicked) { if case .reasonTick = $0 { true } else { false } }
    for row in rows[..<header.rows.upperBound] { addLabels(row) }
    for row in rows[..<header.rows.lowerBound] { recorder?.addOther(row.cells, .note) }
    for row in rows[header.rows] { recorder?.addLabel(row.cells) }
  }

  /// Names the headings that are not those of the model.
  private mutating func nameUnknownColumns(_ rows: [Row], _ synonymIndex: SynonymIndex) {
    for column in header.columns where column.role.isUnknown {
      let words = LabelText.printed(column.path.last ?? "")
      findings.append(Finding(.ledgerUnknownColumn, at: Place(sheet: sheet, cell: column.cell), ["found": words]))
    }
    if header.isOwn { return }
    let headings = LedgerHeadings(synonymIndex: synonymIndex)
    let funds = headings.unknownFunds(header.columns.map(\.path))
    addUnknownFunds(funds, headings)
    addOtherHeadings(rows[header.rows], besides: funds, headings)
  }

  /// Whether rows under another header can go on with this ledger, as 台账2 goes on with 台账.
  func canContinue(under other: LedgerHeader) -> Bool {
    header.columns.map(\.path) == other.columns.map(\.path) && header.columns.map(\.index) == other.columns.map(\.index)
  }

  /// Goes on with another sheet.
  mutating func begin(_ sheet: String?, labels: ArraySlice<Row>) {
    findings += hidden.findings(sheet: incomingSheet)
    incomingSheet = sheet
    for row in labels { addLabels(row) }
  }

  private mutating func addLabels(_ row: Row) {
    coverage.read(row.cells.count)
    coverage.add(row.cells.count, as: .label)
  }

  /// Takes the next row.
  mutating func add(_ row: Row, receive: Receiver) throws {
    coverage.read(row.cells.count)
    lastRow = row.index
    guard header.isOwn else {
      sheet = incomingSheet
      return try addData(row, receive)
    }
    if let above = pending, let going = LedgerContinuation.join(above.row, with: row, in: header.table) {
      // Cells that only this row has come up for account with the row above.
      coverage.add(row.cells.count - (going.cells.count - above.row.cells.count), as: .value)
      pending = (going, above.sheet)
      return
    }
    try addPending(receive)
    pending = (row, incomingSheet)
  }

  /// Passes on what is left.
  mutating func finish(receive: Receiver) throws {
    try addPending(receive)
    current = nil
    while let form = groups.next() { try handOver(form, receive) }
    findings += hidden.findings(sheet: sheet)
    try coverage.check(sheet: sheet)
  }

  // MARK: Rows

  private mutating func addPending(_ receive: Receiver) throws {
    guard let ready = pending else { return }
    pending = nil
    sheet = ready.sheet
    try addData(ready.row, receive)
  }

  private mutating func addData(_ row: Row, _ receive: Receiver) throws {
    var slots = [Cell?](repeating: nil, count: header.columns.count)
    var unheaded: [Cell] = []
    for cell in row.cells {
      if let position = columns.ofSheet[cell.reference.column] { slots[position] = cell } else { unheaded.append(cell) }
    }
    if row.isHidden { hidden.add(row) }
    if !header.isOwn, passOver(row, slots) { return }
    let given = slots.count { $0 != nil }
    let open = try form(of: row, &slots, receive)
    open.currentSheet = sheet
    fillOnce(open, slots)
    addIndicator(to: open, slots, row)
    for cell in unheaded { addUnheaded(cell, to: open) }
    coverage.add(given + unheaded.count, as: .value)
    record(row, of: open)
    if let first = row.cells.first, let last = row.cells.last {
      open.extend(to: CellRange(first.reference, last.reference))
    }
    try open.addCells(given + unheaded.count, limit: valuesOfForm)
    if !header.hasIndicators && !columns.areNumbered { try handOver(open, receive) }
  }

  func handOver(_ form: OpenForm, _ receive: Receiver) throws {
    let finished = finisher.finish(form)
    try form.checkValues(limit: valuesOfForm)
    recorder?.finished(form)
    try receive(finished)
  }

  // MARK: Cells

  private func record(_ row: Row, of open: OpenForm) {
    guard let recorder else { return }
    for cell in row.cells {
      recorder.addValue(cell, of: open, columns.ofSheet[cell.reference.column].map { header.columns[$0].role })
    }
  }

  private mutating func fillOnce(_ open: OpenForm, _ slots: [Cell?]) {
    open.year = open.year ?? yearCell(slots)
    let year = open.year ?? context.year
    for position in columns.ofForm {
      guard let cell = slots[position] else { continue }
      let text = cell.text
      if let words = open.words[position] {
        guard words != text else { continue }
        let column = header.columns[position]
        open.add(
          [
            Finding(
              .ledgerConflict,
              [
                "heading": LabelText.printed(column.path.last ?? ""), "expected": words.trimmed,
                "found": text.trimmed,
              ])
          ], at: cell.reference)
        continue
      }
      open.words[position] = text
      if let table = header.table {
        LedgerExactValues.fill(open, table.columns[position], from: cell)
      } else {
        values.fill(open, from: cell, at: position, year: year)
      }
    }
  }

  private func yearCell(_ slots: [Cell?]) -> Int? {
    columns.year.flatMap { slots[$0] }.flatMap { PeriodReader.year(in: $0.text) }
  }

  private mutating func addIndicator(to open: OpenForm, _ slots: [Cell?], _ row: Row) {
    if let table = header.table {
      guard let indicator = LedgerExactValues.indicator(in: slots, of: open, table) else { return }
      open.form.indicators.append(indicator)
      open.indicatorRows.append(sheet == open.sheet ? row.index : nil)
      return
    }
    guard header.hasIndicators else { return }
    guard var indicator = values.indicator(in: slots, of: open) else {
      addLeftExtras(of: open, slots, indicator: nil)
      return nameRowWithoutIndicator(open, slots, row)
    }
    for position in columns.targets {
      if let cell = slots[position], cell.kind == .formulaWithoutValue, indicator.target != nil {
        recovered.insert(cell.reference)
      }
    }
    let levels = open.levels.next(own: (indicator.level1, indicator.level2))
    indicator.level1 = levels.level1
    indicator.level2 = levels.level2
    if levels.isDerived { addDerivedFinding(indicator, row) }
    if levels.carriesLevel1, let level = levels.level1 { addCarriedFinding(.level1, level, row) }
    if levels.carriesLevel2, let level = levels.level2 { addCarriedFinding(.level2, level, row) }
    open.form.indicators.append(indicator)
    open.indicatorRows.append(sheet == open.sheet ? row.index : nil)
    addLeftExtras(of: open, slots, indicator: open.form.indicators.count - 1)
  }

  private func addLeftExtras(of open: OpenForm, _ slots: [Cell?], indicator: Int?) {
    for (position, label) in columns.extras {
      guard let cell = slots[position], let extra = LedgerValues.extra(label, cell) else { continue }
      open.leftExtras[position, default: []].append((indicator, extra))
    }
  }

  /// A cell right of or between all headings is kept under the letters of its column.
  private mutating func addUnheaded(_ cell: Cell, to open: OpenForm) {
    let letters = CellReference.columnName(cell.reference.column)
    guard let extra = LedgerValues.extra(letters, cell) else { return }
    if open.form.indicators.isEmpty {
      open.form.extras.append(extra)
    } else {
      open.form.indicators[open.form.indicators.count - 1].extras.append(extra)
    }
    guard reportedUnheaded.insert(cell.reference.column).inserted else { return }
    findings.append(Finding(.ledgerNoHeading, at: Place(sheet: sheet, cell: cell.reference), ["found": letters]))
  }
}
