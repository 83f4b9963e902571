/// A list of fields as one line of text: separated by tabs, with tab, line break and backslash escaped, `\0` for nil.
///
/// The format of the journal and of the pipes to the workers.
struct FieldLineWriter {
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  mutating func add(_ text: String?) {
    if let text { addBytes(text.utf8) } else { addRaw(#"\0"#.utf8) }
  }

  mutating func add(_ number: Int) { add(String(number)) }

  mutating func add(_ flag: Bool) { add(flag ? 1 : 0) }

  mutating func addBytes(_ field: some Sequence<UInt8>) {
    separate()
    for byte in field {
      switch byte {
      case 9: bytes += #"\t"#.utf8
      case 10: bytes += #"\n"#.utf8
      case 92: bytes += #"\\"#.utf8
      default: bytes.append(byte)
      }
    }
  }

  private mutating func addRaw(_ field: some Sequence<UInt8>) {
    separate()
    bytes += field
  }

  private mutating func separate() {
    if !isFirst { bytes.append(9) }
    isFirst = false
  }
}

/// Reads what `FieldLineWriter` wrote, field by field in the same order.
struct FieldLineReader {
  /// The line is not what it should be.
  struct Malformed: Error {}

  private var rest: ArraySlice<UInt8>
  private var atEnd = false

  init(_ line: some Sequence<UInt8>) { rest = ArraySlice(line) }

  mutating func text() throws(Malformed) -> String {
    guard let text = try optionalText() else { throw Malformed() }
    return text
  }

  mutating func optionalText() throws(Malformed) -> String? {
    guard let field = try field() else { return nil }
    return field.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  mutating func integer() throws(Malformed) -> Int {
    guard let number = Int(try text()) else { throw Malformed() }
    return number
  }

  /// A number of items that follow, each of one field at least.
  mutating func count() throws(Malformed) -> Int {
    let count = try integer()
    guard count >= 0, count <= rest.count + 1 else { throw Malformed() }
    return count
  }

  mutating func flag() throws(Malformed) -> Bool { try integer() == 1 }

  mutating func rawBytes() throws(Malformed) -> [UInt8] {
    guard let field = try field() else { throw Malformed() }
    return Array(field)
  }

  private mutating func field() throws(Malformed) -> ArraySlice<UInt8>? {
    guard !atEnd else { throw Malformed() }
    let end = rest.firstIndex(of: 9)
    let field = rest[..<(end ?? rest.endIndex)]
    if let end { rest = rest[(end + 1)...] } else { atEnd = true }
    guard field.contains(92) else { return field }
    if field.elementsEqual(#"\0"#.utf8) { return nil }
    var bytes: [UInt8] = []
    var escaped = false
    for byte in field {
      switch (escaped, byte) {
      case (false, 92):
        escaped = true
        continue
      case (true, UInt8(ascii: "t")): bytes.append(9)
      case (true, UInt8(ascii: "n")): bytes.append(10)
      default: bytes.append(byte)
      }
      escaped = false
    }
    return bytes[...]
  }
}
