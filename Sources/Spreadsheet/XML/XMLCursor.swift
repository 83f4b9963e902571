/// Walks over XML that lies in memory, tag by tag, without copying anything.
///
/// It reads what worksheets and shared strings are made of: elements, attributes, text, CDATA; it passes over comments and
/// processing instructions; a document type stops it. It does not know whether the bytes go on behind `end`: where a token
/// is cut off there it says `.incomplete`, and the owner of the bytes gets more and begins that token again. What is
/// well-formed it reads as expat does, which the tests prove; of what is not, it refuses what would change the meaning
/// (unclosed, unmatched or unquoted) and lets the rest pass.
///
/// Behind `end` there stand `padding` bytes 0. The first ends every search.
///
/// ## For those who change it
///
/// The cursor is always between two tokens; `next()` decides by the bytes at `at` which kind the next one is, and moves `at` behind it.
///
/// | bytes at `at` | read by | next |
/// | --- | --- | --- |
/// | not `<` | `characters()` | the text up to the next `<` |
/// | `<` and a name | `startTag()` | `.start`, or `.empty` where `/` stands before `>` |
/// | `</` | `endTag()` | `.end` |
/// | `<?` | `skip` | passed over, and on |
/// | `<!` | `declaration()` | a comment is passed over; CDATA is a token; a document type stops the reading |
///
/// What has to stay true:
///
/// - **`.incomplete` has moved nothing.** `XMLWindow.next()` begins the token again at the place where it began, with more bytes; only
///   comments and processing instructions in front of it may have been passed. Whatever sets `at` sets it last, when the whole token is there.
/// - **A zero byte is the end only at `end` or behind.** In front of it a zero byte is malformed. No loop tests `p < end`: it is the padding
///   that ends them, and eight bytes may be looked at in one go as long as `padding` covers them. Break it, and a token reads what an earlier
///   part has left in the buffer; the fuzzer runs with the address sanitizer.
/// - **The buffers point into the window**, so that everything a token has given is gone with the next call that may fetch bytes.
/// - **What expat accepts is read the same way**; what it refuses may pass, unless it would change the meaning. `XMLCursorTests` and the
///   fuzzer read documents and whatever mutations make of them with both, in pieces of a few bytes.
struct XMLCursor {
  static let padding = 16

  enum Token {
    /// `<name …>`; `name`, `tagStart` and `tagEnd` say which.
    case start
    /// `<name …/>`.
    case empty
    /// `</name>`.
    case end
    /// Character data as written, references unresolved, from `textStart` to `textEnd`.
    case text
    /// The inside of a CDATA section.
    case characterData
    case incomplete
    case documentType
    case malformed
  }

  var at: UnsafePointer<UInt8>
  let end: UnsafePointer<UInt8>
  /// The local name of the last tag; see `XMLName`.
  private(set) var name = XMLName.none
  /// From behind the name to in front of `>` or `/>`.
  private(set) var attributes: UnsafeBufferPointer<UInt8>
  private(set) var text: UnsafeBufferPointer<UInt8>

  init(_ start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>) {
    at = start
    self.end = end
    attributes = UnsafeBufferPointer(start: start, count: 0)
    text = attributes
  }

  mutating func next() -> Token {
    while true {
      guard at < end else { return .incomplete }
      guard at.pointee == UInt8(ascii: "<") else { return characters() }
      switch at[1] {
      case UInt8(ascii: "/"): return endTag()
      case UInt8(ascii: "?"):
        guard skip(behind: "?>", from: 2) else { return .incomplete }
      case UInt8(ascii: "!"):
        if let token = declaration() { return token }
      default: return startTag()
      }
    }
  }

  private mutating func characters() -> Token {
    let start = at
    var p = at
    while p.pointee != UInt8(ascii: "<") {
      if p.pointee == 0 {
        // The end of the bytes, or a zero byte within them, which no XML has.
        return p >= end ? .incomplete : .malformed
      }
      p += 1
    }
    text = UnsafeBufferPointer(start: start, count: p - start)
    at = p
    return .text
  }

  private mutating func startTag() -> Token {
    var p = readName(from: at + 1)
    guard p > at + 1 else { return at + 1 >= end ? .incomplete : .malformed }
    let start = p
    while true {
      let byte = p.pointee
      if byte == UInt8(ascii: ">") { break }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        p += 1
        while p.pointee != byte {
          if p.pointee == 0 { return p >= end ? .incomplete : .malformed }
          if p.pointee == UInt8(ascii: "<") { return .malformed }
          p += 1
        }
      } else if byte == 0 {
        return p >= end ? .incomplete : .malformed
      } else if byte == UInt8(ascii: "<") {
        return .malformed
      }
      p += 1
    }
    at = p + 1
    let isEmpty = p > start && p[-1] == UInt8(ascii: "/")
    attributes = UnsafeBufferPointer(start: start, count: p - start - (isEmpty ? 1 : 0))
    return isEmpty ? .empty : .start
  }

  private mutating func endTag() -> Token {
    var p = readName(from: at + 2)
    while XMLName.isSpace(p.pointee) { p += 1 }
    guard p.pointee == UInt8(ascii: ">") else { return p >= end ? .incomplete : .malformed }
    at = p + 1
    return .end
  }

  /// Sets `name` to what stands from here, its prefix left out, and says where it ends.
  private mutating func readName(from start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
    var p = start
    var builder = XMLName()
    while true {
      let byte = p.pointee
      if byte <= UInt8(ascii: " ") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "=") { return start }
      if byte == UInt8(ascii: ":") { builder = XMLName() } else { builder.append(byte) }
      p += 1
    }
    name = builder
    return p
  }

  /// A comment (nil: passed over), CDATA or document type.
  private mutating func declaration() -> Token? {
    if matches("<!--") { return skip(behind: "-->", from: 4) ? nil : .incomplete }
    if matches("<![CDATA[") {
      let start = at + 9
      guard skip(behind: "]]>", from: 9) else { return .incomplete }
      text = UnsafeBufferPointer(start: start, count: at - 3 - start)
      return .characterData
    }
    if matches("<!DOCTYPE") { return .documentType }
    return end - at < 9 ? .incomplete : .malformed
  }

  private func matches(_ literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard end - at >= count else { return false }
    for index in 0..<count where at[index] != literal.utf8Start[index] { return false }
    return true
  }

  /// Moves behind the terminator; false, and nowhere, where it is not in these bytes.
  private mutating func skip(behind terminator: StaticString, from offset: Int) -> Bool {
    let count = terminator.utf8CodeUnitCount
    let last = terminator.utf8Start[count - 1]
    guard end - at >= offset + count else { return false }
    var p = at + offset + count - 1
    while p < end {
      if p.pointee == last {
        var matched = true
        for back in 1..<count where p[-back] != terminator.utf8Start[count - 1 - back] {
          matched = false
          break
        }
        if matched {
          at = p + 1
          return true
        }
      }
      p += 1
    }
    return false
  }
}
