import Findings
import Spreadsheet
import TrackingModel

/// Turns sheets into forms, by their labels and never by their addresses.
public struct Recognizer: Sendable {
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
  /// - Parameter roles: Is told what became of the cells of each sheet that was read whole; of a ledger's it is not.
  /// - Returns: Findings that belong to no single form: a skipped sheet, cells outside of all forms.
  /// - Throws: A refusal where the workbook holds no form, saying what it is instead; what `receive` throws.
  public func recognize(
    _ workbook: any Workbook, roles: ((SheetInfo, [CellReference: CellRole]) -> Void)? = nil,
    receive: (RecognizedForm) throws -> Void
  ) throws -> [Finding] {
    let workbook = try joiningTables(of: workbook)
    var findings: [Finding] = []
    var count = 0
    var refusals: [Finding] = []
    var beginning: [String] = []
    var wholeCells = 0
    var ledgers = LedgerStream(settings: settings, synonymIndex: synonymIndex)
    func deliver(_ form: RecognizedForm) throws {
      count += 1
      try receive(form)
    }
    for info in workbook.sheets {
      let place = Place(sheet: info.name)
      if let only = settings.sheet, info.name != only {
        findings.append(Finding(.sheetNotChosen, at: place, ["found": info.name ?? ""]))
        continue
      }
      if info.state != .visible, settings.sheet == nil {
        findings.append(Finding(.sheetSkipped, at: place, ["found": info.name ?? ""]))
        continue
      }
      let rows = try PeekedRows(
        SeenRows(workbook.rows(of: info), sheet: info.name), count: LedgerStream.rowsToLookAt)
      if try ledgers.take(info.name, rows, receive: deliver) {
        findings += try workbook.objects(on: info).map { $0.notReadFinding(sheet: info.name) }
        findings += OutsideCells.findings(on: rows.pageTexts, sheet: info.name)
        continue
      }
      if count == 0 { beginning += Self.texts(of: rows.first, atMost: 3 - beginning.count) }
      let stored = try WorkbookWithOpenSheet(workbook, open: rows).sheet(info)
      wholeCells += stored.cells.count
      guard wholeCells <= workbook.limits.cellsOfWholeSheets else {
        throw Refusal.exceeded("cellsOfWholeSheets", workbook.limits.cellsOfWholeSheets, at: place)
      }
      // Forms may stand in the lines that were not split.
      if let fault = stored.findings.first(where: { $0.rule == .textOtherDelimiter }) { throw Refusal(fault) }
      let (shown, covered) = stored.withoutCoveredTexts
      let (sheet, onCells) = try shown.filled(with: workbook.objects(on: info))
      let outside = covered + onCells
      let recognized = recognizeForms(of: sheet)
      roles?(info, recognized.coverage?.roles ?? [:])
      let recovered = recognized.forms.flatMap(\.findings).filter { $0.rule == .formulaReadAsText }.compactMap(
        \.place.cells)
      findings += sheet.findings.filter { finding in
        finding.rule != .xlsxFormulaWithoutValue || !recovered.contains { $0.first == finding.place.cells?.first }
      }
      for form in recognized.forms { try deliver(form) }
      if !recognized.forms.isEmpty {
        findings += outside + OutsideCells.findings(on: rows.pageTexts, sheet: info.name)
      }
      if recognized.forms.isEmpty {
        let reasons = recognized.findings.filter { $0.severity == .error || PassedOver.isNamed(by: $0) }
        refusals += reasons
        findings += reasons
        if reasons.isEmpty, let range = CellRange(around: sheet.cells.map(\.reference)) {
          let values = ["found": info.name ?? "", "range": range.a1]
          findings.append(Finding(.sheetWithoutForm, at: Place(sheet: info.name, cells: range), values))
        }
      } else {
        findings += recognized.findings
      }
    }
    findings += try ledgers.finish(receive: deliver)
    guard count > 0 else {
      if var refusal = refusals.first(where: { $0.severity == .error }) ?? refusals.first {
        refusal.severity = .error
        throw Refusal(refusal)
      }
      if let fault = workbook.findings.first(where: { $0.severity == .error }) { throw Refusal(fault) }
      guard !beginning.isEmpty else { throw Refusal(.nothingWritten) }
      let guesses: [Rule] = [.textEncodingGuessed, .textEncodingDoubtful]
      if let guess = workbook.findings.first(where: { guesses.contains($0.rule) }) {
        throw Refusal(
          .notAFormInEncoding, ["found": beginning.joined(separator: " "), "encoding": guess.values["encoding"] ?? ""])
      }
      throw Refusal(.notAForm, ["found": beginning.joined(separator: " ")])
    }
    return findings
  }

  /// The forms of one whole sheet, and what became of every non-empty cell.
  public func recognize(_ sheet: Sheet) -> RecognizedSheet {
    if let ledger = LedgerSheet.recognize(sheet, synonymIndex: synonymIndex, settings: settings) { return ledger }
    let (forms, findings, coverage) = recognizeForms(of: sheet)
    return RecognizedSheet(forms: forms, findings: findings, roles: coverage?.roles ?? [:])
  }

  private func recognizeForms(of sheet: Sheet) -> (forms: [RecognizedForm], findings: [Finding], coverage: Coverage?) {
    var grid = Grid(sheet, synonymIndex: synonymIndex)
    var findings: [Finding] = []
    if let folded = RepeatedText.fold(grid) {
      grid.lines = folded.lines
      findings.append(folded.finding)
    }
    var builders: [FormBuilder] = []
    var passedOver: Set<Int> = []
    func passOver(_ kind: PassedOver, _ lines: [Line]) {
      guard let finding = kind.finding(lines, sheet: sheet.info.name) else { return }
      findings.append(finding)
      for cell in lines.flatMap(\.cells) { passedOver.insert(cell.index) }
    }
    var areas = [Int?](repeating: nil, count: sheet.cells.count)
    let parts = FormSplitter().forms(in: grid.lines)
    if let objection = tooLarge(parts, sheet: sheet) {
      return ([], [objection], nil)
    }
    for lines in parts {
      if let title = lines.lazy.flatMap(\.cells).first(where: \.isTitle), title.isDepartmentWide {
        let place = Place(sheet: sheet.info.name, cells: title.area)
        findings.append(Finding(.departmentWide, at: place, ["found": title.text.trimmed]))
        continue
      }
      var reader = FormReader(lines: lines, grid: grid, synonymIndex: synonymIndex, settings: settings)
      let builder = reader.read()
      if let kind = PassedOver(builder, lines: lines) {
        passOver(kind, lines)
        continue
      }
      for cell in lines.flatMap(\.cells) { areas[cell.index] = builders.count }
      builders.append(builder)
    }
    // Lines in front of the first form may be its cover, or a list of what follows.
    let outside = grid.lines.compactMap { line -> Line? in
      let cells = line.cells.filter { areas[$0.index] == nil && !passedOver.contains($0.index) }
      return cells.isEmpty ? nil : Line(row: line.row, cells: cells)
    }
    if let kind = PassedOver(outside: outside, sheet: sheet.info.name), kind != .blank || builders.isEmpty {
      passOver(kind, outside)
    }
    let coverage = Coverage(grid, builders: builders, areas: areas, passedOver: passedOver)
    let forms = builders.enumerated().map { number, builder in
      finished(builder, others: coverage.findings[number] ?? [], sheet: sheet)
    }
    findings += coverage.findings[nil] ?? []
    findings += HiddenCells.findings(sheet)
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

  /// What stands against reading these forms: that one of them is larger than any form is.
  private func tooLarge(_ forms: [[Line]], sheet: Sheet) -> Finding? {
    let limit = settings.cellsOfForm
    let large = forms.first { lines in lines.reduce(0) { $0 + $1.cells.count } > limit }
    guard let large else { return nil }
    let place = Place(sheet: sheet.info.name, cells: CellRange(around: large.flatMap { $0.cells.map(\.reference) }))
    return Refusal.exceeded("cellsOfForm", limit, at: place).finding
  }

  private func finished(_ builder: FormBuilder, others: [Finding], sheet: Sheet) -> RecognizedForm {
    var form = builder.form
    let cells = builder.claims.entries.compactMap { index, claim -> CellReference? in
      if case .other = claim { nil } else { sheet.cells[index].reference }
    }
    form.source = Source(sheet: sheet.info.name, cells: CellRange(around: cells)?.a1)
    return RecognizedForm(form: form, sources: builder.sources, findings: builder.findings + others)
  }

  /// The first texts of a sheet, the long ones cut short: enough to know again which file it is.
  private static func texts(of rows: [Row], atMost count: Int) -> [String] {
    let cells = rows.lazy.flatMap(\.cells).filter { !$0.text.isBlank }
    return cells.prefix(count).map { cell in
      let text = TextReader.joinLines(of: cell.text.trimmed)
      return text.count > 24 ? text.prefix(24) + "…" : text
    }
  }
}
