import Findings
import Spreadsheet
import TrackingModel

/// Writes forms as a ledger in CSV, TSV or any delimited text, one by one, in pieces.
///
///     var ledger = LedgerText(.csv)
///     for form in forms {
///       ledger.add(form)
///       if ledger.count > 65_536 { file.write(ledger.drain()) }
///     }
///     file.write(ledger.drain())
public struct LedgerText {
  private var writer: DelimitedWriter
  private let table: LedgerTable
  private var forms = 0

  /// - Parameter table: What fields of a form have no column in it stand in its supplements.
  public init(_ format: DelimitedFormat = .csv, _ table: LedgerTable = .standard) {
    self.table = table
    writer = DelimitedWriter(format)
    writer.write(table.columns.map(\.heading))
  }

  /// Bytes waiting to be drained.
  public var count: Int { writer.count }

  /// Appends the rows of a form.
  public mutating func add(_ form: TrackingForm) {
    forms += 1
    let rows = LedgerRows(form, number: forms, in: table)
    for index in 0..<rows.count { writer.write(rows[index].lazy.map(\.plainText)) }
  }

  /// Returns the bytes written since the last time.
  public mutating func drain() -> [UInt8] { writer.drain() }
}

extension LedgerCell {
  /// What stands in the cell of a text file.
  fileprivate var plainText: String {
    switch self {
    case .blank: ""
    case .text(let text), .value(let text): text
    case .count(let count): String(count)
    case .amount(let amount): amount.amountText
    }
  }
}
