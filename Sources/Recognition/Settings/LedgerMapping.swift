/// Which column of a home-made ledger holds which field, as a profile says it.
public struct LedgerMapping: Hashable, Sendable {
  /// How a profile names a column.
  public enum Source: Hashable, Sendable {
    /// By its letters: 1 for `B`.
    case column(Int)
    /// By its own heading, compared as all labels are.
    case heading(String)
  }

  /// The columns, each with the name of its field, one of `fieldNames`.
  public var columns: [(field: String, source: Source)]
  /// The row of the header, from 0; nil to find it by the headings named, else the first row with at least two cells.
  public var headerRow: Int?

  public init(columns: [(field: String, source: Source)] = [], headerRow: Int? = nil) {
    self.columns = columns
    self.headerRow = headerRow
  }

  public static func == (left: LedgerMapping, right: LedgerMapping) -> Bool {
    left.headerRow == right.headerRow && left.columns.elementsEqual(right.columns) { $0 == $1 }
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(headerRow)
    for (field, source) in columns {
      hasher.combine(field)
      hasher.combine(source)
    }
  }
}
