import Findings

/// Bytes in order, a buffer at a time: a part being inflated.
protocol PartSource: AnyObject {
  /// Fills the buffer from its beginning, in part or whole.
  ///
  /// - Returns: The number of bytes written; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Refusal) -> Int
}
