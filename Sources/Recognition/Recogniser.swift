import Findings
import Spreadsheet
import TrackingModel

/// Turns sheets into forms, by their labels and never by their addresses.
public struct Recogniser: Sendable {
  public let settings: RecognitionSettings
  let lexicon: Lexicon

  public init(settings: RecognitionSettings = .init()) {
    self.settings = settings
    lexicon = Lexicon(synonyms: settings.synonyms)
  }

  /// All forms of a workbook, handed over one by one as they are complete.
  ///
  /// A sheet that is a form is read whole; a ledger is streamed.
  ///
  /// - Returns: Findings that belong to no single form: a skipped sheet, cells outside of all forms.
  /// - Throws: A refusal where the workbook holds no form, saying what it is instead; what `receive` throws.
  public func recognise(
    _ workbook: any Workbook, receive: (RecognisedForm) throws -> Void
  ) throws -> [Finding] {
    let workbook = try joiningTables(of: workbook)
    var findings: [Finding] = []
    var count = 0
    var refusals: [Finding] = []
    var beginning: [String] = []
    var wholeCells = 0
    var ledgers = LedgerStream(settings: settings, lexicon: lexicon)
    func deliver(_ form: RecognisedForm) throws {
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
      let recognised = recogniseForms(of: sheet)
      let recovered = recognised.forms.flatMap(\.findings).filter { $0.rule == .formulaReadAsText }.compactMap(
        \.place.cells)
      findings += sheet.findings.filter { finding in
        finding.rule != .xlsxFormulaWithoutValue || !recovered.contains { $0.first == finding.place.cells?.first }
      }
      for form in recognised.forms { try deliver(form) }
      if !recognised.forms.isEmpty {
        findings += outside + OutsideCells.findings(on: rows.pageTexts, sheet: info.name)
      }
      if recognised.forms.isEmpty {
        let reasons = recognised.findings.filter { $0.severity == .error || PassedOver.isNamed(by: $0) }
        refusals += reasons
        findings += reasons
        if reasons.isEmpty, let range = CellRange(around: sheet.cells.map(\.reference)) {
          let values = ["found": info.name ?? "", "range": range.a1]
          findings.append(Finding(.sheetWithoutForm, at: Place(sheet: info.name, cells: range), values))
        }
      } else {
        findings += recognised.findings
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
  public func recognise(_ sheet: Sheet) -> RecognisedSheet {
    if let ledger = LedgerSheet.recognise(sheet, lexicon: lexicon, settings: settings) { return ledger }
    let (forms, findings, account) = recogniseForms(of: sheet)
    return RecognisedSheet(forms: forms, findings: findings, roles: account?.roles ?? [:])
  }

  private func recogniseForms(of sheet: Sheet) -> (forms: [RecognisedForm], findings: [Finding], account: Account?) {
    var grid = Grid(sheet, lexicon: lexicon)
    var findings: [Finding] = []
    if let folded = RepeatedText.fold(grid) {
      grid.lines = folded.lines
      findings.append(folded.finding)
    }
    var drafts: [Draft] = []
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
      var reader = FormReader(lines: lines, grid: grid, lexicon: lexicon, settings: settings)
      let draft = reader.read()
      if let kind = PassedOver(draft, lines: lines) {
        passOver(kind, lines)
        continue
      }
      for cell in lines.flatMap(\.cells) { areas[cell.index] = drafts.count }
      drafts.append(draft)
    }
    // Lines in front of the first form may be its cover, or a list of what follows.
    let outside = grid.lines.compactMap { line -> Line? in
      let cells = line.cells.filter { areas[$0.index] == nil && !passedOver.contains($0.index) }
      return cells.isEmpty ? nil : Line(row: line.row, cells: cells)
    }
    if let kind = PassedOver(outside: outside, sheet: sheet.info.name), kind != .blank || drafts.isEmpty {
      passOver(kind, outside)
    }
    let account = Account(grid, drafts: drafts, areas: areas, passedOver: passedOver)
    let forms = drafts.enumerated().map { number, draft in
      finished(draft, others: account.findings[number] ?? [], sheet: sheet)
    }
    findings += account.findings[nil] ?? []
    findings += HiddenCells.findings(sheet)
    if forms.isEmpty, findings.allSatisfy({ $0.severity != .error }), PageOutline(grid.lines).isPart,
      let range = CellRange(around: sheet.cells.map(\.reference))
    {
      let values = ["found": sheet.info.name ?? "", "range": range.a1]
      findings.append(Finding(.sheetWithPart, at: Place(sheet: sheet.info.name, cells: range), values))
    }
    guard account.balances(forms) else {
      let values = ["count": String(sheet.cells.count), "accounted": String(account.roles.count)]
      return ([], [Finding(.accountBroken, at: Place(sheet: sheet.info.name), values)], account)
    }
    return (forms, findings, account)
  }

  /// What stands against reading these forms: that one of them is larger than any form is.
  private func tooLarge(_ forms: [[Line]], sheet: Sheet) -> Finding? {
    let limit = settings.cellsOfForm
    let large = forms.first { lines in lines.reduce(0) { $0 + $1.cells.count } > limit }
    guard let large else { return nil }
    let place = Place(sheet: sheet.info.name, cells: CellRange(around: large.flatMap { $0.cells.map(\.reference) }))
    return Refusal.exceeded("cellsOfForm", limit, at: place).finding
  }

  private func finished(_ draft: Draft, others: [Finding], sheet: Sheet) -> RecognisedForm {
    var form = draft.form
    let cells = draft.claims.entries.compactMap { index, claim -> CellReference? in
      if case .other = claim { nil } else { sheet.cells[index].reference }
    }
    form.source = Source(sheet: sheet.info.name, cells: CellRange(around: cells)?.a1)
    return RecognisedForm(form: form, sources: draft.sources, findings: draft.findings + others)
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
