import Findings
import Recognition
import Spreadsheet
import TrackingModel

/// A file as the program sees it: every non-empty cell with what became of it, every field with the cells it came from.
///
/// Works for forms and ledgers, workbooks and text files. A file that is refused is inspected all the same: its cells
/// are shown as what was understood of them, and `refusal` says why it gives no form. Canonical JSON has fields and no cells.
public struct Inspection: Sendable {
  /// The sheets in the order of the workbook, hidden ones included.
  public private(set) var sheets: [InspectedSheet] = []
  /// The forms in the order in which `convert` writes them.
  public private(set) var forms: [RecognizedForm] = []
  /// Whether `forms` are all that the file has. Of a JSON file of very many forms the first ones are read; of a workbook all are.
  public private(set) var hasAllForms = true
  /// What the reader and the recognizer had to say.
  public private(set) var findings: [Finding] = []
  /// Why the file gives no form; nil where it gives some.
  public private(set) var refusal: Refusal?

  /// Cells of a sheet that are shown; of a larger ledger the beginning.
  public static let cellLimit = 100_000
  /// Cells of all sheets that are shown; of the sheets behind them none.
  public static let cellLimitTogether = 200_000
  /// Bytes of the texts of these cells.
  static let textLimit = 64 << 20
  /// Values of all forms of a JSON file that are kept, and what a form counts for that has none.
  static let valueLimit = 500_000
  static let valuesOfAnyForm = 10

  /// Reads a whole input.
  ///
  /// - Parameter limit: Cells of all sheets that are shown.
  /// - Throws: A `Refusal` where the input is no spreadsheet that can be read.
  public init(
    of source: ByteSource, settings: PipelineSettings = .init(), showing limit: Int = Self.cellLimitTogether
  ) throws {
    let input = try InputBytes(source)
    if input.isJSON {
      try readJSON(input.wholeBytes())
      return
    }
    let recognizer = Recognizer(settings: settings.recognition)
    let workbook = try recognizer.joiningTables(of: Workbooks.open(input.byteSource, options: settings.reading))
    findings = workbook.findings
    var roles: [SheetInfo: [CellReference: CellRole]] = [:]
    do {
      findings += try recognizer.recognize(workbook, roles: { roles[$0] = $1 }) { forms.append($0) }
    } catch let refused as Refusal {
      refusal = refused
    }
    let fields = Self.fields(of: forms)
    var remaining = limit
    for info in workbook.sheets {
      let (sheet, isWhole) = try Self.beginning(of: info, in: workbook, atMost: min(Self.cellLimit, remaining))
      remaining -= sheet.cells.count
      let isRead =
        info.state == .visible
        ? settings.recognition.sheet.map { $0 == info.name } ?? true
        : settings.recognition.sheet == info.name
      var inspected = InspectedSheet(
        sheet: sheet, isWhole: isWhole, use: isRead ? .noForm : .skipped,
        forms: forms.indices.filter {
          forms[$0].sources.sheet == info.name
        })
      if isRead { inspected.assignRoles(recognizer, known: roles[info], fields: fields[info.name] ?? [:]) }
      sheets.append(inspected)
    }
  }

  private mutating func readJSON(_ bytes: [UInt8]) throws {
    struct Enough: Error {}
    var values = 0
    do {
      try CanonicalJSON.forEachForm(in: bytes) { form in
        values += form.valueCount + Self.valuesOfAnyForm
        guard values <= Self.valueLimit else { throw Enough() }
        forms.append(RecognizedForm(form: form, sources: SourceMap(), findings: []))
      }
    } catch is Enough {
      hasAllForms = false
    }
  }

  /// The fields of all forms by sheet and cell.
  private static func fields(of forms: [RecognizedForm]) -> [String?: [CellReference: [String]]] {
    var fields: [String?: [CellReference: [String]]] = [:]
    for (number, form) in forms.enumerated() {
      for entry in FieldList(of: form).entries {
        for cell in entry.cells {
          fields[form.sources.sheet, default: [:]][cell, default: []].append("forms[\(number)].\(entry.path)")
        }
      }
    }
    return fields
  }

  /// The first rows of a sheet, and whether these are all.
  private static func beginning(
    of info: SheetInfo, in workbook: any Workbook, atMost limit: Int
  ) throws(Refusal) -> (sheet: Sheet, isWhole: Bool) {
    let rows = try workbook.rows(of: info)
    var cells: [Cell] = []
    var hidden: Set<Int> = []
    var isWhole = true
    var textBytes = 0
    while let row = try rows.next() {
      for cell in row.cells { textBytes += cell.textBytes }
      guard cells.count < limit, textBytes < textLimit else {
        isWhole = false
        break
      }
      cells += row.cells
      if row.isHidden { hidden.insert(row.index) }
    }
    // What is merged stands behind the rows: of a ledger that is shown in part it is not looked for.
    let merges = isWhole ? try rows.readToEnd().merges : []
    let sheet = Sheet(
      info: info, cells: cells, merges: merges, hiddenRows: hidden, hiddenColumns: rows.hiddenColumns)
    return (sheet, isWhole)
  }
}
