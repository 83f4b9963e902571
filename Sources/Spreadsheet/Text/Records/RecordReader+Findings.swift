import Findings

extension RecordReader {
  /// The record's bytes with its line end; they are gone with the record.
  var lineBytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: buffer.base + start, count: nextStart - start)
  }

  /// The record's first bytes; they are gone with the record.
  func bytes(upTo offset: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: buffer.base + start, count: offset)
  }

  /// The line that a place in the record stands on, from 1.
  func line(of offset: Int) -> Int {
    nextLine - line <= 1 ? line : position(of: offset).line
  }

  /// What is said about a doubt.
  /// - Parameter offset: Bytes before it in the source.
  func finding(on doubt: Doubt, at offset: Int) -> Finding {
    let (line, column) = position(of: doubt.offset)
    let rule: Rule =
      switch doubt.kind {
      case .strayQuote: .textStrayQuote
      case .unclosedQuote: .textUnclosedQuote
      case .textBehindQuote: .textTextBehindQuote
      case .undoubledQuote: .textUndoubledQuote
      case .spacesAroundQuotes: .textSpacesAroundQuotes
      }
    return Finding(
      rule, at: Place(position: BytePosition(line: line, column: column, byteOffset: offset)),
      ["line": String(line), "column": String(column)])
  }

  /// The bytes that belong to no record yet.
  func pendingText(limit: Int) -> [UInt8] {
    Array(UnsafeBufferPointer(start: buffer.base + nextStart, count: min(limit, pendingBytes)))
  }
}
