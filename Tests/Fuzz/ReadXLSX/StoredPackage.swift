import CZlib

/// The parts of a package as the fuzzer sees them: `name NL length NL bytes`, one behind the other.
struct PartList {
  var parts: [(name: [UInt8], bytes: [UInt8])] = []

  /// Reads as much of the bytes as makes sense; a length that is too large takes what is there.
  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let nameEnd = rest.firstIndex(of: 10) {
      let name = rest[..<nameEnd]
      rest = rest[(nameEnd + 1)...]
      guard let lengthEnd = rest.firstIndex(of: 10) else { return }
      let length = Int(String(decoding: rest[..<lengthEnd], as: UTF8.self)) ?? 0
      rest = rest[(lengthEnd + 1)...]
      let body = rest.prefix(max(0, length))
      rest = rest.dropFirst(body.count)
      parts.append((Array(name), Array(body)))
    }
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for part in parts {
      bytes += part.name
      bytes.append(10)
      bytes += Array(String(part.bytes.count).utf8)
      bytes.append(10)
      bytes += part.bytes
    }
    return bytes
  }
}

/// A ZIP file without compression, its checksums right.
struct StoredPackage {
  private(set) var bytes: [UInt8] = []

  init(parts: [(name: [UInt8], bytes: [UInt8])]) {
    var directory: [UInt8] = []
    for part in parts.prefix(1000) {
      let offset = bytes.count
      var fields: [UInt8] = []
      for value: UInt16 in [20, 0, 0, 0, 0x21] { fields += Self.little(value) }
      fields += Self.little(Self.checksum(part.bytes)) + Self.little(UInt32(part.bytes.count))
      fields += Self.little(UInt32(part.bytes.count)) + Self.little(UInt16(clamping: part.name.count)) + [0, 0]
      let name = part.name.prefix(Int(UInt16.max))
      bytes += [0x50, 0x4B, 3, 4] + fields + name + part.bytes
      directory += [0x50, 0x4B, 1, 2, 20, 0] + fields + [0, 0, 0, 0, 0, 0] + [0, 0, 0, 0]
      directory += Self.little(UInt32(offset)) + name
    }
    let count = UInt16(clamping: min(parts.count, 1000))
    let start = UInt32(bytes.count)
    bytes += directory
    bytes += [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + Self.little(count) + Self.little(count)
    bytes += Self.little(UInt32(directory.count)) + Self.little(start) + [0, 0]
  }

  private static func little<T: FixedWidthInteger>(_ value: T) -> [UInt8] {
    (0..<T.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32(0, bytes, uInt(bytes.count)))
  }
}
