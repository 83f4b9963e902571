/// The attributes of one tag, in order: `for (name, value) in XMLAttributes(cursor.attributes)`.
struct XMLAttributes: Sequence, IteratorProtocol {
  private var at: UnsafePointer<UInt8>?
  private let end: UnsafePointer<UInt8>?
  /// Whether something in the tag is no attribute.
  private(set) var isMalformed = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    at = bytes.baseAddress
    end = bytes.baseAddress.map { $0 + bytes.count }
  }

  /// The next attribute's whole name, as `XMLName` of its local part, whether it has a prefix, and its value as written.
  mutating func next() -> (name: XMLName, hasPrefix: Bool, value: UnsafeBufferPointer<UInt8>)? {
    guard var p = at, let end else { return nil }
    while p < end, XMLName.isSpace(p.pointee) { p += 1 }
    guard p < end else { return finish() }
    var name = XMLName()
    var hasPrefix = false
    while p < end, p.pointee != UInt8(ascii: "="), !XMLName.isSpace(p.pointee) {
      if p.pointee == UInt8(ascii: ":") {
        name = XMLName()
        hasPrefix = true
      } else {
        name.append(p.pointee)
      }
      p += 1
    }
    while p < end, XMLName.isSpace(p.pointee) { p += 1 }
    guard p < end, p.pointee == UInt8(ascii: "=") else { return fail() }
    p += 1
    while p < end, XMLName.isSpace(p.pointee) { p += 1 }
    guard p < end, case let quote = p.pointee, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return fail()
    }
    let start = p + 1
    p = start
    while p < end, p.pointee != quote { p += 1 }
    guard p < end else { return fail() }
    at = p + 1
    return (name, hasPrefix, UnsafeBufferPointer(start: start, count: p - start))
  }

  private mutating func finish() -> (name: XMLName, hasPrefix: Bool, value: UnsafeBufferPointer<UInt8>)? {
    at = end
    return nil
  }

  private mutating func fail() -> (name: XMLName, hasPrefix: Bool, value: UnsafeBufferPointer<UInt8>)? {
    isMalformed = true
    return finish()
  }
}
