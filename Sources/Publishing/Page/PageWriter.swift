import Findings
import TrackingModel

/// Writes drawings of the page as sheets of a workbook.
struct PageWriter {
  /// What a cell is beyond what the clean page shows.
  struct Dress {
    var change: ((inout CellStyle) -> Void)?
    /// A formula in place of the value.
    var formula: String?
    var input: XLSXSheet.Input?
    var comment: String?
  }

  let file: XLSXFile
  let settings: PageSettings
  private var styles: PageStyles
  private var names = SheetNames()

  init(_ settings: PageSettings, properties: XLSXFile.Properties) throws(Refusal) {
    self.settings = settings
    file = try XLSXFile(properties: properties)
    styles = PageStyles(file, settings, textSize: settings.textSize)
  }

  /// Adds a form as the next sheet.
  ///
  /// - Parameter dress: What the cell of a field is beyond its value.
  mutating func add(_ form: TrackingForm, dress: (PageDrawing.Placed, PageLayout) -> Dress = PageWriter.clean)
    throws(Refusal)
  {
    try add(PageComposition.best(for: form, settings), named: form.project.name ?? form.definition.title, dress: dress)
  }

  /// Adds a composed page as the next sheet.
  @discardableResult
  mutating func add(
    _ page: PageComposition, named name: String, dress: (PageDrawing.Placed, PageLayout) -> Dress
  ) throws(Refusal) -> XLSXSheet {
    guard page.drawing.heights.count <= OfficialPage.mostRows else {
      throw .exceeded("rowsOfPage", OfficialPage.mostRows)
    }
    let sheet = try file.addSheet(names.name(for: name))
    if page.textSize != styles.textSize { styles = PageStyles(file, settings, textSize: page.textSize) }
    try setUp(sheet, page)
    for cell in page.drawing.cells { try write(cell, on: sheet, dress(cell, page.drawing.layout)) }
    return sheet
  }

  /// The page for submission: lists where the form has options, nothing else.
  static func clean(_ cell: PageDrawing.Placed, on layout: PageLayout) -> Dress {
    guard let field = cell.field, let choices = layout.choices(of: field), choices.isStrict else { return Dress() }
    return Dress(input: XLSXSheet.Input(.options(choices.options)))
  }

  private mutating func write(_ cell: PageDrawing.Placed, on sheet: XLSXSheet, _ dress: Dress) throws(Refusal) {
    let style = try styles.style(cell.look, cell.value, change: dress.change)
    let first = cell.range.first
    if !cell.range.isSingleCell { try sheet.merge(cell.range, style) }
    if let formula = dress.formula {
      try sheet.writeFormula(formula, at: first, style)
    } else {
      switch cell.value {
      case .blank: if cell.range.isSingleCell { try sheet.write("", at: first, style) }
      case .text(let text): try sheet.write(text, at: first, style)
      case .number(let digits, _): try sheet.write(digits: digits, at: first, style)
      }
    }
    if let input = dress.input { try sheet.setInput(input, for: cell.range) }
    if let comment = dress.comment { try write(comment: comment, at: first, on: sheet) }
  }

  /// A comment in a box that holds all of it.
  private func write(comment: String, at cell: CellReference, on sheet: XLSXSheet) throws(Refusal) {
    // 300 pixels are 225 points; a line of 9 points takes 18 pixels.
    let lines = TextSetting(width: 215, size: XLSXSheet.commentFont.size).lines(comment)
    let box = XLSXSheet.CommentBox(width: 300, height: min(24 + 18 * lines, 10_000))
    try sheet.comment(comment, at: cell, author: "TrackTable", box: box)
  }

  /// Widths, heights, paper and breaks.
  private func setUp(_ sheet: XLSXSheet, _ page: PageComposition) throws(Refusal) {
    for (column, width) in page.geometry.widths.enumerated() { try sheet.setWidth(width, ofColumns: column...column) }
    for (row, height) in page.drawing.heights.enumerated() { try sheet.setHeight(height, ofRow: row) }
    var setup = XLSXSheet.PageSetup()
    setup.margins = (settings.margins.left, settings.margins.right, settings.margins.top, settings.margins.bottom)
    setup.area = CellRange(
      rows: 0...max(0, page.drawing.heights.count - 1), columns: 0...(page.drawing.layout.columns - 1))
    setup.footer = "&C第 &P 页 / 共 &N 页"
    setup.breaks = page.drawing.breaks
    try sheet.setPage(setup)
    if let area = setup.area { try sheet.acceptNumbersAsText(in: area) }
    try sheet.hideGridlines()
  }
}
