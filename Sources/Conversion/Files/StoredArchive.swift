import Findings

/// Writes a ZIP archive of files that are compressed already, such as workbooks (APPNOTE 6.3.10: method 0, names in UTF-8, a fixed date).
///
/// The same files give the same bytes.
package struct StoredArchive {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Files and bytes that an archive without the ZIP64 extension holds.
  static let mostFiles = 0xFFFF
  static let mostBytes = 0xFFFF_FFFF

  package init() {}

  /// - Parameter name: A relative path with `/` between its components.
  /// - Throws: A refusal where the archive cannot hold any more.
  package mutating func add(_ content: [UInt8], named name: String) throws(Refusal) {
    guard count < Self.mostFiles, bytes.count + directory.count + content.count + 1024 < Self.mostBytes else {
      throw Refusal(.outputFailed, ["path": name, "reason": "ZIP > 4 GiB"])
    }
    var checksum = CRC32()
    content.withUnsafeBytes { checksum.update($0) }
    var header: [UInt8] = []
    // Version 2.0, bit 11 for UTF-8, method 0, 1980-01-01 00:00.
    for number in [20, 0x0800, 0, 0, 0x21] { header.append(number, bytes: 2) }
    for number in [Int(checksum.value), content.count, content.count] { header.append(number, bytes: 4) }
    header.append(name.utf8.count, bytes: 2)
    header.append(0, bytes: 2)
    let offset = bytes.count
    bytes += Array("PK\u{3}\u{4}".utf8) + header + name.utf8
    bytes += content
    directory += Array("PK\u{1}\u{2}".utf8)
    directory.append(20, bytes: 2)
    directory += header
    // No comment, first disk, no attributes.
    for _ in 0..<3 { directory.append(0, bytes: 2) }
    directory.append(0, bytes: 4)
    directory.append(offset, bytes: 4)
    directory += name.utf8
    count += 1
  }

  /// The whole archive.
  package consuming func close() -> [UInt8] {
    let start = bytes.count
    bytes += directory
    bytes += Array("PK\u{5}\u{6}".utf8)
    for number in [0, 0, count, count] { bytes.append(number, bytes: 2) }
    for number in [directory.count, start] { bytes.append(number, bytes: 4) }
    bytes.append(0, bytes: 2)
    return bytes
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ number: Int, bytes count: Int) {
    for index in 0..<count { append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }
}
