import Findings

/// The bytes of an XML part as it grows, in UTF-8.
struct XMLBytes {
  private(set) var bytes: [UInt8] = []

  static let declaration: StaticString = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  init(capacity: Int = 1024) { bytes.reserveCapacity(capacity) }

  mutating func append(_ other: XMLBytes) { bytes += other.bytes }

  /// Markup as it stands.
  @inline(__always) mutating func raw(_ markup: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Digits, references and other text that needs no escapes.
  mutating func plain(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  mutating func number(_ number: Int) {
    guard (0..<10_000).contains(number) else { return plain(String(number)) }
    if number >= 1000 { bytes.append(UInt8(truncatingIfNeeded: 48 + number / 1000)) }
    if number >= 100 { bytes.append(UInt8(truncatingIfNeeded: 48 + number / 100 % 10)) }
    if number >= 10 { bytes.append(UInt8(truncatingIfNeeded: 48 + number / 10 % 10)) }
    bytes.append(UInt8(truncatingIfNeeded: 48 + number % 10))
  }

  /// `B3` for row 2, column 1.
  mutating func reference(row: Int, column: Int) {
    if column < 26 {
      bytes.append(UInt8(65 + column))
    } else {
      plain(CellReference.columnName(column))
    }
    number(row + 1)
  }

  /// Text between tags, or between the quotes of an attribute.
  ///
  /// What XML 1.0 cannot hold is written as ECMA-376 part 1, 22.9.2.19 (ST_Xstring) has it, and so is text that looks like such an escape: a
  /// NUL becomes `_x0000_`, the seven characters `_x0041_` become `_x005F_x0041_`, which Excel shows as `_x0041_`. A carriage return
  /// is escaped too, because every parser would turn it into a line feed.
  mutating func text(_ text: String, inAttribute: Bool = false) {
    var text = text
    text.withUTF8 { source in
      var start = 0
      var index = 0
      func flush(_ bytes: inout [UInt8]) {
        if start < index { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index])) }
      }
      while index < source.count {
        let byte = source[index]
        // Letters, digits and all but a few bytes of Chinese characters.
        if byte > 0x3E, byte != 0x5F, byte != 0xEF {
          index += 1
          continue
        }
        let escape = Self.escape(at: index, in: source, inAttribute)
        guard let escape else {
          index += 1
          continue
        }
        flush(&bytes)
        bytes += escape.markup
        index += escape.length
        start = index
      }
      flush(&bytes)
    }
  }

  /// What stands for the character that begins here, and how many bytes it has; nil where it stands for itself.
  private static func escape(
    at index: Int, in source: UnsafeBufferPointer<UInt8>, _ inAttribute: Bool
  ) -> (markup: [UInt8], length: Int)? {
    switch source[index] {
    case UInt8(ascii: "&"): return (Array("&amp;".utf8), 1)
    case UInt8(ascii: "<"): return (Array("&lt;".utf8), 1)
    case UInt8(ascii: ">"): return (Array("&gt;".utf8), 1)
    case UInt8(ascii: "\"") where inAttribute: return (Array("&quot;".utf8), 1)
    case 0x09 where inAttribute: return (Array("&#9;".utf8), 1)
    case 0x0A where inAttribute: return (Array("&#10;".utf8), 1)
    case 0x09, 0x0A: return nil
    case let control where control < 0x20: return (coded(Int(control)), 1)
    case 0xEF where index + 2 < source.count && source[index + 1] == 0xBF && source[index + 2] >= 0xBE:
      return (coded(source[index + 2] == 0xBE ? 0xFFFE : 0xFFFF), 3)
    case UInt8(ascii: "_") where isCode(source[index...]): return (Array("_x005F_".utf8), 1)
    default: return nil
    }
  }

  private static func coded(_ scalar: Int) -> [UInt8] {
    let digits = String(scalar, radix: 16, uppercase: true)
    return Array(("_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_").utf8)
  }

  /// Whether the bytes begin with `_x` and four hexadecimal digits. Where no `_` is next, the escape of what is may bring one.
  private static func isCode(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let head = Array(bytes.prefix(6))
    guard head.count == 6, head[1] == UInt8(ascii: "x") else { return false }
    return head[2...5].allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }
}
