import Findings

/// The rows of a sheet for a loop, one by one and in bounded memory.
///
///     for try await row in RowSequence(try workbook.rows(of: info)) { … }
///
/// Swift has no `for` over what can throw but this; nothing is really awaited. A `RowReader` is read once, and so is the sequence.
public struct RowSequence: AsyncSequence, AsyncIteratorProtocol {
  private let reader: any RowReader

  public init(_ reader: any RowReader) { self.reader = reader }

  public func makeAsyncIterator() -> RowSequence { self }

  /// The next row; nil after the last.
  /// - Throws: What the reader throws.
  public mutating func next() throws(Refusal) -> Row? { try reader.next() }
}
