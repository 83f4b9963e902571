import Findings
import Publishing
import TrackingModel

/// One output that takes the forms of all inputs, in the order of the inputs.
protocol CombinedOutput: AnyObject {
  /// Adds one form as `Publisher.piece(of:)` made it.
  func add(_ piece: [UInt8]) throws
  /// Completes the output and moves it into place.
  ///
  /// - Returns: What the format could not hold.
  func finish() throws -> [Finding]
}

/// JSON, JSON Lines: text that is written as it comes and never held.
final class CombinedText: CombinedOutput {
  private let sink: any ByteSink
  private let format: OutputFormat
  private var isEmpty = true

  init(_ format: OutputFormat, to sink: any ByteSink) {
    self.format = format
    self.sink = sink
  }

  func add(_ piece: [UInt8]) throws {
    if format == .json { try sink.write(isEmpty ? CanonicalJSON.documentHead : CanonicalJSON.elementSeparator) }
    isEmpty = false
    try sink.write(piece)
  }

  func finish() throws -> [Finding] {
    if format == .json { try sink.write(isEmpty ? CanonicalJSON.document([]) : CanonicalJSON.documentTail) }
    try sink.complete()
    return []
  }
}

/// A workbook of a few forms, each on a sheet: held until all are there.
final class CombinedForms: CombinedOutput {
  private let sink: any ByteSink
  private let publisher: Publisher
  private var forms: [TrackingForm] = []

  init(_ publisher: Publisher, to sink: any ByteSink) {
    self.publisher = publisher
    self.sink = sink
  }

  /// - Throws: `WrongUsage` where there are more forms than can be found again among sheets.
  func add(_ piece: [UInt8]) throws {
    var line = FieldLineReader(piece)
    forms.append(try line.form())
    do throws(Refusal) {
      try publisher.admit(forms.count)
    } catch {
      throw WrongUsage(error.finding)
    }
  }

  func finish() throws -> [Finding] {
    let (bytes, findings) = try publisher.publish(forms)
    try sink.write(bytes)
    try sink.complete()
    return findings
  }
}

/// A ledger workbook: written row by row, never held.
final class CombinedLedger: CombinedOutput {
  private let sink: any ByteSink
  private let ledger: LedgerWorkbook

  init(to sink: any ByteSink) throws(Refusal) {
    self.sink = sink
    ledger = try LedgerWorkbook(sink.directPath.map { .path($0) } ?? .memory)
  }

  func add(_ piece: [UInt8]) throws {
    var line = FieldLineReader(piece)
    try ledger.add(line.form())
  }

  func finish() throws -> [Finding] {
    try sink.write(ledger.close())
    try sink.complete()
    return []
  }
}
