import Findings

extension RecordReader {
  /// The record's bytes with its line end; they are gone with the record.
  var lineBytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: buffer.base + start, count: nextStart - start)
  }

  /// Some of the record's bytes; they are gone with the record.
  func bytes(from first: Int, to last: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: buffer.base + start + first, count: last - first)
  }

  /// Whether there are line ends in the record besides that at its end.
  var hasLineBreaks: Bool { nextLine - line > 1 }

  /// Line ends between two places in the record.
  func lineBreaks(from first: Int, to last: Int) -> Int {
    (start + first..<start + last).count { Self.isLineBreak($0, buffer.base, buffer.count) }
  }

  /// Line ends in bytes of a record that end where a field begins.
  static func lineBreaks(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    return bytes.indices.count { isLineBreak($0, base, bytes.count) }
  }

  /// What is said about a doubt.
  /// - Parameter offset: Bytes before it in the source.
  func finding(on doubt: Doubt, at offset: Int) -> Finding {
    let (line, column) = position(of: doubt.offset)
    return Finding(
      doubt.kind.rule, at: Place(position: BytePosition(line: line, column: column, byteOffset: offset)),
      ["line": String(line), "column": String(column)])
  }

  /// The bytes that belong to no record yet.
  func pendingText(limit: Int) -> [UInt8] {
    Array(UnsafeBufferPointer(start: buffer.base + nextStart, count: min(limit, pendingBytes)))
  }
}

extension Doubt.Kind {
  /// The rule that says it.
  var rule: Rule {
    switch self {
    case .strayQuote: .textStrayQuote
    case .unclosedQuote: .textUnclosedQuote
    case .textBehindQuote: .textTextBehindQuote
    case .undoubledQuote: .textUndoubledQuote
    case .spacesAroundQuotes: .textSpacesAroundQuotes
    }
  }
}
