import Findings

/// The chains of a compound file's sectors: its FAT, found through the DIFAT ([MS-CFB] 2.3 and 2.5).
///
/// Nothing is believed that the file's size contradicts: there are no more sectors than fit into it, no chain is longer than
/// they are many, and no table larger than they need.
struct SectorTable {
  private let sectorSize: Int
  private let sectorCount: Int
  /// Of each sector the number of the one behind it, as they are stored: most are never looked at.
  private let links: [UInt8]

  /// Sector numbers from here on have a meaning of their own ([MS-CFB] 2.1).
  static let firstSpecial: UInt32 = 0xFFFF_FFFA
  static let endOfChain: UInt32 = 0xFFFF_FFFE
  static let free: UInt32 = 0xFFFF_FFFF

  /// - Throws: `xls.damaged` where the DIFAT runs in a circle or out of the file.
  init(_ bytes: StoredBytes, header: CompoundHeader) throws(Refusal) {
    sectorSize = header.sectorSize
    sectorCount = header.sectorCount
    let needed = Self.sectorsNeeded(for: sectorCount, sectorSize)
    var tables = header.firstTables
    var sector = header.firstDIFATSector
    var steps = 0
    while tables.count < needed, sector < Self.firstSpecial {
      guard Int(sector) < sectorCount else { throw .damagedXLS("DIFAT outside of the file") }
      steps += 1
      guard steps <= needed + 1 else { throw .damagedXLS("DIFAT in a circle") }
      let entries = try Self.entries(of: [sector], bytes, sectorSize)
      let last = sectorSize / 4 - 1
      tables += (0..<last).map { Self.entry($0, of: entries) }.filter { $0 < Self.firstSpecial }
      sector = Self.entry(last, of: entries)
    }
    // A chain through what a table outside of the file would have said is broken; others are not.
    links = try Self.entries(of: tables.prefix(needed), bytes, sectorSize)
  }

  /// How many sectors a table of so many takes.
  static func sectorsNeeded(for sectorCount: Int, _ sectorSize: Int) -> Int {
    let entriesOfSector = sectorSize / 4
    return (sectorCount + entriesOfSector - 1) / entriesOfSector
  }

  /// Where in the file the sectors of a chain lie.
  ///
  /// - Parameter length: How many bytes are wanted of it; nil for all.
  /// - Throws: `xls.damaged` where the chain runs in a circle or out of the file.
  func extents(from first: UInt32, length: Int? = nil) throws(Refusal) -> [BinaryStream.Extent] {
    var extents: [BinaryStream.Extent] = []
    // Sectors mostly follow each other: one behind all others is new without a look at a list.
    var seen: [Bool] = []
    var highest = -1
    var sector = first
    var total = 0
    while sector != Self.endOfChain, total < length ?? .max {
      guard Int(sector) < sectorCount else { throw .damagedXLS("chain of sectors broken") }
      if Int(sector) > highest {
        highest = Int(sector)
      } else {
        if seen.isEmpty { seen = sectors(of: extents) }
        guard !seen[Int(sector)] else { throw .damagedXLS("chain of sectors in a circle") }
      }
      if !seen.isEmpty { seen[Int(sector)] = true }
      let place = (Int(sector) + 1) * sectorSize
      if let last = extents.last, last.place + last.length == place {
        extents[extents.count - 1].length += sectorSize
      } else {
        extents.append(BinaryStream.Extent(start: total, place: place, length: sectorSize))
      }
      total += sectorSize
      sector = Self.entry(Int(sector), of: links)
    }
    return extents
  }

  /// Which sectors the extents have.
  private func sectors(of extents: [BinaryStream.Extent]) -> [Bool] {
    var seen = [Bool](repeating: false, count: sectorCount)
    for extent in extents {
      let first = extent.place / sectorSize - 1
      for sector in first..<first + extent.length / sectorSize { seen[sector] = true }
    }
    return seen
  }

  /// The numbers that sectors hold, one sector behind the other; what is not in the file is free.
  private static func entries(
    of sectors: ArraySlice<UInt32>, _ bytes: StoredBytes, _ size: Int
  ) throws(Refusal) -> [UInt8] {
    var entries: [UInt8] = []
    entries.reserveCapacity(sectors.count * size)
    for sector in sectors {
      let end = entries.count + size
      try bytes.withBytes(at: (Int(sector) + 1) * size, count: size) { entries += $0.prefix($0.count & ~3) }
      entries += repeatElement(0xFF, count: end - entries.count)
    }
    return entries
  }

  private static func entry(_ index: Int, of entries: [UInt8]) -> UInt32 {
    guard index < entries.count / 4 else { return free }
    return entries.withUnsafeBytes { $0.uint32(at: 4 * index) }
  }
}

extension [UInt8] {
  /// Fills the array with the bytes from an offset on; says how many there were.
  mutating func read(from bytes: StoredBytes, at offset: Int) throws(Refusal) -> Int {
    let result = withUnsafeMutableBytes { destination -> Result<Int, Refusal> in
      do throws(Refusal) { return .success(try bytes.read(at: offset, into: destination)) } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Fills the array with the bytes from an offset on; says how many there were.
  mutating func read(from stream: BinaryStream, at offset: Int) throws(Refusal) -> Int {
    let result = withUnsafeMutableBytes { destination -> Result<Int, Refusal> in
      do throws(Refusal) { return .success(try stream.read(at: offset, into: destination)) } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}

extension Refusal {
  /// A compound file or a record that cannot be read, with the place where it is known.
  static func damagedXLS(_ reason: String, stream: String? = nil, at offset: Int? = nil) -> Refusal {
    let position = stream == nil && offset == nil ? nil : BytePosition(part: stream, byteOffset: offset)
    return Refusal(.xlsDamaged, at: Place(position: position), ["reason": reason])
  }
}
