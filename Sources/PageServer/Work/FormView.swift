import Conversion
import Findings
import Publishing
import Spreadsheet
import TrackingModel

/// A form as the page shows it: the official page drawn, the sheet that it came from, and what was found.
struct FormView: Codable, Sendable {
  struct Page: Codable, Sendable {
    /// Points.
    var columns: [Double]
    var rows: [Double]
    var breaks: [Int]
    var textSize: Double
    var titleSize: Double
    var cells: [Cell]
  }

  struct Cell: Codable, Sendable {
    /// From 0.
    var row: Int
    var column: Int
    var rows: Int
    var columns: Int
    var text: String
    /// `title`, `period`, `label`, `prose`, `value`, `level` or `amount`.
    var look: String
    /// The field by which it can be typed over.
    var field: String?
    /// What people call it.
    var label: Bilingual?
    /// The cells of the source sheet, such as `B3`.
    var sources: [String]
    var choices: [String]?
    /// Whether nothing but the choices may be written.
    var isStrict: Bool?
    /// `error` or `warning`.
    var mark: String?
    var isTyped: Bool?
  }

  struct SourceCell: Codable, Sendable {
    var row: Int
    var column: Int
    var rows: Int
    var columns: Int
    var cell: String
    var text: String
  }

  struct Source: Codable, Sendable {
    var sheet: String?
    var rows: Int
    var columns: Int
    var cells: [SourceCell]
    /// False where the sheet has more than are shown.
    var isWhole: Bool
  }

  struct Typed: Codable, Sendable {
    var field: String
    var text: String
  }

  /// The numbers of file and form; the server's.
  var file = 0
  var form: Int
  var name: String
  var project: String?
  var page: Page
  var source: Source?
  var findings: [FindingView]
  var typed: [Typed]
  var counts: SeverityCounts

  init(_ checked: CheckedForm, number: Int, of stored: StoredFile, source: Source?, settings: PageSettings) {
    let drawn = DrawnPage(of: checked.form, findings: checked.findings, settings: settings)
    let texts = stored.corrections[number] ?? []
    let fields = Set(texts.map(\.field))
    form = number
    name = stored.name
    project = checked.form.project.name
    page = Page(
      columns: drawn.columns, rows: drawn.rows, breaks: drawn.breaks, textSize: drawn.textSize,
      titleSize: settings.titleSize, cells: drawn.cells.map { Cell($0, checked, typed: fields) })
    self.source = source
    findings = checked.findings.map { finding in
      let path = finding.place.field.map { FieldPath($0) } ?? .title
      return FindingView(finding, fields: drawn.fields(of: path).map(\.description))
    }
    typed = texts.map { Typed(field: $0.field, text: $0.text) }
    counts = SeverityCounts(checked.findings)
  }
}

extension FormView.Cell {
  init(_ cell: DrawnPage.Cell, _ checked: CheckedForm, typed: Set<String>) {
    row = cell.range.first.row
    column = cell.range.first.column
    rows = cell.range.rows.count
    columns = cell.range.columns.count
    text = cell.text
    look = String(describing: cell.look)
    field = cell.field?.description
    var found: [String] = []
    for path in cell.fields {
      for reference in checked.sources[path] where !found.contains(reference.a1) { found.append(reference.a1) }
    }
    self.sources = found
    choices = cell.choices?.options
    isStrict = cell.choices?.isStrict
    label = field.map { path in
      Bilingual(
        zh: FieldName.text(of: path, in: .chinese, checked.form.definition),
        en: FieldName.text(of: path, in: .english, checked.form.definition))
    }
    mark = cell.mark.flatMap { $0 == .note ? nil : $0.rawValue }
    isTyped = field.flatMap { typed.contains($0) ? true : nil }
  }
}

extension FormView.Source {
  init(_ inspected: InspectedSheet) {
    let sheet = inspected.sheet
    var ranges: [CellReference: CellRange] = [:]
    for merge in sheet.merges { ranges[merge.first] = merge }
    self.sheet = sheet.info.name
    cells = sheet.cells.map { cell in
      let range = ranges.removeValue(forKey: cell.reference) ?? CellRange(cell.reference)
      return FormView.SourceCell(cell.reference, range, cell.text)
    }
    // A merge without a text keeps its neighbors in their places.
    let last = sheet.cells.map(\.reference)
    let edge = (row: last.map(\.row).max() ?? 0, column: last.map(\.column).max() ?? 0)
    for (first, range) in ranges where first.row <= edge.row && first.column <= edge.column {
      cells.append(FormView.SourceCell(first, range, ""))
    }
    cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    rows = (cells.map { $0.row + $0.rows }.max() ?? 0)
    columns = (cells.map { $0.column + $0.columns }.max() ?? 0)
    isWhole = inspected.isWhole
  }
}

extension FormView.SourceCell {
  init(_ reference: CellReference, _ range: CellRange, _ text: String) {
    row = reference.row
    column = reference.column
    rows = range.rows.count
    columns = range.columns.count
    cell = reference.a1
    self.text = text
  }
}
