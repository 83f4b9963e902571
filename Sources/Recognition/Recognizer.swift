import Findings
import Spreadsheet
import TrackingModel

/// Turns sheets into forms, by their labels and never by their addresses.
public struct Recognizer: Sendable {
  /// What is known of the files beforehand.
  public let settings: RecognitionSettings
  let synonymIndex: SynonymIndex

  public init(settings: RecognitionSettings = .init()) {
    self.settings = settings
    synonymIndex = SynonymIndex(synonyms: settings.synonyms)
  }

  /// All forms of a workbook, handed over one by one as they are complete.
  ///
  /// A sheet that is a form is read whole; a ledger is streamed.
  ///
  /// - Parameter roles: Called with what became of the cells of each sheet that was read whole, not of a ledger's.
  /// - Returns: Findings that belong to no single form: a skipped sheet, cells outside of all forms.
  /// - Throws: A refusal where the workbook holds no form, saying what it is instead; what `receive` throws.
  public func recognize(
    _ workbook: any Workbook, roles: ((SheetInfo, [CellReference: CellRole]) -> Void)? = nil,
    receive: (RecognizedForm) throws -> Void
  ) throws -> [Finding] {
    let workbook = try joiningTables(of: workbook)
    var reading = WorkbookReading(workbook, by: self)
    for info in workbook.sheets where reading.isChosen(info) { try reading.read(info, roles: roles, receive: receive) }
    try reading.finish(receive: receive)
    return reading.findings
  }

  /// The forms of one whole sheet, and what became of every non-empty cell.
  public func recognize(_ sheet: Sheet) -> RecognizedSheet {
    if let ledger = LedgerSheet.recognize(sheet, synonymIndex: synonymIndex, settings: settings) { return ledger }
    let (forms, findings, coverage) = recognizeForms(of: sheet)
    return RecognizedSheet(forms: forms, findings: findings, roles: coverage?.roles ?? [:])
  }

  func recognizeForms(of sheet: Sheet) -> (forms: [RecognizedForm], findings: [Finding], coverage: Coverage?) {
    var grid = Grid(sheet, synonymIndex: synonymIndex)
    var findings: [Finding] = []
    if let folded = RepeatedText.fold(grid) {
      grid.lines = folded.lines
      findings.append(folded.finding)
    }
    let parts = FormSplitter().forms(in: grid.lines)
    if let objection = tooLarge(parts, sheet: sheet) { return ([], [objection], nil) }
    var sections = SheetSections(cellCount: sheet.cells.count)
    for lines in parts { read(lines, of: grid, into: &sections) }
    sections.passOverRest(of: grid)
    let coverage = Coverage(grid, builders: sections.builders, areas: sections.areas, passedOver: sections.passedOver)
    let forms = sections.builders.enumerated().map { number, builder in
      finished(builder, others: coverage.findings[number] ?? [], sheet: sheet)
    }
    findings += sections.findings + (coverage.findings[nil] ?? []) + HiddenCells.findings(sheet)
    if let objection = tooManyValues(forms, cells: sheet.cells.count) { return ([], [objection], coverage) }
    if forms.isEmpty, findings.allSatisfy({ $0.severity != .error }), PageOutline(grid.lines).isPart,
      let range = CellRange(around: sheet.cells.map(\.reference))
    {
      let values = ["found": sheet.info.name ?? "", "range": range.a1]
      findings.append(Finding(.sheetWithPart, at: Place(sheet: sheet.info.name, cells: range), values))
    }
    guard coverage.balances(forms) else {
      let values = ["count": String(sheet.cells.count), "accounted": String(coverage.roles.count)]
      return ([], [Finding(.accountBroken, at: Place(sheet: sheet.info.name), values)], coverage)
    }
    return (forms, findings, coverage)
  }

  /// Reads the lines of one form, or says what else they are.
  private func read(_ lines: [Line], of grid: Grid, into sections: inout SheetSections) {
    if let title = lines.lazy.flatMap(\.cells).first(where: \.isTitle), title.isDepartmentWide {
      let place = Place(sheet: grid.sheet.info.name, cells: title.area)
      sections.findings.append(Finding(.departmentWide, at: place, ["found": title.text.trimmed]))
      return
    }
    let context = FormContext(grid: grid, synonymIndex: synonymIndex, settings: settings)
    var reader = FormReader(lines: lines, context: context)
    let builder = reader.read()
    if let kind = PassedOver(builder, lines: lines) {
      sections.passOver(kind, lines, sheet: grid.sheet.info.name)
    } else {
      sections.add(builder, lines)
    }
  }

  /// What stands against reading these forms: that one of them is larger than any form is.
  private func tooLarge(_ forms: [[Line]], sheet: Sheet) -> Finding? {
    let limit = settings.cellsOfForm
    let large = forms.first { lines in lines.reduce(0) { $0 + $1.cells.count } > limit }
    guard let large else { return nil }
    let place = Place(sheet: sheet.info.name, cells: CellRange(around: large.flatMap { $0.cells.map(\.reference) }))
    return Refusal.exceeded("cellsOfForm", limit, at: place).finding
  }

  /// The same of what was read of them: a merged cell is a value in each of its rows.
  private func tooManyValues(_ forms: [RecognizedForm], cells: Int) -> Finding? {
    let limit = settings.valuesOfForm
    guard cells * TrackingForm.mostValuesOfCell > limit else { return nil }
    let large = forms.first { $0.form.valueCount > limit }
    return large.map {
      Refusal.exceeded(
        "valuesOfForm", limit,
        at: Place(sheet: $0.form.source?.sheet, cells: $0.form.source?.cells.flatMap { CellRange($0) })
      ).finding
    }
  }

  private func finished(_ builder: FormBuilder, others: [Finding], sheet: Sheet) -> RecognizedForm {
    var form = builder.form
    let cells = builder.cells.labelsAndValues.map { sheet.cells[$0].reference }
    form.source = Source(sheet: sheet.info.name, cells: CellRange(around: cells)?.a1)
    return RecognizedForm(
      form: form, sources: builder.cells.sources, findings: builder.diagnostics.findings + others)
  }
}

/// What the lines of a sheet have turned out to be: forms, and what is passed over with a note.
private struct SheetSections {
  private(set) var builders: [FormBuilder] = []
  /// For each cell of the sheet, the form it is in.
  private(set) var areas: [Int?]
  private(set) var passedOver: Set<Int> = []
  var findings: [Finding] = []

  init(cellCount: Int) { areas = Array(repeating: nil, count: cellCount) }

  mutating func add(_ builder: FormBuilder, _ lines: [Line]) {
    for cell in lines.flatMap(\.cells) { areas[cell.index] = builders.count }
    builders.append(builder)
  }

  mutating func passOver(_ kind: PassedOver, _ lines: [Line], sheet: String?) {
    guard let finding = kind.finding(lines, sheet: sheet) else { return }
    findings.append(finding)
    for cell in lines.flatMap(\.cells) { passedOver.insert(cell.index) }
  }

  /// Lines in front of the first form may be its cover, or a list of what follows.
  mutating func passOverRest(of grid: Grid) {
    let outside = grid.lines.compactMap { line -> Line? in
      let cells = line.cells.filter { areas[$0.index] == nil && !passedOver.contains($0.index) }
      return cells.isEmpty ? nil : Line(row: line.row, cells: cells)
    }
    let sheet = grid.sheet.info.name
    guard let kind = PassedOver(outside: outside, sheet: sheet), kind != .blank || builders.isEmpty else { return }
    passOver(kind, outside, sheet: sheet)
  }
}
