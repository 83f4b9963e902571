import Findings

/// A compound file ([MS-CFB]): the container of .xls, .et, .doc, and of encrypted packages. A file system in a file, with
/// sectors, chains of them, and a directory.
struct CompoundFile {
  static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private let bytes: StoredBytes
  private let header: CompoundHeader
  private let table: SectorTable
  private let directory: CompoundDirectory

  /// - Throws: `xls.damaged` where its tables make no sense, `file.too-large`.
  init(_ bytes: StoredBytes, limits: Limits) throws(Refusal) {
    self.bytes = bytes
    header = try CompoundHeader(bytes)
    table = try SectorTable(bytes, header: header)
    // No more than is allowed is looked at of a directory.
    let bound = (limits.parts + 1) * CompoundDirectory.entryLength
    let extents = try table.extents(from: header.firstDirectorySector, length: bound)
    directory = try CompoundDirectory(
      bytes.contents(of: extents), isVersion3: header.sectorSize == 512, limits: limits)
  }

  func contains(_ name: String) -> Bool { directory.stream(name) != nil }

  /// Opens a stream; nil where there is none of this name.
  ///
  /// - Throws: `xls.damaged` where its sectors cannot be found.
  func stream(_ name: String) throws(Refusal) -> BinaryStream? {
    guard let entry = directory.stream(name) else { return nil }
    guard entry.size < CompoundHeader.miniStreamCutoff else {
      return try BinaryStream(
        bytes, extents: table.extents(from: entry.firstSector, length: entry.size), count: entry.size)
    }
    return try miniStream(entry)
  }

  /// A short stream, whose sectors of 64 bytes lie in the stream of the root ([MS-CFB] 2.4).
  private func miniStream(_ entry: CompoundDirectory.Entry) throws(Refusal) -> BinaryStream? {
    guard let root = directory.root else { throw .damagedXLS("no root") }
    let size = CompoundHeader.miniSectorSize
    let container = try BinaryStream(bytes, extents: table.extents(from: root.firstSector), count: root.size)
    let chains = try BinaryStream(bytes, extents: table.extents(from: header.firstMiniFATSector), count: .max)
    var content: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: size)
    var link = [UInt8](repeating: 0xFF, count: 4)
    var seen = [Bool](repeating: false, count: container.count / size + 1)
    var sector = entry.firstSector
    while content.count < entry.size, sector != SectorTable.endOfChain {
      guard Int(sector) * size < container.count else { throw .damagedXLS("chain of mini sectors broken") }
      guard !seen[Int(sector)] else { throw .damagedXLS("chain of mini sectors in a circle") }
      seen[Int(sector)] = true
      let got = try piece.read(from: container, at: Int(sector) * size)
      content += piece.prefix(got)
      let isThere = try link.read(from: chains, at: Int(sector) * 4) == 4
      sector = isThere ? link.withUnsafeBytes { $0.uint32(at: 0) } : SectorTable.free
    }
    return try BinaryStream(StoredBytes(Array(content.prefix(entry.size))))
  }
}
