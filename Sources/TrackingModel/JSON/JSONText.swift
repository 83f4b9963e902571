/// JSON text (RFC 8259) written piece by piece, keys in the order they are given: every JSON the program prints is made here.
///
/// `JSONEncoder` is not used because it does not keep the order of keys, which the contract shows and people read.
package struct JSONText: Sendable {
  package enum Style: Sendable {
    /// Two spaces an indent, for people.
    case indented
    /// One line, for JSON Lines.
    case compact
  }

  package private(set) var bytes: [UInt8] = []
  private let style: Style
  private var depth = 0
  private var needsComma = false
  private var afterKey = false

  package init(_ style: Style = .indented) { self.style = style }

  package var string: String { String(decoding: bytes, as: UTF8.self) }

  /// An object; `body` writes its members.
  package mutating func object(_ body: (inout JSONText) -> Void) { container("{", "}", body) }

  /// An array; `body` writes its elements.
  package mutating func array(_ body: (inout JSONText) -> Void) { container("[", "]", body) }

  /// An array with one element written for each item.
  package mutating func array<T>(of items: [T], _ element: (inout JSONText, T) -> Void) {
    array { for item in items { element(&$0, item) } }
  }

  /// The key of the next value.
  package mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    if style == .indented { bytes.append(UInt8(ascii: " ")) }
    needsComma = false
    afterKey = true
  }

  package mutating func string(_ value: String?) {
    separate()
    if let value { quote(value) } else { append("null") }
  }

  package mutating func integer(_ value: Int?) {
    separate()
    append(value.map { String($0) } ?? "null")
  }

  package mutating func boolean(_ value: Bool) {
    separate()
    append(value ? "true" : "false")
  }

  package mutating func null() {
    separate()
    append("null")
  }

  package mutating func member(_ name: String, _ value: String?) {
    key(name)
    string(value)
  }

  package mutating func member(_ name: String, _ value: Int?) {
    key(name)
    integer(value)
  }

  /// A line break at the end, as files have.
  package mutating func endLine() {
    bytes.append(10)
    needsComma = false
  }

  private mutating func container(_ open: String, _ close: String, _ body: (inout JSONText) -> Void) {
    separate()
    append(open)
    depth += 1
    needsComma = false
    afterKey = false
    let start = bytes.count
    body(&self)
    depth -= 1
    if bytes.count > start { breakLine() }
    append(close)
    needsComma = true
  }

  private mutating func separate() {
    if afterKey {
      afterKey = false
    } else {
      if needsComma { bytes.append(UInt8(ascii: ",")) }
      if depth > 0 { breakLine() }
    }
    needsComma = true
  }

  private mutating func breakLine() {
    guard style == .indented else { return }
    bytes.append(10)
    for _ in 0..<depth {
      bytes.append(32)
      bytes.append(32)
    }
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func quote(_ text: String) { Self.append(quoted: text, to: &bytes) }

  /// Appends a string in its quotation marks (RFC 8259, 7).
  package static func append(quoted text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { append(quoted: $0, to: &bytes) }
  }

  /// Appends a string in its quotation marks (RFC 8259, 7).
  /// - Parameter text: Valid UTF-8.
  package static func append(quoted text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    // Runs of what stands for itself are copied in one go.
    var rest = text[...]
    while true {
      let run = plainLength(rest)
      bytes.append(contentsOf: rest.prefix(run))
      rest = rest.dropFirst(run)
      guard let byte = rest.popFirst() else { break }
      append(escaped: byte, to: &bytes)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// How many bytes stand for themselves, up to the first that may not; eight are looked at in one go.
  private static func plainLength(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(text.base)[text.startIndex..<text.endIndex])
    var length = 0
    while length + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: length, as: UInt64.self)
      let low = (word &- ones &* 32) | zeros(word ^ ones &* 0x22) | zeros(word ^ ones &* 0x5C)
      if low & ~word & (ones &* 0x80) != 0 { break }
      length += 8
    }
    while length < bytes.count, !isEscaped(bytes[length]) { length += 1 }
    return length
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  /// The high bit of every byte that is zero, and of some more behind one.
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }

  /// Whether a byte may not stand for itself.
  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 32 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func append(escaped byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""): bytes += "\\\"".utf8
    case UInt8(ascii: "\\"): bytes += "\\\\".utf8
    case 10: bytes += "\\n".utf8
    case 13: bytes += "\\r".utf8
    case 9: bytes += "\\t".utf8
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes += "\\u00".utf8
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }
}
