import Findings

/// Where the fields of a form in a ledger stand: a row for each indicator, a column for each field.
///
/// Half a million rows cannot afford a dictionary entry a field; what columns hold is the same for all forms of a ledger and shared.
package struct RowSources: Hashable, Sendable {
  /// Which columns hold which field, of the form (`project.name`) and of an indicator (`actual`).
  package struct Columns: Hashable, Sendable {
    package var ofForm: [FieldPath: [Int]] { didSet { ofWholes = Self.wholes(of: ofForm) } }
    package var ofIndicator: [FieldKey: [Int]]

    package init(ofForm: [FieldPath: [Int]] = [:], ofIndicator: [FieldKey: [Int]] = [:]) {
      self.ofForm = ofForm
      self.ofIndicator = ofIndicator
      ofWholes = Self.wholes(of: ofForm)
    }

    /// The columns of all parts of what is no field itself: `budget.total`, `budget`.
    fileprivate private(set) var ofWholes: [FieldPath: [Int]]

    private static func wholes(of fields: [FieldPath: [Int]]) -> [FieldPath: [Int]] {
      var result: [FieldPath: [Int]] = [:]
      for (field, columns) in fields {
        var outer = field.enclosing
        while let whole = outer {
          result[whole, default: []] += columns
          outer = whole.enclosing
        }
      }
      return result.mapValues { $0.sorted() }
    }
  }

  package let columns: Columns
  /// The first row of the form, which has what the form says once.
  package let formRow: Int
  /// The row of each indicator; nil for one that stands on another sheet.
  package var indicatorRows: [Int?]

  package init(columns: Columns, formRow: Int, indicatorRows: [Int?] = []) {
    self.columns = columns
    self.formRow = formRow
    self.indicatorRows = indicatorRows
  }

  /// The cells of `project.name`, `indicators[3].actual`, or of all fields that are part of `budget.total` or `indicators[3]`.
  func cells(of field: FieldPath) -> [CellReference] {
    guard let number = field.indicator else {
      return Self.cells(in: columns.ofForm[field] ?? columns.ofWholes[field] ?? [], row: formRow)
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
