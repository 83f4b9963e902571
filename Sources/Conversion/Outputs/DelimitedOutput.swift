import Findings
import Publishing
import Spreadsheet
import TrackingModel

extension OutputFormat {
  /// A ledger as comma-separated values (RFC 4180).
  public static let csv = OutputFormat("csv", name: "CSV", mediaType: "text/csv; charset=utf-8", isLedger: true) {
    DelimitedOutput(.csv, to: $1)
  }

  /// A ledger as tab-separated values.
  public static let tsv = OutputFormat(
    "tsv", name: "TSV", mediaType: "text/tab-separated-values; charset=utf-8", isLedger: true
  ) { DelimitedOutput(.tsv, to: $1) }
}

/// Writes a ledger as text, row by row; never held.
private final class DelimitedOutput: FormWriter {
  private static let pieceSize = 1 << 16

  private let sink: any ByteSink
  private var table: LedgerText

  init(_ format: DelimitedFormat, to sink: any ByteSink) {
    self.sink = sink
    table = LedgerText(format)
  }

  func add(_ form: TrackingForm) throws(Refusal) {
    table.add(form)
    if table.count > Self.pieceSize { try sink.write(table.drain()) }
  }

  func finish() throws(Refusal) -> [Finding] {
    try sink.write(table.drain())
    return []
  }
}
