import Findings
import Publishing
import Spreadsheet

/// A ledger as CSV or TSV: written row by row, never held.
final class CombinedTable: CombinedOutput {
  private static let pieceSize = 1 << 16

  private let sink: any ByteSink
  private var table: LedgerText

  init(_ format: DelimitedFormat, to sink: any ByteSink) {
    self.sink = sink
    table = LedgerText(format)
  }

  func add(_ piece: [UInt8]) throws {
    var line = FieldLineReader(piece)
    table.add(try line.form())
    if table.count > Self.pieceSize { try sink.write(table.drain()) }
  }

  func finish() throws -> [Finding] {
    try sink.write(table.drain())
    try sink.complete()
    return []
  }
}
