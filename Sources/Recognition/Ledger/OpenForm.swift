import Findings
import Spreadsheet
import TrackingModel

/// A form of a ledger whose rows are still coming in.
final class OpenForm {
  var form: TrackingForm
  var findings: [Finding] = []
  /// The number that the ledger gives it; nil where it gives none.
  let number: String?
  /// The sheet of its first row.
  let sheet: String?
  let firstRow: Int
  /// The sheet of the row that is being read.
  var currentSheet: String?
  /// The row of each indicator, nil for those on another sheet.
  var indicatorRows: [Int?] = []
  /// The number that the ledger gives each indicator; empty for one that gives none.
  var indicatorNumbers: [Int] = []
  /// How many indicators the ledger says it has.
  var expectedIndicators: Int?
  /// The words of columns that a form fills once, by the position of the column, to compare later rows with.
  var words: [String?]
  /// Rates wait for the amounts they are compared with.
  var rates: [(target: RateTarget, cell: Cell)] = []
  /// What stands in columns left of the indicators that the model has no field for, by position, with the indicator of its row where it has
  /// one.
  var leftExtras: [Int: [(indicator: Int?, extra: Extra)]] = [:]
  /// The year of its own column.
  var year: Int?
  /// The levels of its last row.
  var levels = CarriedLevels()
  /// The cells of its rows, and of how many of them the values have been counted.
  private var (cells, countedCells) = (0, 0)
  /// Around all of its cells on its first sheet.
  var extent: CellRange?

  /// The columns of the ledger, and the forms that are known.
  let table: LedgerTable
  let family: FormFamily

  init(
    number: String? = nil, sheet: String?, firstRow: Int, _ header: LedgerHeader, of family: FormFamily = .standard
  ) {
    table = header.table ?? .standard
    words = Array(repeating: nil, count: header.columns.count)
    self.family = family
    form = TrackingForm(definition: self.table.definition)
    self.number = number
    self.sheet = sheet
    currentSheet = sheet
    self.firstRow = firstRow
  }

  /// The fund row that a rate belongs to.
  enum RateTarget {
    case fund(Fund)
    /// A further fund, by its position.
    case further(Int)
  }

  /// Whether all of its indicators are there, as far as the ledger says how many there are.
  var isComplete: Bool { expectedIndicators.map { form.indicators.count >= $0 } ?? false }

  func add(_ findings: [Finding], at cell: CellReference) {
    guard !findings.isEmpty else { return }
    let place = Place(sheet: currentSheet, cell: cell)
    self.findings += findings.map { $0.within(place) }
  }

  /// Adds the cells of one of its rows.
  ///
  /// - Parameter limit: Values that a form may have.
  /// - Throws: A refusal soon after it has more.
  func addCells(_ count: Int, limit: Int) throws(Refusal) {
    cells += count
    if (cells - countedCells) * TrackingForm.mostValuesOfCell > limit { try countValues(limit: limit) }
  }

  /// - Throws: A refusal where the form has more values than a form may have.
  func checkValues(limit: Int) throws(Refusal) {
    if cells * TrackingForm.mostValuesOfCell > limit { try countValues(limit: limit) }
  }

  private func countValues(limit: Int) throws(Refusal) {
    countedCells = cells
    guard form.valueCount > limit else { return }
    throw .exceeded("valuesOfForm", limit, at: Place(sheet: sheet, cells: extent))
  }

  func extend(to cells: CellRange) {
    if currentSheet == sheet { extent = extent?.union(cells) ?? cells }
  }
}
