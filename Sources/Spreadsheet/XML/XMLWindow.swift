import Findings
import Glibc

/// A window over a part as it is inflated: a cursor over the bytes at hand, and more bytes on demand.
///
/// The window keeps everything from a mark on, so that whatever begins at the mark lies in one piece. It grows only for a
/// single thing that does not fit, up to `Limits.elementBytes`.
struct XMLWindow: ~Copyable {
  private let stream: PartStream
  private let maximum: Int
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0
  private var offset = 0
  private var isAtEnd = false
  var cursor: XMLCursor

  /// Of a window on a part that does not fit into one.
  private static let initialCapacity = 64 * 1024
  /// What a stream needs to be read into.
  private static let smallestRead = 64
  /// Zero bytes behind the end: one ends every search, all together let eight bytes be looked at in one go.
  private static let padding = XMLCursor.padding

  init(_ stream: PartStream, limits: Limits) {
    self.stream = stream
    maximum = limits.elementBytes
    // A small part is inflated in one go, with space to find its end.
    let isSmall = stream.expectedLength <= SmallEntry.maximum
    capacity = isSmall ? max(1024, stream.expectedLength + 2 * Self.padding) : Self.initialCapacity
    base = .allocate(capacity: capacity)
    base.update(repeating: 0, count: Self.padding)
    cursor = XMLCursor(base, end: base)
  }

  deinit { base.deallocate() }

  var part: String { stream.name }

  /// Bytes of the part before this place in the window.
  func byteOffset(of place: UnsafePointer<UInt8>) -> Int { offset + (place - UnsafePointer(base)) }

  /// Gets more bytes behind those from `mark` on, and sets the cursor back to the mark.
  ///
  /// - Returns: false at the end of the part, where nothing was added.
  mutating func more(from mark: UnsafePointer<UInt8>) throws(Refusal) -> Bool {
    let start = mark - UnsafePointer(base)
    count -= start
    offset += start
    if start > 0 { memmove(base, mark, count) }
    if count > capacity / 2 {
      guard capacity < maximum else { throw .exceeded("elementBytes", maximum, part: stream.name) }
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
      larger.update(from: base, count: count)
      base.deallocate()
      base = larger
      capacity *= 2
    }
    let destination = UnsafeMutableRawBufferPointer(start: base + count, count: capacity - count - Self.padding)
    var added = try stream.read(into: destination)
    // What does not fit is scanned again with every piece: so pieces are to be as large as the free space.
    while capacity > SmallEntry.maximum, added > 0, destination.count - added >= Self.smallestRead {
      let more = try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: destination[added...]))
      if more == 0 { break }
      added += more
    }
    count += added
    (base + count).update(repeating: 0, count: Self.padding)
    isAtEnd = added == 0
    cursor = XMLCursor(base, end: base + count)
    return added > 0
  }

  /// Whether fewer bytes lie ahead than nearly every element needs; then getting more first saves a second try.
  var isLow: Bool { cursor.end - cursor.at < 2048 && !isAtEnd && offset + count < stream.expectedLength }

  /// The next token, nil behind the last; as much of the part fetched as it needs. Everything that an earlier token pointed at is gone.
  mutating func next() throws(Refusal) -> XMLCursor.Token? {
    while true {
      let mark = cursor.at
      let token = cursor.next()
      switch token {
      case .incomplete:
        if try !more(from: mark) {
          // Comments may stand behind the root; what is cut off stays where it begins.
          _ = cursor.next()
          let rest = UnsafeBufferPointer(start: cursor.at, count: cursor.end - cursor.at)
          guard rest.allSatisfy(XMLName.isSpace) else { throw malformed("cut off") }
          return nil
        }
      case .malformed: throw malformed("not well-formed")
      case .documentType:
        throw Refusal(
          .xlsxDocumentType, at: Place(position: BytePosition(part: part, byteOffset: byteOffset(of: cursor.at))))
      default: return token
      }
    }
  }

  /// Moves behind the end of the element whose start tag is the last token.
  mutating func skip() throws(Refusal) {
    var open = OpenElements()
    guard open.push(cursor.name) else { throw malformed("nesting") }
    while !open.isEmpty {
      guard let token = try next() else { throw malformed("cut off") }
      if token == .start, !open.push(cursor.name) { throw malformed("nesting") }
      if token == .end, !open.pop(cursor.name) { throw malformed("end tag without its start") }
    }
  }

  func malformed(_ reason: String) -> Refusal {
    Refusal(
      .xlsxMalformed, at: Place(position: BytePosition(part: part, byteOffset: byteOffset(of: cursor.at))),
      ["reason": reason])
  }
}
