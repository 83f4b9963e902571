import Findings
import Spreadsheet
import TrackingModel

/// A ledger as CSV or TSV: written row by row, never held.
final class GatheredTable: GatheredOutput {
  private static let pieceSize = 1 << 16

  private let sink: any ByteSink
  private var writer: DelimitedWriter
  private var forms = 0

  init(_ format: DelimitedFormat, to sink: any ByteSink) {
    self.sink = sink
    writer = DelimitedWriter(format)
    writer.write(LedgerColumn.all.map(\.heading))
  }

  func add(_ piece: [UInt8]) throws {
    var line = FieldLineReader(piece)
    try add(line.form())
  }

  func add(_ form: TrackingForm) throws(Refusal) {
    forms += 1
    let rows = LedgerRows(form, number: forms)
    for index in 0..<rows.count { writer.write(rows[index].map(\.plainText)) }
    if writer.count > Self.pieceSize { try sink.write(writer.drain()) }
  }

  func finish() throws -> [Finding] {
    try complete()
    return []
  }

  func complete() throws(Refusal) {
    try sink.write(writer.drain())
    try sink.complete()
  }
}

extension LedgerCell {
  /// The cell as text, with nothing that a spreadsheet program would add.
  fileprivate var plainText: String {
    switch self {
    case .blank: ""
    case .text(let text), .value(let text): text
    case .count(let count): String(count)
    case .amount(let amount): amount.amountText
    }
  }
}

/// Bytes taken into memory: an output that nobody wants as a file.
final class MemorySink: ByteSink {
  private(set) var bytes: [UInt8] = []
  var path: String? { nil }

  func write(_ more: [UInt8]) { bytes += more }
  func complete() {}
}
