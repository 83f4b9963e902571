import Findings

extension SharedStrings {
  /// Reads the table of strings that the cells of a binary workbook share ([MS-XLS] 2.4.265 and 2.5.293).
  ///
  /// How many there are the record says twice, and in too many files wrong: they are read to the end of its bytes. A string that
  /// is cut off is none; the cells that refer to it are told of in the findings.
  ///
  /// - Parameter records: At the record, which is the current one.
  /// - Throws: `file.too-large` where they take more than `Limits.stringBytes`.
  convenience init(_ records: BIFFRecords, limits: Limits) throws(Refusal) {
    self.init(maximum: limits.stringBytes, limitName: "stringBytes")
    var bytes = ContinuedBytes(records, from: 8)
    var text = UnicodeText()
    while try bytes.hasMore() {
      text.reset()
      guard let count = try bytes.uint16(), let flags = try bytes.byte() else { return }
      let runs = flags & 0x08 != 0 ? try bytes.uint16() : 0
      let phonetic = flags & 0x04 != 0 ? try bytes.uint32() : 0
      guard let runs, let phonetic else { return }
      guard try bytes.characters(count, flags: flags, into: &text) else { return }
      text.finish()
      try append(text.bytes, part: BIFFRecords.streamName)
      guard try bytes.skip(4 * runs + phonetic) else { return }
    }
  }
}
