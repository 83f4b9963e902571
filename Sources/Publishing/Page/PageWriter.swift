import Findings
import TrackingModel

/// Writes drawings of the page as sheets of a workbook.
struct PageWriter {
  /// What is done to a cell beyond what the clean page shows.
  struct Mark {
    /// Background, `0xRRGGBB`.
    var fill: Int
    /// What the comment says.
    var comment: String
  }

  let file: XLSXFile
  let settings: PageSettings
  let geometry: PageGeometry
  private var styles: PageStyles
  private var names = SheetNames()

  init(_ settings: PageSettings, properties: XLSXFile.Properties) throws(Refusal) {
    self.settings = settings
    geometry = PageGeometry(settings)
    file = try XLSXFile(properties: properties)
    styles = PageStyles(file, settings, textSize: settings.textSize)
  }

  /// The drawing of a form, and the size of its text: a form a little too long for one page is set a little smaller.
  func drawing(of form: TrackingForm) -> (page: PageDrawing, textSize: Double) {
    let first = drawing(of: form, textSize: settings.textSize)
    guard !first.breaks.isEmpty, first.heights.reduce(0, +) < geometry.height * 1.3 else {
      return (first, settings.textSize)
    }
    for smaller in [settings.textSize - 0.5, settings.textSize - 1] {
      let page = drawing(of: form, textSize: smaller)
      if page.breaks.isEmpty { return (page, smaller) }
    }
    return (first, settings.textSize)
  }

  private func drawing(of form: TrackingForm, textSize: Double) -> PageDrawing {
    var settings = settings
    settings.textSize = textSize
    let title = settings.title
    let rows = PageRows(indicators: form.indicators.count, settings: settings, geometry: geometry) { field in
      if field == .title, let title { return PageValue(title) }
      return field.value(in: form)
    }
    return PageDrawing(rows, pageHeight: geometry.height)
  }

  /// Adds a form as the next sheet.
  ///
  /// - Parameter marks: What to mark, by field.
  mutating func add(_ form: TrackingForm, marks: [PageField: Mark] = [:]) throws(Refusal) {
    let sheet = try file.addSheet(names.name(for: form.project.name ?? OfficialLabel.title))
    let (drawing, textSize) = drawing(of: form)
    if textSize != styles.textSize { styles = PageStyles(file, settings, textSize: textSize) }
    try setUp(sheet, drawing)
    for cell in drawing.cells { try write(cell, on: sheet, mark: cell.field.flatMap { marks[$0] }) }
  }

  private mutating func write(
    _ cell: PageDrawing.Placed, on sheet: XLSXSheet, mark: Mark?
  ) throws(Refusal) {
    var change: ((inout CellStyle) -> Void)?
    if let mark { change = { $0.fill = mark.fill } }
    let style = try styles.style(cell.look, cell.value, change: change)
    if !cell.range.isSingleCell { try sheet.merge(cell.range, style) }
    switch cell.value {
    case .blank: if cell.range.isSingleCell { try sheet.write("", at: cell.range.first, style) }
    case .text(let text): try sheet.write(text, at: cell.range.first, style)
    case .number(let number, _): try sheet.write(number, at: cell.range.first, style)
    }
    if let options = cell.field?.options {
      try sheet.setInput(.init(.options(options)), for: cell.range)
    }
    if let mark { try sheet.comment(mark.comment, at: cell.range.first, author: "TrackTable", size: (300, 160)) }
  }

  /// Widths, heights, paper and breaks.
  func setUp(_ sheet: XLSXSheet, _ drawing: PageDrawing) throws(Refusal) {
    for (column, width) in geometry.widths.enumerated() { try sheet.setWidth(width, ofColumns: column...column) }
    for (row, height) in drawing.heights.enumerated() { try sheet.setHeight(height, ofRow: row) }
    var page = XLSXSheet.PageSetup()
    page.margins = (settings.margins.left, settings.margins.right, settings.margins.top, settings.margins.bottom)
    page.area = CellRange(
      rows: 0...max(0, drawing.heights.count - 1), columns: 0...(PageLayout.Column.allCases.count - 1))
    page.footer = "&C第 &P 页 / 共 &N 页"
    page.breaks = drawing.breaks
    try sheet.setPage(page)
    sheet.hideGridlines()
  }
}
