/// `_xHHHH_`, the escape for characters that XML cannot hold (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
enum EscapedString {
  /// Resolves the escapes from `start` on, in place. Two that are the halves of one character become that character; a
  /// zero or half a character alone stays as written.
  static func resolve(_ bytes: inout [UInt8], from start: Int) {
    guard let first = firstEscape(in: bytes, from: start) else { return }
    var read = first
    var write = first
    while read < bytes.count {
      if let unit = unit(in: bytes, at: read) {
        var scalar = Unicode.Scalar(unit)
        var length = 7
        if UTF16.isLeadSurrogate(UInt16(unit)), let trail = self.unit(in: bytes, at: read + 7),
          UTF16.isTrailSurrogate(UInt16(trail))
        {
          scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (trail - 0xDC00))
          length = 14
        }
        if let scalar, scalar.value != 0 {
          for byte in UTF8.encode(scalar) ?? .init() {
            bytes[write] = byte
            write += 1
          }
          read += length
          continue
        }
      }
      bytes[write] = bytes[read]
      write += 1
      read += 1
    }
    bytes.removeLast(bytes.count - write)
  }

  private static func firstEscape(in bytes: [UInt8], from start: Int) -> Int? {
    var at = start
    while at + 6 < bytes.count {
      if bytes[at] == UInt8(ascii: "_"), unit(in: bytes, at: at) != nil { return at }
      at += 1
    }
    return nil
  }

  private static func unit(in bytes: [UInt8], at index: Int) -> UInt32? {
    guard index + 6 < bytes.count, bytes[index] == UInt8(ascii: "_"), bytes[index + 1] == UInt8(ascii: "x"),
      bytes[index + 6] == UInt8(ascii: "_")
    else { return nil }
    var value: UInt32 = 0
    for digit in bytes[index + 2..<index + 6] {
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(digit - 48)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(digit - 55)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(digit - 87)
      default: return nil
      }
    }
    return value
  }
}
