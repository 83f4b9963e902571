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
  public static func workbook(settings: PageSettings = .init()) throws(Refusal) -> [UInt8] {
    var writer = try PageWriter(
      settings, properties: .init(title: OfficialLabel.title, subject: "空白表"))
    let empty = TrackingForm()
    let page = PageComposition(
      indicators: indicatorRows, settings, textSize: settings.textSize, shares: PageLayout.shares,
      leastHeight: { leastHeight(of: $0, settings.textSize) }, value: { $0.value(in: empty) })
    let sums = TemplateFormulas(page.drawing)
    let sheet = try writer.add(page, named: OfficialLabel.title) { dress($0, sums) }
    try sheet.protect()
    try sheet.activate()
    try addOptions(to: writer.file)
    return try writer.file.close()
  }

  private static func dress(_ cell: PageDrawing.Placed, _ sums: TemplateFormulas) -> PageWriter.Dress {
    guard let field = cell.field, field != .title else { return .init() }
    if let formula = sums.formula(for: field) {
      return .init(formula: formula, input: .init(hintTitle: "自动计算", hint: sums.hint(for: field)))
    }
    return .init(change: { $0.isUnlocked = true }, input: TemplateHints.input(for: field))
  }

  /// Room to write in, where a form has long texts.
  private static func leastHeight(of field: PageField, _ textSize: Double) -> Double {
    switch field {
    case .goalsExpected, .goalsActual: textSize * 7
    case .correctiveMeasures: textSize * 4
    case .indicator: textSize * 2.1
    default: 0
    }
  }

  /// The lists, a column each.
  private static func addOptions(to file: XLSXFile) throws(Refusal) {
    let sheet = try file.addSheet(optionSheet, isHidden: true)
    for (column, list) in TemplateOptions.allCases.enumerated() {
      for (row, option) in list.options.enumerated() {
        try sheet.write(option, at: CellReference(row: row, column: column))
      }
    }
  }
}

/// The lists of the template.
enum TemplateOptions: Int, CaseIterable {
  case level1, level2, likelihood

  var options: [String] {
    switch self {
    case .level1: return IndicatorCatalogue.levels.map(\.level1)
    case .level2:
      var seen: Set<String> = []
      return IndicatorCatalogue.levels.flatMap(\.level2).filter { seen.insert($0).inserted }
    case .likelihood: return Likelihood.allCases.map(\.officialText)
    }
  }

  /// Where the list stands on the hidden sheet.
  var cells: XLSXSheet.Input.Choice {
    .cells(
      CellRange(rows: 0...(options.count - 1), columns: rawValue...rawValue), ofSheet: OfficialTemplate.optionSheet)
  }
}
