/// Text in columns that spaces align, as print files have it (`.prn`): there is no delimiter to tell its cells by.
enum AlignedColumns {
  private static let fewestLines = 5

  /// Whether most lines have a gap of two spaces or more between texts.
  static func areIn(_ text: [UInt8]) -> Bool {
    var lines = 0
    var withGaps = 0
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      // Ideographic spaces in front of a paragraph are no gap.
      let content = line.drop { [0x20, 0xE3, 0x80].contains($0) }
      guard !content.isEmpty else { continue }
      lines += 1
      if hasGap(content) { withGaps += 1 }
    }
    return lines >= fewestLines && 2 * withGaps > lines
  }

  private static func hasGap(_ line: ArraySlice<UInt8>) -> Bool {
    var spaces = 0
    for character in String(decoding: line, as: UTF8.self) {
      if character == " " || character == "\u{3000}" {
        spaces += 1
      } else {
        if spaces >= 2 { return true }
        spaces = 0
      }
    }
    return false
  }
}
