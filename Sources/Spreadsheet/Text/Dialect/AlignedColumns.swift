/// Text in columns that spaces align, as print files have it (`.prn`): there is no delimiter to tell its cells by.
enum AlignedColumns {
  private static let fewestLines = 5

  /// Whether most lines have a gap of two spaces or more between texts.
  static func areIn(_ text: [UInt8]) -> Bool {
    var lines = 0
    var withGaps = 0
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let content = line.drop { $0 == 0x20 }
      guard !content.isEmpty else { continue }
      lines += 1
      if hasGap(content) { withGaps += 1 }
    }
    return lines >= fewestLines && 2 * withGaps > lines
  }

  private static func hasGap(_ line: ArraySlice<UInt8>) -> Bool {
    var spaces = 0
    for byte in line {
      if byte == 0x20 {
        spaces += 1
      } else {
        if spaces >= 2 { return true }
        spaces = 0
      }
    }
    return false
  }
}
