/// A place in a text file.
public struct TextPosition: Hashable, Sendable {
  /// Record, from 1: what a CSV reader counts.
  public let record: Int
  /// Line, from 1: what an editor shows. A record with line breaks in quotes has several.
  public let line: Int
  /// Bytes before it in the file.
  public let byteOffset: Int

  public init(record: Int, line: Int, byteOffset: Int) {
    self.record = record
    self.line = line
    self.byteOffset = byteOffset
  }
}
