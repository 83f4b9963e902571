import Findings

/// Writes parts as a plain ZIP archive: sizes in front of the data, no ZIP64 and no data descriptors, which WPS refuses, and one fixed time
/// (APPNOTE 6.3.3; ECMA-376 part 2, annex B).
struct PackageWriter {
  /// What fields of four and of two bytes hold; only ZIP64 goes beyond. All ones would announce it.
  private static let limit = Int(UInt32.max) - 1
  private static let mostParts = Int(UInt16.max) - 1
  /// 1980-01-01, the first day that a ZIP archive knows.
  private static let date: UInt16 = 0x0021
  /// Version 2.0 of the format: folders and DEFLATE.
  private static let version: UInt16 = 20
  private static let deflated: UInt16 = 8

  /// - Throws: `workbook.write-failed` where it cannot be written, or needs ZIP64: a part or the whole of 4 GiB.
  static func write(_ parts: [PackedPart], to output: Output) throws(Refusal) {
    guard parts.count <= mostParts else { throw XLSXFile.failure("\(parts.count) parts") }
    output.reserve(parts.reduce(100) { $0 + $1.packedSize + 2 * $1.name.utf8.count + 80 })
    var directory = LittleEndian()
    for part in parts {
      // The directory behind the parts has to be within reach as well.
      guard part.size <= limit, output.count + part.packedSize <= limit - (64 << 20) else {
        throw XLSXFile.failure("4 GiB")
      }
      let offset = output.count
      var header = LittleEndian()
      header.add(UInt32(0x0403_4b50))
      header.add(version)
      describe(part, &header)
      header.bytes += Array(part.name.utf8)
      try output.append(header.bytes)
      switch part.content {
      case .memory(let bytes): try output.append(bytes)
      case .spool(let spool): try spool.read { (bytes) throws(Refusal) in try output.append(bytes) }
      }
      directory.add(UInt32(0x0201_4b50))
      directory.add(version)
      directory.add(version)
      describe(part, &directory)
      // No comment, first disk, no attributes.
      for _ in 0..<3 { directory.add(UInt16(0)) }
      directory.add(UInt32(0))
      directory.add(UInt32(offset))
      directory.bytes += Array(part.name.utf8)
    }
    let start = output.count
    let size = directory.bytes.count
    directory.add(UInt32(0x0605_4b50))
    directory.add(UInt32(0))
    directory.add(UInt16(parts.count))
    directory.add(UInt16(parts.count))
    directory.add(UInt32(size))
    directory.add(UInt32(start))
    directory.add(UInt16(0))
    try output.append(directory.bytes)
  }

  /// The fields that the header of a part and its entry in the directory share.
  private static func describe(_ part: PackedPart, _ header: inout LittleEndian) {
    header.add(UInt16(0))
    header.add(deflated)
    header.add(UInt16(0))
    header.add(date)
    header.add(part.checksum)
    header.add(UInt32(part.packedSize))
    header.add(UInt32(part.size))
    header.add(UInt16(part.name.utf8.count))
    header.add(UInt16(0))
  }
}

/// Numbers as a ZIP archive has them: the least byte first.
private struct LittleEndian {
  var bytes: [UInt8] = []

  mutating func add<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
