import Findings

extension SharedStrings {
  /// Reads the table of strings that the cells of a binary workbook share ([MS-XLS] 2.4.265 and 2.5.293).
  ///
  /// How many there are the record says twice, and in too many files wrong: they are read to the end of its bytes. A string that
  /// is cut off is none; the cells that refer to it are named in findings.
  ///
  /// - Parameters:
  ///   - records: At the record, which is the current one.
  ///   - fonts: How each font of the workbook sets a text.
  /// - Throws: `file.too-large` where they take more than `Limits.stringBytes`.
  convenience init(_ records: BIFFRecords, fonts: [TextType], limits: Limits) throws(Refusal) {
    self.init(maximum: limits.stringBytes, limitName: "stringBytes")
    let hasTypes = fonts.contains { $0 != .plain }
    var bytes = ContinuedBytes(records, from: 8)
    var text = UnicodeText()
    while try bytes.hasMore() {
      // Written where it stays.
      if let length = bytes.wholeString({ $0.write(to: reserve($0.capacity)) }) {
        try appendWritten(length, part: BIFFRecords.streamName)
        continue
      }
      text.reset()
      guard let count = try bytes.uint16(), let flags = try bytes.byte() else { return }
      let runs = flags & 0x08 != 0 ? try bytes.uint16() : 0
      let phonetic = flags & 0x04 != 0 ? try bytes.uint32() : 0
      guard let runs, let phonetic else { return }
      guard try bytes.characters(count, flags: flags, into: &text) else { return }
      text.finish()
      try append(text.bytes, part: BIFFRecords.streamName)
      guard hasTypes, runs > 0 else {
        guard try bytes.skip(4 * runs + phonetic) else { return }
        continue
      }
      guard let pieces = try bytes.runs(runs, of: text.bytes, fonts), try bytes.skip(phonetic) else { return }
      try setRuns(pieces)
    }
  }
}

extension ContinuedBytes {
  /// The pieces of a text: so many places where another font begins ([MS-XLS] 2.5.129, FormatRun), counted in units of UTF-16.
  ///
  /// - Returns: nil where they are cut off.
  mutating func runs(
    _ count: Int, of text: UnsafeBufferPointer<UInt8>, _ fonts: [TextType]
  ) throws(Refusal) -> [TextRun]? {
    let units = Array(String(decoding: text, as: UTF8.self).utf16)
    var pieces: [TextRun] = []
    var start = 0
    var type: TextType?
    func add(to end: Int) {
      guard end > start else { return }
      var piece = TextRun(String(decoding: units[start..<end], as: UTF16.self), type ?? .plain)
      piece.isSetAsCell = type == nil
      pieces.append(piece)
      start = end
    }
    for _ in 0..<count {
      guard let place = try uint16(), let number = try uint16() else { return nil }
      add(to: min(place, units.count))
      let position = StoredFont.position(number)
      type = position < fonts.count ? fonts[position] : .plain
    }
    add(to: units.count)
    return pieces
  }
}
