import Findings

/// The first characters of a text, white space in front left out, in small letters, whatever its encoding.
struct TextBeginning {
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
