import Findings

/// The first 512 bytes of a compound file ([MS-CFB] 2.2).
struct CompoundHeader {
  /// 512 in version 3, 4,096 in version 4; the header takes one as well.
  let sectorSize: Int
  let firstDirectorySector: UInt32
  let firstMiniFATSector: UInt32
  let firstDIFATSector: UInt32
  /// Of the first 109 entries of the DIFAT, those that name a sector.
  let firstTables: [UInt32]

  static let miniSectorSize = 64
  /// Streams shorter than this lie in the mini stream. The header says so too, and may say nothing else.
  static let miniStreamCutoff = 4096
  private static let length = 512

  /// - Throws: `xls.damaged` for what is no header of either version.
  init(_ bytes: StoredBytes) throws(Refusal) {
    var raw = [UInt8](repeating: 0, count: Self.length)
    guard try raw.read(from: bytes, at: 0) == Self.length else { throw .damagedXLS("cut off") }
    (sectorSize, firstDirectorySector, firstMiniFATSector, firstDIFATSector, firstTables) =
      raw.withUnsafeBytes { raw in
        // Any other size than these two is none that a program writes.
        let shift = raw.uint16(at: 30)
        return (
          shift == 9 || shift == 12 ? 1 << shift : 0, raw.uint32(at: 48), raw.uint32(at: 60), raw.uint32(at: 68),
          (0..<109).lazy.map { raw.uint32(at: 76 + 4 * $0) }.filter { $0 < SectorTable.firstSpecial }
        )
      }
    guard sectorSize > 0 else { throw .damagedXLS("size of sectors") }
  }
}
