import Findings
import Spreadsheet
import TrackingModel

/// What holds for all rows of a ledger: the unit of each column, and the period and year that stand above the rows.
struct LedgerContext {
  /// By position of the column in the header.
  private(set) var units: [AmountReader.Unit] = []
  /// The period that the words above the ledger or its headings (1-8月执行数) give, for rows that name none.
  private(set) var periodWords: String?
  private(set) var year: Int?
  /// The year that words above the ledger are all about, `（2025年度）`: the period of rows for which nothing names months.
  private(set) var wholeYear: Int?
  /// On units, and on the words above.
  private(set) var findings: [Finding] = []

  init(header: LedgerHeader, rows: [Row], sheet: String?, settings: RecognitionSettings) {
    year = settings.year
    var stated: AmountUnit?
    var words: [String] = []
    let above = rows[..<header.rows.lowerBound].flatMap(\.cells)
    for cell in above {
      let printed = LabelText.printed(cell.text)
      if words.last != printed { words.append(printed) }
      stated = stated ?? AmountUnit.stated(in: cell.text)?.unit
      periodWords = periodWords ?? PeriodReader.find(in: cell.text)
      year = year ?? PeriodReader.year(in: cell.text)
      wholeYear = wholeYear ?? Self.wholeYear(in: cell.text)
    }
    if let range = CellRange(around: above.map(\.reference)) {
      findings.append(
        Finding(.ledgerHeading, at: Place(sheet: sheet, cells: range), ["found": words.joined(separator: " ")]))
    }
    periodWords = periodWords ?? Self.months(in: header)
    addUnits(header, stated: stated, sheet: sheet, settings: settings)
  }

  /// The year of `（2025年度）`, alone or behind the title.
  private static func wholeYear(in words: String) -> Int? {
    guard words.utf8.count < 200 else { return nil }
    let texts = [words] + (LabelText(words)?.additions.filter { $0.contains("年") } ?? [])
    guard texts.contains(where: { PeriodGrammar.parse($0)?.kind == .wholeYear }) else { return nil }
    return PeriodReader.year(in: words)
  }

  private mutating func addUnits(
    _ header: LedgerHeader, stated: AmountUnit?, sheet: String?, settings: RecognitionSettings
  ) {
    var assumed: [CellReference] = []
    for column in header.columns {
      let unit = column.unit ?? stated ?? settings.unit
      units.append(unit.map(AmountReader.Unit.stated) ?? .assumed)
      guard column.role.isMoney else { continue }
      let place = Place(sheet: sheet, cell: column.cell)
      let heading = LabelText.printed(column.path.last ?? "")
      guard let unit else {
        assumed.append(column.cell)
        continue
      }
      if let other = column.contradictedUnit ?? (column.unit == nil ? nil : stated), other != unit {
        findings.append(
          Finding(
            .unitContradicts, at: place, ["found": heading, "unit": unit.rawValue, "stated": other.rawValue]))
      }
      if unit != .tenThousandYuan {
        findings.append(Finding(.unitConverted, at: place, ["found": heading, "unit": unit.rawValue]))
      }
    }
    if let range = CellRange(around: assumed) {
      findings.append(Finding(.unitAssumed, at: Place(sheet: sheet, cells: range)))
    }
  }

  /// The months that a heading names: the `1-8月` of 1-8月执行数 and of 财政拨款·1-8月执行数.
  private static func months(in header: LedgerHeader) -> String? {
    for column in header.columns {
      for words in column.path {
        if let months = LabelText(words)?.months, PeriodReader.find(in: months) != nil { return months }
        if column.role.isMoney, let months = PeriodReader.find(in: words) { return months }
      }
    }
    return nil
  }
}
