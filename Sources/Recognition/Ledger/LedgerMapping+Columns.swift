import Spreadsheet
import TrackingModel

extension LedgerMapping {
  /// The names of all fields that a column can hold: paths of the canonical JSON, `indicators.` for those of the row's indicator.
  package static let fieldNames: [String] = roles.map(\.name)

  /// The role of a column of this field; nil for an unknown name.
  static func role(of field: String) -> LedgerRole? { roles.first { $0.name == field }?.role }

  private static let roles: [(name: String, role: LedgerRole)] =
    LedgerColumn.all.compactMap { column in
      guard let field = column.field else { return nil }
      switch column {
      case .budgetSupplement, .indicatorSupplement, .formSupplement: return nil
      default: return (column.isOfIndicator ? "indicators." + field : field, .column(column))
      }
    } + [
      ("period", .period), ("period.year", .year), ("indicators.target.comparison", .targetSign),
      ("indicators.target.unit", .targetUnit),
    ]
}

extension LedgerMapping {
  /// Finds the header of a ledger mapped this way; nil where the headings it names are not there.
  func header(in rows: [Row], _ read: (Range<Int>) -> LedgerHeader?) -> LedgerHeader? {
    guard let start = start(in: rows) else { return nil }
    return read(start..<(start + 1)).map { header in
      LedgerHeader(rows: header.rows, columns: header.columns.map(mapped), table: nil)
    }
  }

  private func start(in rows: [Row]) -> Int? {
    if let headerRow { return rows.firstIndex { $0.index == headerRow } }
    let headings = columns.compactMap { column -> LabelText? in
      if case .heading(let words) = column.source { LabelText(words) } else { nil }
    }
    guard !headings.isEmpty else { return rows.firstIndex { $0.cells.count >= 2 } }
    return rows.firstIndex { row in
      let found = row.cells.compactMap { LabelText($0.text)?.full }
      return headings.allSatisfy { found.contains($0.full) }
    }
  }

  private func mapped(_ column: LedgerHeader.Column) -> LedgerHeader.Column {
    let words = column.path.compactMap { LabelText($0)?.full }
    let role = columns.first { mapping in
      switch mapping.source {
      case .column(let index): index == column.index
      case .heading(let heading): LabelText(heading).map { words.contains($0.full) } ?? false
      }
    }.flatMap { Self.role(of: $0.field) }
    guard let role else {
      // A field that the profile gives to another column is not this one's.
      let isTaken = columns.contains { Self.role(of: $0.field) == column.role }
      return isTaken ? column.with(.formExtra(LabelText.printed(column.path.last ?? ""))) : column
    }
    return column.with(role)
  }
}
