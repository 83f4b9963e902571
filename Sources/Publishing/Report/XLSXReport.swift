import Findings
import TrackingModel

/// 整改清单: a workbook with one row a finding, to be filtered, filled in and sent on, and a sheet with each unit's figures.
///
/// Rows leave memory as they are written. A list longer than a sheet goes on in 整改清单2.
struct XLSXReport: ReportWriter {
  private let words: ReportWords
  private let settings: AppliedSettings
  private let write: ([UInt8]) throws -> Void
  private let file: XLSXFile
  private let styles: Styles
  private let rowsPerSheet: Int
  private var names = SheetNames()
  private let unitSheet: XLSXSheet
  private var list: XLSXSheet
  private var row = 0
  private var number = 0

  /// - Parameter rowsPerSheet: Rows of a list, its heading included.
  init(
    language: Language, settings: AppliedSettings, rowsPerSheet: Int = CellReference.maximumRows,
    write: @escaping ([UInt8]) throws -> Void
  ) throws(Refusal) {
    words = ReportWords(language: language)
    self.settings = settings
    self.write = write
    self.rowsPerSheet = rowsPerSheet
    file = try XLSXFile(isStreamed: true, properties: .init(title: words.title, keywords: ReportMark.name))
    styles = try Styles(in: file)
    list = try file.addSheet(names.name(for: words.list))
    unitSheet = try file.addSheet(names.name(for: words.byUnit))
    try beginList()
  }

  mutating func add(_ input: ReportedFile) throws {
    // What the one form of an input is called helps to find what belongs to the input as a whole.
    var only: ReportedForm?
    if input.forms.count == 1 { try input.forms.forEach { only = $0 } }
    for finding in input.findings { try add(finding, of: input, form: only) }
    try input.forms.forEach { form in
      for finding in form.findings { try add(finding, of: input, form: form) }
    }
  }

  mutating func finish(_ summary: ReportSummary) throws {
    try endList()
    try writeUnits(summary)
    try write(file.close())
  }

  // MARK: The list

  private static let widths: [Double] = [6, 26, 24, 28, 30, 12, 9, 22, 7, 46, 22, 22, 46, 22, 16]

  private var headings: [String] {
    [
      words.number, words.unit, words.department, words.project, words.file, words.sheet, words.cell, words.field,
      words.severity, words.problem, words.found, words.expected, words.advice, words.rule, words.done,
    ]
  }

  private mutating func beginList() throws(Refusal) {
    row = 0
    for (column, width) in Self.widths.enumerated() { try list.setWidth(width, ofColumns: column...column) }
    for (column, heading) in headings.enumerated() {
      try list.write(heading, at: CellReference(row: 0, column: column), styles.heading)
    }
    try list.freeze(at: CellReference(row: 1, column: 0))
    var page = XLSXSheet.PageSetup()
    page.isLandscape = true
    page.fitsWidth = true
    page.repeatedRows = 0...0
    page.margins = (10, 10, 12, 14)
    page.footer = words.pageFooter
    try list.setPage(page)
  }

  private func endList() throws(Refusal) {
    let cells = CellRange(rows: 0...max(row, 1), columns: 0...(headings.count - 1))
    try list.addFilter(on: cells)
    try list.acceptNumbersAsText(in: cells)
  }

  private mutating func add(_ finding: Finding, of input: ReportedFile, form: ReportedForm?) throws(Refusal) {
    if row + 1 >= rowsPerSheet {
      try endList()
      list = try file.addSheet(names.name(for: words.list))
      try beginList()
    }
    row += 1
    number += 1
    let place = finding.place
    let definition = form?.definition ?? .tracking
    let texts = [
      form?.implementingUnit, form?.supervisingDepartment, form?.project, input.file, place.sheet,
      place.spotOnSheet(in: words.language), place.field.map { FieldName.text(of: $0, in: words.language, definition) },
    ]
    let rest = [
      finding.message(in: words.language), finding.values["found"], finding.values["expected"],
      finding.advice(in: words.language), finding.rule.name, nil,
    ]
    try list.setHeight(Self.height(of: texts + [nil] + rest), ofRow: row)
    try list.write(number, at: CellReference(row: row, column: 0), styles.number)
    for (offset, text) in texts.enumerated() { try put(text, offset + 1, styles.text) }
    try put(words.severity(finding.severity), 8, styles.severity(finding.severity))
    for (offset, text) in rest.enumerated() { try put(text, offset + 9, styles.text) }
  }

  /// Points that these texts need, from the second column on.
  private static func height(of texts: [String?]) -> Double {
    zip(texts, widths.dropFirst()).reduce(0) { height, cell in
      let setting = TextSetting(width: cell.1 * digit - indent, size: Styles.size)
      return max(height, setting.height(ofLines: setting.lines(fitting(cell.0 ?? ""))))
    }
  }

  /// What a width counts, and what an indent takes, in points: a digit of the Normal style, and three blanks of it.
  private static let (digit, indent) = (6.0, 9.0)

  private func put(_ text: String?, _ column: Int, _ style: XLSXFile.Style) throws(Refusal) {
    try list.write(Self.fitting(text ?? ""), at: CellReference(row: row, column: column), style)
  }

  /// A cell holds 32,767 UTF-16 units; escapes may need more of them than the text itself.
  private static func fitting(_ text: String) -> String {
    text.utf8.count <= 4000 ? text : XLSXText.shortened(text, to: 1000)
  }

  // MARK: The units

  private func writeUnits(_ summary: ReportSummary) throws(Refusal) {
    let headings = [
      words.unit, words.department, words.forms, words.clean, words.severity(.error), words.severity(.warning),
      words.severity(.note), words.refused,
    ]
    for (column, width) in [34.0, 34, 10, 10, 9, 9, 9, 14].enumerated() {
      try unitSheet.setWidth(width, ofColumns: column...column)
    }
    for (column, heading) in headings.enumerated() {
      try unitSheet.write(heading, at: CellReference(row: 0, column: column), styles.heading)
    }
    try unitSheet.freeze(at: CellReference(row: 1, column: 0))
    var page = XLSXSheet.PageSetup()
    page.fitsWidth = true
    page.repeatedRows = 0...0
    page.footer = words.pageFooter
    try unitSheet.setPage(page)
    var row = 0
    // The sheet holds a million units; the figures below them still have to fit.
    for unit in summary.units.prefix(CellReference.maximumRows - 20) {
      row += 1
      try unitSheet.write(Self.fitting(unit.name ?? words.noUnit), at: CellReference(row: row, column: 0), styles.text)
      try unitSheet.write(Self.fitting(unit.department ?? ""), at: CellReference(row: row, column: 1), styles.text)
      let numbers = [
        unit.forms, unit.clean, unit.counts.errors, unit.counts.warnings, unit.counts.notes, unit.refused,
      ]
      for (offset, number) in numbers.enumerated() {
        try unitSheet.write(number, at: CellReference(row: row, column: offset + 2), styles.number)
      }
    }
    try unitSheet.addFilter(on: CellRange(rows: 0...max(row, 1), columns: 0...(headings.count - 1)))
    row += 1
    for line in [words.summary(summary)] + words.settings(settings) {
      row += 1
      try unitSheet.write(Self.fitting(line), at: CellReference(row: row, column: 0), styles.plain)
    }
  }

  /// The looks of a report's cells.
  private struct Styles {
    let heading, text, number, plain, error, warning, note: XLSXFile.Style

    /// Points.
    static let size = 10.0

    init(in file: XLSXFile) throws(Refusal) {
      var body = CellStyle()
      body.size = Self.size
      body.hasBorder = true
      body.numberFormat = "@"
      heading = try file.style(
        body.with {
          $0.font = "黑体"
          $0.isBold = true
          $0.fill = 0xEEF1F5
          $0.horizontal = .center
        })
      text = try file.style(body.with { $0.indent = 1 })
      number = try file.style(
        body.with {
          $0.numberFormat = "General"
          $0.horizontal = .center
        })
      plain = try file.style(
        body.with {
          $0.hasBorder = false
          $0.wraps = false
        })
      let severity = body.with {
        $0.horizontal = .center
        $0.isBold = true
      }
      error = try file.style(
        severity.with {
          $0.color = 0xA40000
          $0.fill = 0xFDECEA
        })
      warning = try file.style(
        severity.with {
          $0.color = 0x7A4B00
          $0.fill = 0xFFF6DD
        })
      note = try file.style(
        severity.with {
          $0.color = 0x1C4A72
          $0.fill = 0xEBF3FA
          $0.isBold = false
        })
    }

    func severity(_ severity: Severity) -> XLSXFile.Style {
      switch severity {
      case .error: error
      case .warning: warning
      case .note: note
      }
    }
  }
}
