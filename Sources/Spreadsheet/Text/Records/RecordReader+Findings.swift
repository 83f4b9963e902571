import Findings

extension RecordReader {
  /// The record's bytes with its line end.
  func withLineBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    body(UnsafeBufferPointer(start: buffer.base + start, count: nextStart - start))
  }

  /// The record's first bytes.
  func withBytes<Result>(upTo offset: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    body(UnsafeBufferPointer(start: buffer.base + start, count: offset))
  }

  /// The line that a place in the record stands on, from 1.
  func line(of offset: Int) -> Int {
    nextLine - line <= 1 ? line : position(of: offset).line
  }

  /// What is said about a doubt.
  /// - Parameter recordOffset: Bytes before the record in the source.
  func finding(on doubt: Doubt, at recordOffset: Int, _ input: DecodedInput) -> Finding {
    let (line, column) = position(of: doubt.offset)
    let offset = recordOffset + withBytes(upTo: doubt.offset) { input.sourceLength(of: $0) }
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
