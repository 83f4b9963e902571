import Findings

/// What rows of cells need of a record.
extension TextRecords {
  /// The longest record whose cells share its bytes; of a longer one a single cell would keep too much.
  private static var longestShared: Int { 1 << 16 }

  /// The bytes of the record for its cells to share; nil where each is better off with a text of its own.
  var sharedBytes: [UInt8]? {
    guard input.isChecked, !input.sawNUL, !input.sawReplacement else { return nil }
    return reader.withRecordBytes { $0.count <= Self.longestShared ? Array($0) : nil }
  }

  /// Where a field that is not empty stands in the bytes of the record; nil where its text is to be looked at more closely.
  @inline(__always)
  func plainPiece(_ field: Int) -> (from: UInt32, count: UInt32)? {
    guard !reader.isEscaped(field) else { return nil }
    let isPlain = reader.withBytes(of: field) { bytes in
      switch bytes[0] {
      case UInt8(ascii: "'"): false
      case UInt8(ascii: "="): bytes.count < 2 || bytes[1] != UInt8(ascii: "\"")
      case UInt8(ascii: "?"): bytes.count < 2 || bytes[1] &- 48 > 9
      default: true
      }
    }
    guard isPlain else { return nil }
    let place = reader.place(of: field)
    return (UInt32(truncatingIfNeeded: place.lowerBound), UInt32(truncatingIfNeeded: place.count))
  }

  /// Where a field begins in the file.
  @inline(__always)
  func packedPosition(of field: Int) -> PackedPosition {
    if input.isUntranslated, !reader.hasLineBreaks {
      return PackedPosition(record: record, line: reader.line, byteOffset: byteOffset + reader.offset(of: field))
    }
    return PackedPosition(position(of: field))
  }
}
