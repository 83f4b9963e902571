import Findings

/// Where the fields of a form in a ledger stand: a row for each indicator, a column for each field.
///
/// Half a million rows cannot afford a dictionary entry a field; what columns hold is the same for all forms of a ledger and shared.
public struct RowSources: Hashable, Sendable {
  /// Which columns hold which field, of the form (`project.name`) and of an indicator (`actual`).
  public struct Columns: Hashable, Sendable {
    public var ofForm: [String: [Int]]
    public var ofIndicator: [String: [Int]]

    public init(ofForm: [String: [Int]] = [:], ofIndicator: [String: [Int]] = [:]) {
      self.ofForm = ofForm
      self.ofIndicator = ofIndicator
    }
  }

  public let columns: Columns
  /// The first row of the form, which has what the form says once.
  public let formRow: Int
  /// The row of each indicator; nil for one that stands on another sheet.
  public var indicatorRows: [Int?]

  public init(columns: Columns, formRow: Int, indicatorRows: [Int?] = []) {
    self.columns = columns
    self.formRow = formRow
    self.indicatorRows = indicatorRows
  }

  /// The cells of `project.name`, `indicators[3].actual`, or of all fields below `budget.total` or `indicators[3]`.
  func cells(of field: FieldPath) -> [CellReference] {
    guard let number = field.indicator else { return Self.cells(of: field.key, in: columns.ofForm, row: formRow) }
    guard indicatorRows.indices.contains(number), let row = indicatorRows[number] else { return [] }
    return Self.cells(of: field.key, in: columns.ofIndicator, row: row)
  }

  private static func cells(of field: String, in columns: [String: [Int]], row: Int) -> [CellReference] {
    let exact = columns[field]
    let below = exact ?? columns.filter { field.isEmpty || $0.key.hasPrefix(field + ".") }.flatMap(\.value).sorted()
    return below.map { CellReference(row: row, column: $0) }
  }

  /// All fields with their cells.
  var cells: [FieldPath: [CellReference]] {
    var result: [FieldPath: [CellReference]] = [:]
    for (field, columns) in columns.ofForm {
      result[FieldPath(field)] = columns.map { CellReference(row: formRow, column: $0) }
    }
    for case (let index, let row?) in indicatorRows.enumerated() {
      for (field, columns) in columns.ofIndicator {
        result[.indicator(index, field)] = columns.map { CellReference(row: row, column: $0) }
      }
    }
    return result
  }
}
