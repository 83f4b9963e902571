/// A ZIP archive whose files are stored as they are.
struct StoredArchive {
  private var files: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  mutating func add(_ name: String, _ text: String) {
    let content = [UInt8](text.utf8)
    let size = Self.little(UInt32(content.count))
    // Version, flags, method, time, date; checksum; both sizes; length of the name, no extra field.
    let header =
      [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0] + Self.little(Self.checksum(content)) + size + size
      + Self.little(UInt16(name.utf8.count)) + [0, 0]
    directory += [0x50, 0x4B, 1, 2, 20, 0] + header + [UInt8](repeating: 0, count: 10)
    directory += Self.little(UInt32(files.count)) + Array(name.utf8)
    files += [0x50, 0x4B, 3, 4] + header + Array(name.utf8) + content
    count += 1
  }

  var bytes: [UInt8] {
    files + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + Self.little(count) + Self.little(count)
      + Self.little(UInt32(directory.count)) + Self.little(UInt32(files.count)) + [0, 0]
  }

  private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
  }
}
