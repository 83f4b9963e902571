import Findings
import Foundation

/// The outer structure of JSON text (RFC 8259) in one pass: where values begin and end, and that no object has a key twice.
///
/// What stands inside of strings and numbers is left to the decoder of the value; a document of any size is taken apart without a tree.
struct JSONStructure {
  /// Containers within one another at most, as Foundation's decoder allows.
  static let deepest = 512

  private let bytes: ArraySlice<UInt8>
  private(set) var at: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  mutating func skipSpace() {
    while at < bytes.endIndex, [32, 9, 10, 13].contains(bytes[at]) { at += 1 }
  }

  /// The byte that comes next, space passed over; nil at the end.
  mutating func peek() -> UInt8? {
    skipSpace()
    return at < bytes.endIndex ? bytes[at] : nil
  }

  /// Passes over a byte, and space before it, where it comes next.
  mutating func consume(_ byte: Character) -> Bool {
    guard peek() == byte.asciiValue else { return false }
    at += 1
    return true
  }

  /// Calls `body` with each key of the object that comes next, to pass over its value.
  ///
  /// - Throws: `json.syntax`; `json.key-twice`; what `body` throws.
  mutating func forEachMember(_ body: (inout JSONStructure, String) throws(Refusal) -> Void) throws(Refusal) {
    guard consume("{") else { throw fault() }
    let keys = Keys()
    if consume("}") { return }
    repeat {
      let key = try key()
      let name = String(decoding: key, as: UTF8.self)
      guard keys.insert(key) else { throw Refusal(.jsonKeyTwice, at: place(at), ["found": name]) }
      try body(&self, name)
    } while consume(",")
    guard consume("}") else { throw fault() }
  }

  /// Calls `body` for each element of the array that comes next, to pass over it.
  mutating func forEachElement(_ body: (inout JSONStructure) throws -> Void) throws {
    guard consume("[") else { throw fault() }
    if consume("]") { return }
    repeat { try body(&self) } while consume(",")
    guard consume("]") else { throw fault() }
  }

  /// The bytes of the value that comes next, which is passed over.
  mutating func value() throws(Refusal) -> ArraySlice<UInt8> {
    skipSpace()
    let start = at
    var open: [Keys?] = []
    repeat {
      guard let first = peek() else { throw fault() }
      switch first {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        at += 1
        guard open.count < Self.deepest else { throw fault("nesting") }
        open.append(first == UInt8(ascii: "{") ? Keys() : nil)
        if peek() == (first == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
          try close(&open)
        } else if first == UInt8(ascii: "{") {
          try keyOfInner(&open)
        }
      case UInt8(ascii: "\""):
        _ = try string()
        try close(&open, mayStayOpen: true)
      default:
        try scalar()
        try close(&open, mayStayOpen: true)
      }
    } while !open.isEmpty
    return bytes[start..<at]
  }

  /// Behind a value: goes on to the next value of the innermost container, closing those that end here.
  private mutating func close(_ open: inout [Keys?], mayStayOpen: Bool = false) throws(Refusal) {
    if !mayStayOpen {
      at += 1
      open.removeLast()
    }
    while let innermost = open.last {
      if consume(",") {
        if innermost != nil { try keyOfInner(&open) }
        return
      }
      guard consume(innermost == nil ? "]" : "}") else { throw fault() }
      open.removeLast()
    }
  }

  private mutating func keyOfInner(_ open: inout [Keys?]) throws(Refusal) {
    let key = try key()
    guard open.last??.insert(key) == true else {
      throw Refusal(.jsonKeyTwice, at: place(at), ["found": String(decoding: key, as: UTF8.self)])
    }
  }

  /// The bytes of a key between its quotation marks; it and the colon are passed over.
  private mutating func key() throws(Refusal) -> ArraySlice<UInt8> {
    skipSpace()
    let key = try string()
    guard consume(":") else { throw fault() }
    // A key is the same however it is written.
    return key.contains(UInt8(ascii: "\\")) ? ArraySlice(text(of: key).utf8) : key
  }

  /// The value at a path of keys and positions, as it is written, and where it begins; nil where there is none.
  static func value(
    at path: [any CodingKey], in bytes: ArraySlice<UInt8>
  ) -> (text: ArraySlice<UInt8>, place: Place)? {
    var structure = JSONStructure(bytes)
    for key in path {
      guard structure.enter(key) else { return nil }
    }
    structure.skipSpace()
    let place = structure.place(structure.at)
    return (try? structure.value()).map { ($0, place) }
  }

  /// Goes to the value under a key of the object, or at a position of the array, that comes next.
  private mutating func enter(_ key: any CodingKey) -> Bool {
    guard consume(key.intValue == nil ? "{" : "[") else { return false }
    var position = 0
    do {
      while true {
        if let index = key.intValue {
          if position == index { return true }
        } else if try self.key().elementsEqual(key.stringValue.utf8) {
          return true
        }
        _ = try value()
        guard consume(",") else { return false }
        position += 1
      }
    } catch {
      return false
    }
  }

  private mutating func string() throws(Refusal) -> ArraySlice<UInt8> {
    guard at < bytes.endIndex, bytes[at] == UInt8(ascii: "\"") else { throw fault() }
    let start = at + 1
    var end = start
    while end < bytes.endIndex, bytes[end] != UInt8(ascii: "\"") { end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1 }
    guard end < bytes.endIndex else {
      at = bytes.endIndex
      throw fault()
    }
    at = end + 1
    return bytes[start..<end]
  }

  private mutating func scalar() throws(Refusal) {
    let start = at
    while at < bytes.endIndex, !" \t\r\n,]}:[{\"".utf8.contains(bytes[at]) { at += 1 }
    guard at > start else { throw fault() }
  }

  private func text(of key: ArraySlice<UInt8>) -> String {
    guard key.contains(UInt8(ascii: "\\")) else { return String(decoding: key, as: UTF8.self) }
    let array = Data([UInt8(ascii: "["), UInt8(ascii: "\"")] + key + [UInt8(ascii: "\""), UInt8(ascii: "]")])
    return (try? JSONDecoder().decode([String].self, from: array))?.first ?? String(decoding: key, as: UTF8.self)
  }

  func fault(_ reason: String? = nil) -> Refusal {
    let what = at < bytes.endIndex ? "unexpected character" : "unexpected end"
    return Refusal(.jsonSyntax, at: place(at), ["reason": reason ?? what])
  }

  private func place(_ index: Int) -> Place {
    let before = bytes[..<min(index, bytes.endIndex)]
    let line = before.reduce(1) { $0 + ($1 == 10 ? 1 : 0) }
    let column = before.count - (before.lastIndex(of: 10).map { $0 + 1 - before.startIndex } ?? 0) + 1
    return Place(position: BytePosition(line: line, column: column))
  }

  /// The keys of an object, of which there are few as a rule. A class, so that they are never copied.
  private final class Keys {
    private var few: [ArraySlice<UInt8>] = []
    private var many: Set<ArraySlice<UInt8>> = []

    /// False where the key is there already.
    func insert(_ key: ArraySlice<UInt8>) -> Bool {
      if !many.isEmpty { return many.insert(key).inserted }
      if few.contains(where: { $0.elementsEqual(key) }) { return false }
      few.append(key)
      if few.count == 32 { many = Set(few) }
      return true
    }
  }
}
