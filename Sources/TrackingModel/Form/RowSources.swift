import Findings

/// Where the fields of a form in a ledger stand: a row for each indicator, a column for each field.
///
/// Half a million rows cannot afford a dictionary entry a field; what columns hold is the same for all forms of a ledger and shared.
public struct RowSources: Hashable, Sendable {
  /// Which columns hold which field, of the form (`project.name`) and of an indicator (`actual`).
  public struct Columns: Hashable, Sendable {
    public var ofForm: [FieldPath: [Int]]
    public var ofIndicator: [FieldKey: [Int]]

    public init(ofForm: [FieldPath: [Int]] = [:], ofIndicator: [FieldKey: [Int]] = [:]) {
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

  /// The cells of `project.name`, `indicators[3].actual`, or of all fields that are part of `budget.total` or `indicators[3]`.
  func cells(of field: FieldPath) -> [CellReference] {
    guard let number = field.indicator else {
      let exact = columns.ofForm[field]
      return Self.cells(
        in: exact ?? columns.ofForm.filter { $0.key.isPart(of: field) }.flatMap(\.value).sorted(), row: formRow)
    }
    guard indicatorRows.indices.contains(number), let row = indicatorRows[number] else { return [] }
    switch field.part {
    case .whole: return Self.cells(in: columns.ofIndicator.values.joined().sorted(), row: row)
    case .field(let key): return Self.cells(in: columns.ofIndicator[key] ?? [], row: row)
    case .extra: return []
    }
  }

  private static func cells(in columns: [Int], row: Int) -> [CellReference] {
    columns.map { CellReference(row: row, column: $0) }
  }

  /// All fields with their cells.
  var cells: [FieldPath: [CellReference]] {
    var result: [FieldPath: [CellReference]] = [:]
    for (field, columns) in columns.ofForm { result[field] = Self.cells(in: columns, row: formRow) }
    for case (let index, let row?) in indicatorRows.enumerated() {
      for (key, columns) in columns.ofIndicator { result[.indicator(index, key)] = Self.cells(in: columns, row: row) }
    }
    return result
  }
}
