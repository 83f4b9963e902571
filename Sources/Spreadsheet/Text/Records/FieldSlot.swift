/// Where a field stands in the record reader's buffer, relative to the first byte of its record, and how to read it.
struct FieldSlot {
  /// A mark in the two upper bits of `end`, which lengths do not use.
  static let quotedMark: UInt32 = 1 << 31
  static let escapedMark: UInt32 = 1 << 30
  /// The longest record that slots can address: 1 GiB.
  static let addressable = 1 << 30

  private let first: UInt32
  private let endAndMarks: UInt32

  @inline(__always)
  init(from start: Int, to end: Int, marks: UInt32 = 0) {
    first = UInt32(truncatingIfNeeded: start)
    endAndMarks = UInt32(truncatingIfNeeded: end) | marks
  }

  /// The content's first byte, behind the quotation mark where there is one.
  var start: Int { Int(first) }
  /// Behind the content's last byte.
  var end: Int { Int(endAndMarks & ~(Self.quotedMark | Self.escapedMark)) }
  var isQuoted: Bool { endAndMarks & Self.quotedMark != 0 }
  /// Whether doubled quotation marks or escapes are to be undone.
  var isEscaped: Bool { endAndMarks & Self.escapedMark != 0 }
}
