import Findings

/// Content that is neither a format known nor text: what programs that encrypt all documents of an office leave of a spreadsheet.
enum BinaryContent {
  private static let length = 4096
  private static let fewest = 8
  private static let names = ["E-SafeNet", "Fasoo", "DRMONE", "IP-guard", "Ldterm", "HuaTu"]

  /// The refusal of bytes that are no text in any encoding; nil where they may be.
  ///
  /// Control characters are in no text, and none of them is a byte of a character in UTF-8, GB 18030 or Big5.
  static func refusal(of bytes: [UInt8]) -> Refusal? {
    let beginning = bytes.prefix(length)
    let isWide = beginning.withUnsafeBytes { NULPattern($0).encoding != nil }
    if isWide || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return nil }
    let controls = beginning.count { $0 < 0x20 && ![0, 0x09, 0x0A, 0x0C, 0x0D, 0x1A, 0x1B].contains($0) }
    guard controls >= fewest, 50 * controls > beginning.count else { return nil }
    let text = String(decoding: beginning.filter { $0 >= 0x20 && $0 < 0x7F }, as: UTF8.self)
    let name = names.first { text.contains($0) }
    return Refusal(.fileIsBinary, ["found": name.map { " (\($0))" } ?? ""])
  }
}
