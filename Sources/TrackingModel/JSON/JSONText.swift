/// JSON text (RFC 8259) written piece by piece, keys in the order they are given: every JSON the program prints is made here.
///
/// `JSONEncoder` is not used because it does not keep the order of keys, which the contract shows and people read.
public struct JSONText: Sendable {
  public enum Style: Sendable {
    /// Two spaces an indent, for people.
    case indented
    /// One line, for JSON Lines.
    case compact
  }

  public private(set) var bytes: [UInt8] = []
  private let style: Style
  private var depth = 0
  private var needsComma = false
  private var afterKey = false

  public init(_ style: Style = .indented) { self.style = style }

  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// An object; `body` writes its members.
  public mutating func object(_ body: (inout JSONText) -> Void) { container("{", "}", body) }

  /// An array; `body` writes its elements.
  public mutating func array(_ body: (inout JSONText) -> Void) { container("[", "]", body) }

  /// An array with one element written for each item.
  public mutating func array<T>(of items: [T], _ element: (inout JSONText, T) -> Void) {
    array { for item in items { element(&$0, item) } }
  }

  /// The key of the next value.
  public mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    if style == .indented { bytes.append(UInt8(ascii: " ")) }
    needsComma = false
    afterKey = true
  }

  public mutating func string(_ value: String?) {
    separate()
    if let value { quote(value) } else { append("null") }
  }

  public mutating func integer(_ value: Int?) {
    separate()
    append(value.map { String($0) } ?? "null")
  }

  public mutating func boolean(_ value: Bool) {
    separate()
    append(value ? "true" : "false")
  }

  public mutating func null() {
    separate()
    append("null")
  }

  public mutating func member(_ name: String, _ value: String?) {
    key(name)
    string(value)
  }

  public mutating func member(_ name: String, _ value: Int?) {
    key(name)
    integer(value)
  }

  /// A line break at the end, as files have.
  public mutating func endLine() {
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

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      // Runs of what stands for itself are copied in one go.
      var run = 0
      for (index, byte) in utf8.enumerated() where Self.isEscaped(byte) {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[run..<index]))
        escape(byte)
        run = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[run...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a byte may not stand for itself (RFC 8259, 7).
  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 32 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case 10: append("\\n")
    case 13: append("\\r")
    case 9: append("\\t")
    default:
      let digits = Array("0123456789abcdef".utf8)
      append("\\u00")
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }
}
