import Findings
import Glibc
import TrackingModel

/// One output that takes the forms of all inputs, in the order of the inputs.
protocol GatheredOutput: AnyObject {
  /// Takes one form as `Publisher.piece(of:)` made it.
  func add(_ piece: [UInt8]) throws
  /// Completes the output and moves it into place.
  ///
  /// - Returns: What the format could not hold.
  func finish() throws -> [Finding]
}

/// JSON, JSON Lines: text that is written as it comes and never held.
final class GatheredText: GatheredOutput {
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
final class GatheredForms: GatheredOutput {
  private let sink: any ByteSink
  private let publisher: Publisher
  private var forms: [TrackingForm] = []

  init(_ publisher: Publisher, to sink: any ByteSink) {
    self.publisher = publisher
    self.sink = sink
  }

  /// - Throws: `WrongUsage` where there are more forms than anybody finds again among sheets.
  func add(_ piece: [UInt8]) throws {
    forms.append(try CanonicalJSON.readLine(piece))
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

/// Where the bytes of a gathered output go.
protocol ByteSink: AnyObject {
  func write(_ bytes: [UInt8]) throws(Refusal)
  /// All bytes are there: they become the output.
  func complete() throws(Refusal)
}

extension PlacedFile: ByteSink {
  func write(_ bytes: [UInt8]) throws(Refusal) { try append(bytes) }
  func complete() throws(Refusal) { try moveIntoPlace() }
}

/// Standard output, or any descriptor that somebody else opened.
final class DescriptorSink: ByteSink {
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  func write(_ bytes: [UInt8]) throws(Refusal) {
    buffer += bytes
    if buffer.count >= 1 << 16 { try complete() }
  }

  func complete() throws(Refusal) {
    do throws(SystemFailure) {
      try descriptor.writeAll(buffer)
    } catch {
      throw Refusal(.outputFailed, ["path": "-", "reason": error.words])
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
