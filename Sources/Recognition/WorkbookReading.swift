import Findings
import Spreadsheet
import TrackingModel

/// The reading of one workbook, sheet by sheet: what its sheets have given so far.
struct WorkbookReading {
  private let workbook: any Workbook
  private let recognizer: Recognizer
  private(set) var findings: [Finding] = []
  private var ledgers: LedgerStream
  /// The forms handed over.
  private var count = 0
  /// What sheets without a form are instead.
  private var refusals: [Finding] = []
  /// The first texts of the workbook, as long as no form was found.
  private var beginning: [String] = []
  private var wholeCells = 0

  init(_ workbook: any Workbook, by recognizer: Recognizer) {
    self.workbook = workbook
    self.recognizer = recognizer
    ledgers = LedgerStream(settings: recognizer.settings, synonymIndex: recognizer.synonymIndex)
  }

  /// Whether the sheet is one to be read; one that is not is named.
  mutating func isChosen(_ info: SheetInfo) -> Bool {
    let place = Place(sheet: info.name)
    if let only = recognizer.settings.sheet, info.name != only {
      findings.append(Finding(.sheetNotChosen, at: place, ["found": info.name ?? ""]))
      return false
    }
    if info.state != .visible, recognizer.settings.sheet == nil {
      findings.append(Finding(.sheetSkipped, at: place, ["found": info.name ?? ""]))
      return false
    }
    return true
  }

  mutating func read(
    _ info: SheetInfo, roles: ((SheetInfo, [CellReference: CellRole]) -> Void)?,
    receive: (RecognizedForm) throws -> Void
  ) throws {
    let rows = try PeekedRows(SeenRows(workbook.rows(of: info), sheet: info.name), count: LedgerStream.rowsToLookAt)
    var formsOfLedger = 0
    let isLedger = try ledgers.read(info.name, rows) {
      formsOfLedger += 1
      try receive($0)
    }
    count += formsOfLedger
    if isLedger {
      findings += try workbook.objects(on: info).map { $0.notReadFinding(sheet: info.name) }
      findings += try OutsideCells.findings(on: rows.readToEnd().pageTexts, sheet: info.name)
      return
    }
    if count == 0 { beginning += Self.texts(of: rows.first, atMost: 3 - beginning.count) }
    let (shown, covered) = try wholeSheet(info, rows).withoutCoveredTexts
    let (sheet, onCells) = try shown.filled(with: workbook.objects(on: info))
    let recognized = recognizer.recognizeForms(of: sheet)
    roles?(info, recognized.coverage?.roles ?? [:])
    let recovered = recognized.forms.flatMap(\.findings).filter { $0.rule == .formulaReadAsText }.compactMap(
      \.place.cells)
    findings += sheet.findings.filter { finding in
      finding.rule != .xlsxFormulaWithoutValue || !recovered.contains { $0.first == finding.place.cells?.first }
    }
    for form in recognized.forms {
      count += 1
      try receive(form)
    }
    if recognized.forms.isEmpty {
      nameSheetWithoutForm(sheet, recognized.findings)
    } else {
      findings += try covered + onCells + OutsideCells.findings(on: rows.readToEnd().pageTexts, sheet: info.name)
      findings += recognized.findings
    }
  }

  /// The sheet in memory, as far as the limit for all of the workbook allows.
  private mutating func wholeSheet(_ info: SheetInfo, _ rows: PeekedRows) throws -> Sheet {
    let sheet = try WorkbookWithOpenSheet(workbook, open: rows).sheet(info)
    wholeCells += sheet.cells.count
    guard wholeCells <= workbook.limits.cellsOfWholeSheets else {
      throw Refusal.exceeded("cellsOfWholeSheets", workbook.limits.cellsOfWholeSheets, at: Place(sheet: info.name))
    }
    // Forms may stand in the lines that were not split.
    if let fault = sheet.findings.first(where: { $0.rule == .textOtherDelimiter }) { throw Refusal(fault) }
    return sheet
  }

  private mutating func nameSheetWithoutForm(_ sheet: Sheet, _ recognized: [Finding]) {
    let reasons = recognized.filter { $0.severity == .error || PassedOver.isNamed(by: $0) }
    refusals += reasons
    findings += reasons
    guard reasons.isEmpty, let range = CellRange(around: sheet.cells.map(\.reference)) else { return }
    let values = ["found": sheet.info.name ?? "", "range": range.a1]
    findings.append(Finding(.sheetWithoutForm, at: Place(sheet: sheet.info.name, cells: range), values))
  }

  /// After the last sheet: the forms of ledgers that were still open, and a refusal where there is no form at all.
  mutating func finish(receive: (RecognizedForm) throws -> Void) throws {
    var last = 0
    findings += try ledgers.finish {
      last += 1
      try receive($0)
    }
    guard count + last == 0 else { return }
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

  /// The first texts of a sheet, the long ones cut short: enough to know again which file it is.
  private static func texts(of rows: [Row], atMost count: Int) -> [String] {
    let cells = rows.lazy.flatMap(\.cells).filter { !$0.text.isBlank }
    return cells.prefix(count).map { cell in
      let text = TextReader.joinLines(of: cell.text.trimmed)
      return text.count > 24 ? text.prefix(24) + "…" : text
    }
  }
}
