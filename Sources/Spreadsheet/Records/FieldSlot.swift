/// Where a field stands in the record reader's buffer, relative to the first byte of its record, and how to read it.
@usableFromInline
struct FieldSlot {
  /// A mark in the two upper bits of `end`, which lengths do not use.
  @inlinable static var quotedMark: UInt32 { 1 << 31 }
  @inlinable static var escapedMark: UInt32 { 1 << 30 }
  /// The longest record that slots can address: 1 GiB.
  static let addressable = 1 << 30

  @usableFromInline let first: UInt32
  @usableFromInline let endAndMarks: UInt32

  @inline(__always)
  init(from start: Int, to end: Int, marks: UInt32 = 0) {
    first = UInt32(truncatingIfNeeded: start)
    endAndMarks = UInt32(truncatingIfNeeded: end) | marks
  }

  /// The content's first byte, behind the quotation mark where there is one.
  @inlinable var start: Int { Int(first) }
  /// Behind the content's last byte.
  @inlinable var end: Int { Int(endAndMarks & ~(Self.quotedMark | Self.escapedMark)) }
  var isQuoted: Bool { endAndMarks & Self.quotedMark != 0 }
  /// Whether doubled quotation marks or escapes are to be undone.
  @inlinable var isEscaped: Bool { endAndMarks & Self.escapedMark != 0 }
  /// Bytes before the field with its quotation mark.
  var offset: Int { isQuoted ? start - 1 : start }

  /// The same with one more mark.
  func marked(_ mark: UInt32) -> FieldSlot { FieldSlot(from: start, to: end, marks: endAndMarks & ~UInt32(end) | mark) }
}
