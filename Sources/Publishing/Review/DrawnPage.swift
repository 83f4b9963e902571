import Findings
import TrackingModel

/// The official page of one form as a drawing for any screen: the cells, merges, texts and measures that `OfficialPage` writes into a workbook, and
/// the marks that `ReviewCopy` puts on them.
///
/// A page in the browser, a printer or a test draws the same page by it without knowing anything about spreadsheets.
package struct DrawnPage: Sendable {
  /// A cell, or several merged.
  package struct Cell: Sendable {
    package let range: CellRange
    /// What is seen: a number with the decimal places of its format. Empty for a blank cell.
    package let text: String
    package let look: PageDefinition.Look
    /// The field that stands here, which is what a person can type over; nil for labels and for the title.
    package let field: FieldPath?
    /// All fields that stand here: code and name of a unit, both months of the period.
    package let fields: [FieldPath]
    /// What the field offers to choose from; nil where anything may be written.
    package let choices: Choices?
    /// How grave the worst finding about it is; nil where there is none but notes.
    package let mark: Severity?
  }

  package let title: String
  package let cells: [Cell]
  /// The widths of the columns, in points.
  package let columns: [Double]
  /// The heights of the rows, in points.
  package let rows: [Double]
  /// Rows that begin a page, but for the first.
  package let breaks: [Int]
  /// Points, of everything but the title.
  package let textSize: Double
  package let settings: PageSettings
  private let layout: PageLayout
  private let form: TrackingForm

  /// - Parameter findings: What was found in the form.
  package init(of form: TrackingForm, findings: [Finding] = [], settings: PageSettings = .init()) {
    let page = PageComposition.best(for: form, settings)
    let layout = page.drawing.layout
    let marks = ReviewMarks(findings, of: form, language: .chinese).byField
    self.form = form
    self.layout = layout
    self.settings = settings
    title = form.project.name ?? form.definition.title
    columns = page.geometry.points
    rows = page.drawing.heights
    breaks = page.drawing.breaks
    textSize = page.textSize
    cells = page.drawing.cells.map { cell in
      let paths = cell.field.map { layout.paths(of: $0) } ?? []
      return Cell(
        range: cell.range, text: cell.value.shown, look: cell.look, field: paths.first == .title ? nil : paths.first,
        fields: paths, choices: cell.field.flatMap { layout.choices(of: $0) },
        mark: cell.field.flatMap { marks[$0] }?.severity)
    }
  }

  /// The fields whose cells a finding about a field is said at, the one to speak at first; the title where it has no cell.
  package func fields(of path: FieldPath) -> [FieldPath] {
    layout.fields(of: path, in: form).compactMap { layout.paths(of: $0).first }
  }
}

extension PageValue {
  /// The text as a spreadsheet displays it.
  var shown: String {
    switch self {
    case .blank: ""
    case .text(let text): text
    case .number(let digits, let format):
      Self.padded(digits, places: format.split(separator: ".").dropFirst().first.map { $0.count { $0 == "0" } } ?? 0)
    }
  }

  /// A number with at least so many decimal places.
  private static func padded(_ digits: String, places: Int) -> String {
    let fraction = digits.split(separator: ".").dropFirst().first?.count ?? 0
    guard fraction < places else { return digits }
    return digits + (fraction == 0 ? "." : "") + String(repeating: "0", count: places - fraction)
  }
}
