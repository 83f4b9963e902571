import Findings

/// Content that no reader takes, told by its first bytes.
enum ForeignContent {
  /// What is to be said of a file that begins so; nil where it may be something else.
  static func refusal(of bytes: [UInt8]) -> Refusal? {
    if let found = binarySignatures.first(where: { bytes.starts(with: $0.bytes) }) {
      return Refusal(found.rule, ["found": found.name])
    }
    if let name = pictureInside(bytes) { return Refusal(.fileIsNoSpreadsheet, ["found": name]) }
    return DBaseTable.begins(bytes) ? Refusal(.fileUnknownFormat, ["found": "dBASE"]) : nil
  }

  /// A picture whose signature stands behind a length (ISO/IEC 14496-12, 4.3; RIFF).
  private static func pictureInside(_ bytes: [UInt8]) -> String? {
    guard bytes.count > 12 else { return nil }
    let brand = String(decoding: bytes[8..<12], as: UTF8.self)
    if bytes[4..<8].elementsEqual("ftyp".utf8) {
      if ["heic", "heix", "mif1", "msf1", "hevc"].contains(brand) { return "HEIC" }
      return brand == "avif" ? "AVIF" : nil
    }
    return bytes.starts(with: "RIFF".utf8) && brand == "WEBP" ? "WebP" : nil
  }

  private static let binarySignatures: [(bytes: [UInt8], name: String, rule: Rule)] = [
    ([0x09, 0x04, 0x06, 0x00], "BIFF", .fileIsLegacyExcel), ([0x09, 0x02, 0x06, 0x00], "BIFF", .fileIsLegacyExcel),
    ([0x09, 0x00, 0x04, 0x00], "BIFF", .fileIsLegacyExcel),
    ([0x00, 0x00, 0x02, 0x00], "Lotus 1-2-3", .fileUnknownFormat),
    (Array("ID;P".utf8), "SYLK", .fileUnknownFormat), (Array("SQLite format".utf8), "SQLite", .fileUnknownFormat),
    (Array("Rar!".utf8), "RAR", .fileIsArchive), ([0x37, 0x7A, 0xBC, 0xAF], "7z", .fileIsArchive),
    ([0x1F, 0x8B], "gzip", .fileIsArchive), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz", .fileIsArchive),
    ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard", .fileIsArchive), (Array("BZh".utf8), "bzip2", .fileIsArchive),
    (Array("%PDF".utf8), "PDF", .fileIsNoSpreadsheet), ([0x89, 0x50, 0x4E, 0x47], "PNG", .fileIsNoSpreadsheet),
    ([0xFF, 0xD8, 0xFF], "JPEG", .fileIsNoSpreadsheet), (Array("GIF8".utf8), "GIF", .fileIsNoSpreadsheet),
    (Array("II*\0".utf8), "TIFF", .fileIsNoSpreadsheet), (Array("MM\0*".utf8), "TIFF", .fileIsNoSpreadsheet),
  ]
}
