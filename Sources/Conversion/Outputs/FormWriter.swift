import Findings
import Publishing
import TrackingModel

/// Writes forms into one output, in their order.
protocol FormWriter: AnyObject {
  func add(_ form: TrackingForm) throws(Refusal)
  /// Adds a form as `OutputFormat.piece(of:)` made it.
  func add(piece: [UInt8]) throws
  /// Writes what is left; the caller completes the sink.
  ///
  /// - Returns: What the format could not hold.
  func finish() throws(Refusal) -> [Finding]
}

extension FormWriter {
  func add(piece: [UInt8]) throws {
    var line = FieldLineReader(piece)
    try add(line.form())
  }
}

/// What a writer is told besides the forms.
struct OutputOptions: Sendable {
  var layout = OutputLayout.form
  var page = PageSettings()
}
