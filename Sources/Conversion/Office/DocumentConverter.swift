/// Converts documents that no reader takes into ones that a reader takes, beside the workers and while they go on.
///
/// The module `OfficeDocuments` has one that starts LibreOffice. Who embeds this library gets none unless it asks for one: nothing is started
/// unasked.
public protocol DocumentConverter: AnyObject {
  /// Queues a document; never waits.
  ///
  /// - Parameter number: What it is called in `finished`.
  func submit(_ bytes: [UInt8], as kind: OfficeKind, number: Int)
  /// What has been done since this was asked last: the path of what came of a document, or why nothing did. Never waits.
  func finished() -> [(number: Int, result: Result<String, ConversionFailure>)]
  /// What came of the document has been read.
  func discard(_ number: Int)
  /// Ends all that goes on, and leaves nothing behind.
  func stop()
}

/// Why a document could not be converted.
public struct ConversionFailure: Error, Hashable, Sendable {
  /// `exit 77`, `120 s`.
  public let reason: String

  public init(_ reason: String) { self.reason = reason }
}

/// A kind of document that LibreOffice reads and no reader here.
public enum OfficeKind: String, Sendable, CaseIterable {
  case openDocumentSheet = "ods"
  case openDocumentText = "odt"
  case xmlSpreadsheet = "xml"
  case wordBinary = "doc"
  case richText = "rtf"
  case html
}
