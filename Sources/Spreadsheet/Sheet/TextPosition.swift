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

/// A `TextPosition` or none in 16 bytes, because every cell carries one.
struct PackedPosition: Sendable {
  private let record: UInt32
  private let line: UInt32
  private let byteOffset: Int

  static let none = PackedPosition(record: 0, line: 0, byteOffset: -1)

  init(_ position: TextPosition) {
    self.init(record: position.record, line: position.line, byteOffset: position.byteOffset)
  }

  init(record: Int, line: Int, byteOffset: Int) {
    self.record = UInt32(clamping: record)
    self.line = UInt32(clamping: line)
    self.byteOffset = byteOffset
  }

  var unpacked: TextPosition? {
    byteOffset < 0 ? nil : TextPosition(record: Int(record), line: Int(line), byteOffset: byteOffset)
  }
}
