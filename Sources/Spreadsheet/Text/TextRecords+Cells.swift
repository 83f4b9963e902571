import Findings

/// What rows of cells need of a record.
extension TextRecords {
  /// The longest record whose cells share its bytes; of a longer one a single cell would keep too much.
  private static var longestShared: Int { 1 << 16 }

  /// A block for the cells of the record with its bytes, which they share; nil where each is better off with a text and a place of its own.
  /// - Parameter count: As many cells as there may be.
  func sharedCells(atMost count: Int) -> RecordCells? {
    guard input.isChecked, let measure = input.measure else { return nil }
    return reader.withRecordBytes { bytes in
      if bytes.count > Self.longestShared { return nil }
      let origin = RecordCells.Origin(
        row: record - 1, position: TextPosition(record: record, line: reader.line, byteOffset: byteOffset),
        measure: measure, hasLineBreaks: reader.hasLineBreaks)
      return RecordCells(origin, capacity: count, bytes: bytes)
    }
  }

  /// Whether the text of a field that is not empty is what stands in the file, without having to look at it more closely.
  @inline(__always)
  func isPlain(_ field: Int) -> Bool {
    if reader.isEscaped(field) { return false }
    return reader.withBytes(of: field) { bytes in
      switch bytes[0] {
      case UInt8(ascii: "'"): return false
      case UInt8(ascii: "=") where bytes.count > 1 && bytes[1] == UInt8(ascii: "\""): return false
      case UInt8(ascii: "?") where bytes.count > 1 && bytes[1] &- 48 <= 9: return false
      default: break
      }
      if input.sawNUL, bytes.contains(0) { return false }
      return !input.sawReplacement || !LossyText.hasReplacementCharacter(UnsafeRawBufferPointer(bytes))
    }
  }
}
