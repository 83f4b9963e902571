import Findings
import TrackingModel

/// The empty official form, ready to fill in with Excel, WPS or LibreOffice and to be read back.
///
/// The sheet is protected without a password: only the cells to fill in can be changed. Levels and likelihoods are offered from lists on
/// a hidden sheet; sums and rates compute themselves, and untouched they are empty texts, not zeros.
public enum OfficialTemplate {
  /// Rows for indicators: as many as one page holds.
  public static let indicatorRows = 13
  /// The hidden sheet that holds the lists.
  static let optionSheet = "选项"

  /// - Throws: A refusal where the workbook cannot be written.
  public static func workbook(
    of definition: FormDefinition = .tracking, settings: PageSettings = .init()
  ) throws(Refusal) -> [UInt8] {
    let layout = PageLayout.of(definition)
    var writer = try PageWriter(
      settings, properties: .init(title: layout.definition.title, subject: "空白表"))
    let empty = PageValues(of: TrackingForm(definition: layout.definition), on: layout)
    let page = PageComposition(
      on: layout, indicators: indicatorRows, settings, textSize: settings.textSize,
      shares: layout.definition.page.shares, leastHeight: { layout.space(for: $0) * settings.textSize },
      value: { empty[$0] })
    let sums = TemplateFormulas(page.drawing)
    let lists = TemplateLists(of: layout.definition)
    let sheet = try writer.add(page, named: layout.definition.title) { cell, layout in dress(cell, layout, sums, lists)
    }
    try sheet.protect()
    try sheet.activate()
    try addLists(lists, to: writer.file)
    return try writer.file.close()
  }

  private static func dress(
    _ cell: PageDrawing.Placed, _ layout: PageLayout, _ sums: TemplateFormulas, _ lists: TemplateLists
  ) -> PageWriter.Dress {
    guard let field = cell.field, field != layout.title.map(PageField.value) else { return .init() }
    if let formula = sums.formula(for: field) {
      return .init(formula: formula, input: .init(hintTitle: "自动计算", hint: sums.hint(for: field)))
    }
    return .init(change: { $0.isUnlocked = true }, input: TemplateHints.input(for: field, layout, lists))
  }

  /// The lists, a column each.
  private static func addLists(_ lists: TemplateLists, to file: XLSXFile) throws(Refusal) {
    guard !lists.all.isEmpty else { return }
    let sheet = try file.addSheet(optionSheet, isHidden: true)
    for (column, options) in lists.all.enumerated() {
      for (row, option) in options.enumerated() {
        try sheet.write(option, at: CellReference(row: row, column: column))
      }
    }
  }
}

/// The lists of the template: the choices of a form's fields, each list once.
struct TemplateLists {
  private(set) var all: [[String]] = []

  init(of definition: FormDefinition) {
    for choices in definition.indicators.fields.map(\.choices) + definition.fields.map(\.choices) {
      if let options = choices?.options, !all.contains(options) { all.append(options) }
    }
  }

  /// Where the options stand on the hidden sheet; nil where they are none of the lists.
  func cells(of options: [String]) -> XLSXSheet.Input.Choice? {
    all.firstIndex(of: options).map { column in
      .cells(
        CellRange(rows: 0...(options.count - 1), columns: column...column), ofSheet: OfficialTemplate.optionSheet)
    }
  }
}
