import Findings

/// The first 512 bytes of a compound file ([MS-CFB] 2.2).
struct CompoundHeader {
  /// 512 in version 3, 4,096 in version 4; the header takes one as well.
  let sectorSize: Int
  let firstDirectorySector: UInt32
  let firstMiniFATSector: UInt32
  let firstDIFATSector: UInt32
  /// Sectors that begin within the file.
  let sectorCount: Int
  /// Of the first 109 entries of the DIFAT, those that name a sector, as many as a table of all sectors needs.
  let firstTables: [UInt32]

  static let miniSectorSize = 64
  /// Streams shorter than this lie in the mini stream. The header says so too, and may say nothing else.
  static let miniStreamCutoff = 4096
  private static let length = 512

  /// - Throws: `xls.damaged` for what is no header of either version.
  init(_ bytes: StoredBytes) throws(Refusal) {
    self = try bytes.withBytes(at: 0, count: Self.length) { (raw) throws(Refusal) in
      guard raw.count == Self.length else { throw .damagedXLS("cut off") }
      return try CompoundHeader(raw, fileSize: bytes.count)
    }
  }

  private init(_ raw: UnsafeRawBufferPointer, fileSize: Int) throws(Refusal) {
    let shift = raw.uint16(at: 30)
    // Any other size than these two is none that a program writes.
    guard shift == 9 || shift == 12 else { throw .damagedXLS("size of sectors") }
    sectorSize = 1 << shift
    firstDirectorySector = raw.uint32(at: 48)
    firstMiniFATSector = raw.uint32(at: 60)
    firstDIFATSector = raw.uint32(at: 68)
    // The header takes the first.
    sectorCount = (fileSize - 1) / sectorSize
    let needed = SectorTable.sectorsNeeded(for: sectorCount, sectorSize)
    var tables: [UInt32] = []
    for entry in 0..<109 where tables.count < needed {
      let sector = raw.uint32(at: 76 + 4 * entry)
      if sector < SectorTable.firstSpecial { tables.append(sector) }
    }
    firstTables = tables
  }
}
