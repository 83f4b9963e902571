import Findings

extension FileFormat {
  /// What bytes are, by what they begin with.
  ///
  ///     try FileFormat(sniffing: bytes)    // .xlsx for any ZIP package, .xls for any compound file, .json, or .csv for text of any kind
  ///
  /// Whether a text is CSV or TSV is for the text reader to find out, and for that of .xls whether there is a workbook in it.
  ///
  /// - Parameter bytes: The whole file, or its beginning: 64 KB tell.
  /// - Throws: A `Refusal` for what no reader takes: `file.empty`, `file.legacy-excel`, `file.html`,
  ///   `file.xml-spreadsheet`, `file.unknown-format`.
  public init(sniffing bytes: [UInt8]) throws(Refusal) {
    if bytes.isEmpty { throw Refusal(.fileEmpty) }
    if ZipExtent.begins(bytes) {
      self = .xlsx
      return
    }
    if bytes.starts(with: CompoundFile.signature) || Self.isRecordStream(bytes) {
      self = .xls
      return
    }
    if let found = Self.binarySignatures.first(where: { bytes.starts(with: $0.bytes) }) {
      throw Refusal(found.rule, ["found": found.name])
    }
    if let name = Self.pictureInside(bytes) { throw Refusal(.fileIsNoSpreadsheet, ["found": name]) }
    if DBaseTable.begins(bytes) { throw Refusal(.fileUnknownFormat, ["found": "dBASE"]) }
    if ZipExtent.beginsWithin(bytes) {
      self = .xlsx
      return
    }
    let text = TextBeginning(bytes)
    if text.isBlank, bytes.count < TextBeginning.length || bytes.allSatisfy({ $0 == 0 }) { throw Refusal(.fileEmpty) }
    if let rule = text.markupRule { throw Refusal(rule, rule == .fileUnknownFormat ? ["found": "XML"] : [:]) }
    if text.isRichText { throw Refusal(.fileUnknownFormat, ["found": "RTF"]) }
    if text.isCloudLink { throw Refusal(.fileIsCloudLink) }
    self = text.isJSON ? .json : .csv
  }

  /// Whether bytes begin with the record that a stream of a binary workbook begins with: it may stand without a compound file around it.
  private static func isRecordStream(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x09, 0x08, 0x10, 0x00]) || bytes.starts(with: [0x09, 0x08, 0x08, 0x00])
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

/// The first characters of a text, white space in front left out, in small letters, whatever its encoding.
private struct TextBeginning {
  static let length = 4096
  private let text: String
  /// Whether it is a web page in one file, a message with the page as a part (RFC 2557). The lines of its head come in any order, and say in any
  /// language which program has saved it.
  private let isMessage: Bool

  init(_ bytes: [UInt8]) {
    isMessage = Self.isMessage(bytes)
    // Zero bytes are the other halves of ASCII letters in UTF-16; byte order marks are not ASCII either.
    let ascii = bytes.prefix(Self.length).filter { $0 != 0 && $0 < 0x80 }
    let hasForeignStart = bytes.prefix(8).contains { $0 >= 0x80 && ![0xEF, 0xBB, 0xBF, 0xFF, 0xFE].contains($0) }
    text = hasForeignStart ? "x" : String(decoding: ascii.drop { $0 <= 32 }, as: UTF8.self).lowercased()
  }

  private static let linesOfMessage = [
    "mime-version:", "content-type:", "from:", "subject:", "date:", "snapshot-content-location:", "x-",
  ]

  private static func isMessage(_ bytes: [UInt8]) -> Bool {
    let first = String(decoding: bytes.prefix(40), as: UTF8.self).lowercased()
    guard linesOfMessage.contains(where: { first.hasPrefix($0) }) else { return false }
    if first.hasPrefix("mime-version:") || first.hasPrefix("from: <saved by ") { return true }
    let head = String(decoding: bytes.prefix(Self.length), as: UTF8.self).lowercased()
    return head.contains("mime-version:") && (head.contains("multipart/related") || head.contains("text/html"))
  }

  var isBlank: Bool { text.isEmpty }
  var isRichText: Bool { text.hasPrefix("{\\rtf") }

  /// What cloud drives leave in a folder instead of a document, and what browsers and desktops store an address in.
  var isCloudLink: Bool {
    if text.hasPrefix("[internetshortcut]") || text.hasPrefix("[desktop entry]") { return true }
    return text.hasPrefix("{") && text.utf8.count < Self.length
      && (text.contains("\"doc_id\"") || text.contains("\"url\"")) && !text.contains("\"forms\"")
  }

  var isJSON: Bool {
    guard let first = text.first, first == "{" || first == "[" else { return false }
    let second = text.dropFirst().first { !$0.isWhitespace }
    return first == "{" ? second == "\"" || second == "}" : second == "{" || second == "]"
  }

  var markupRule: Rule? {
    if isMessage { return .fileIsHTML }
    guard text.hasPrefix("<") else { return nil }
    if text.contains("<plist") && text.contains("<key>url</key>") { return .fileIsCloudLink }
    if text.contains("urn:schemas-microsoft-com:office:spreadsheet") || text.contains("progid=\"excel.sheet\"") {
      return .fileIsXMLSpreadsheet
    }
    let tags = ["<html", "<!doctype html", "<head", "<body", "<table", "<meta", "<style", "<div", "<tr", "<script"]
    if tags.contains(where: { text.hasPrefix($0) }) || text.contains("<html") || text.contains("<table") {
      return .fileIsHTML
    }
    return text.hasPrefix("<?xml") ? .fileUnknownFormat : nil
  }
}
