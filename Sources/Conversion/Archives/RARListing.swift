/// What the headers of a RAR archive say of its files: the versions 4 and 5 of the format, as RARLAB describe them.
///
/// libarchive hands out what a password has made unreadable, and files whose checksum is not that of their bytes, without a word where they are
/// stored as they are. So the headers are read here too, and what was unpacked is held against them.
struct RARListing {
  struct File: Equatable {
    let size: Int
    /// CRC-32 of its bytes; nil where the archive has another checksum.
    let checksum: UInt32?
  }

  /// In the order of the archive, without folders and links.
  private(set) var files: [File] = []
  /// The names of links and of copies, which have no bytes of their own.
  private(set) var links: Set<[UInt8]> = []
  /// Whether the headers, or some file, can be read with a password only.
  private(set) var isEncrypted = false
  /// Whether a file goes on in another volume.
  private(set) var isVolume = false

  /// Reads at most so many bytes at a place of the archive; fewer at its end only.
  typealias Reading = (_ place: Int, _ count: Int) -> [UInt8]

  /// - Returns: nil where the bytes are no RAR archive, or its headers lead nowhere.
  init?(_ read: Reading) {
    let signature = read(0, 8)
    guard signature.starts(with: Array("Rar!".utf8) + [0x1A, 0x07]) else { return nil }
    guard signature.count == 8, signature[6] == 1 ? readVersion5(read) : readVersion4(read) else { return nil }
  }

  /// Blocks that are looked at: no archive within the limits has as many.
  private static let mostBlocks = 1 << 20
  private static let longestHeader = 1 << 21

  // MARK: RAR 5

  private mutating func readVersion5(_ read: Reading) -> Bool {
    var place = 8
    for _ in 0..<Self.mostBlocks {
      var cursor = HeaderCursor(read(place + 4, 16))
      guard let length = cursor.variable(), length > 0, length <= Self.longestHeader else { return false }
      let start = place + 4 + cursor.at
      var header = HeaderCursor(read(start, length))
      guard let kind = header.variable(), let flags = header.variable() else { return false }
      let extra = flags & 1 != 0 ? header.variable() : 0
      let data = flags & 2 != 0 ? header.variable() : 0
      guard let extra, let data, extra <= length else { return false }
      switch kind {
      case 2:
        guard add5(&header, extra: extra, length: length) else { return false }
        // The data goes on in the next volume, or comes from the one before.
        if flags & 0x18 != 0 { isVolume = true }
      case 4:
        isEncrypted = true
        return true
      case 5: return true
      default: break
      }
      place = start + length + data
    }
    return false
  }

  private mutating func add5(_ header: inout HeaderCursor, extra: Int, length: Int) -> Bool {
    guard let flags = header.variable(), let size = header.variable(), header.variable() != nil else { return false }
    if flags & 2 != 0 { header.skip(4) }
    let checksum = flags & 4 != 0 ? header.uint32() : nil
    guard header.variable() != nil, header.variable() != nil, let count = header.variable(),
      let name = header.bytes(count)
    else { return false }
    var isLink = false
    header.at = length - extra
    while header.at < length, let size = header.variable() {
      let next = header.at + size
      switch header.variable() {
      case 1: isEncrypted = true
      case 5: isLink = true
      default: break
      }
      guard size > 0, next <= length else { return false }
      header.at = next
    }
    if isLink {
      links.insert(name)
    } else if flags & 1 == 0 {
      files.append(File(size: size, checksum: checksum))
    }
    return true
  }

  // MARK: RAR 4

  private mutating func readVersion4(_ read: Reading) -> Bool {
    var place = 7
    for _ in 0..<Self.mostBlocks {
      var header = HeaderCursor(read(place, 64))
      // Archives of old programs have no block at their end.
      if header.isEmpty { return true }
      header.skip(2)
      guard let kind = header.uint8(), let flags = header.uint16(), let length = header.uint16(), length >= 7 else {
        return false
      }
      var data = 0
      if flags & 0x8000 != 0 || kind == 0x74 {
        guard let low = header.uint32() else { return false }
        data = Int(low)
      }
      switch kind {
      case 0x73 where flags & 0x80 != 0:
        isEncrypted = true
        return true
      case 0x74:
        guard let size = header.uint32(), let system = header.uint8(), let checksum = header.uint32() else {
          return false
        }
        header.skip(4 + 1 + 1 + 2)
        guard let attributes = header.uint32() else { return false }
        var whole = Int(size)
        if flags & 0x100 != 0 {
          guard let highData = header.uint32(), let highSize = header.uint32() else { return false }
          data += Int(highData & 0xFFFF) << 32
          whole += Int(highSize & 0xFFFF) << 32
        }
        if flags & 0x04 != 0 { isEncrypted = true }
        if flags & 0x03 != 0 { isVolume = true }
        // All bits of the size of the dictionary mean a folder; a link is recognized by the type of its node, as in stat(2), on Unix.
        let isLink = system == 3 && attributes >> 12 == 0o12
        if flags & 0xE0 != 0xE0, !isLink { files.append(File(size: whole, checksum: checksum)) }
      case 0x7B: return true
      default: break
      }
      place += length + data
    }
    return false
  }
}

/// Goes through the fields of a header.
private struct HeaderCursor {
  private let bytes: [UInt8]
  var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isEmpty: Bool { bytes.isEmpty }

  mutating func skip(_ count: Int) { at += count }

  mutating func bytes(_ count: Int) -> [UInt8]? {
    guard count <= bytes.count - at else { return nil }
    defer { at += count }
    return Array(bytes[at..<at + count])
  }

  mutating func uint8() -> Int? {
    guard at >= 0, at < bytes.count else { return nil }
    defer { at += 1 }
    return Int(bytes[at])
  }

  mutating func uint16() -> Int? {
    guard let low = uint8(), let high = uint8() else { return nil }
    return high << 8 | low
  }

  mutating func uint32() -> UInt32? {
    guard let low = uint16(), let high = uint16() else { return nil }
    return UInt32(high) << 16 | UInt32(low)
  }

  /// Seven bits a byte, the lowest first; the eighth says that more follow. nil beyond what a file can have.
  mutating func variable() -> Int? {
    var value = 0
    for shift in stride(from: 0, to: 49, by: 7) {
      guard let byte = uint8() else { return nil }
      value |= (byte & 0x7F) << shift
      if byte & 0x80 == 0 { return value }
    }
    return nil
  }
}
