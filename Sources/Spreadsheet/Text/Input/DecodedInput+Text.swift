import Findings

extension DecodedInput {
  /// The beginning of the text.
  /// - Parameter mayBeCutOff: Whether the source ends in the middle of the file, so that half a character at its end is no fault.
  /// - Returns: The text, and whether it is all of it.
  func text(limit: Int, mayBeCutOff: Bool) throws(Refusal) -> (bytes: [UInt8], isWhole: Bool) {
    // A line reader that never takes a record keeps all bytes that it is fed.
    var reader = RecordReader(.csv)
    do {
      try fill(&reader)
      while reader.pendingBytes < limit, !reader.isFinished { try fill(&reader) }
    } catch {
      if !mayBeCutOff || !isAtEnd { throw error }
    }
    let isWhole = reader.pendingBytes <= limit && reader.isFinished
    return (reader.pendingText(limit: limit), isWhole)
  }
}
