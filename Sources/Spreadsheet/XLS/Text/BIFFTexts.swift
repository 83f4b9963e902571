import Findings

/// Makes texts of what the records of a workbook hold, by its version and code page.
final class BIFFTexts {
  let version: BIFFVersion
  private let codePage: CodePage

  init(version: BIFFVersion, codePage: CodePage) {
    self.version = version
    self.codePage = codePage
  }

  /// A text that lies in a record as a whole, as `WorkbookGlobals` keeps it.
  func text(ofStored bytes: [UInt8]) -> String {
    if version == .biff8 { return String(decoding: bytes, as: UTF8.self) }
    return bytes.withUnsafeBytes { codePage.text($0).text }
  }

  /// A text with its length in front, from an offset of the current record on ([MS-XLS] 2.5.294, XLUnicodeString).
  ///
  /// - Parameter addFinding: Called with the name of the code page where bytes are none in it.
  /// - Returns: nil where it is cut off.
  func text(
    _ records: BIFFRecords, at offset: Int, addFinding: (String) -> Void
  ) throws(Refusal) -> String? {
    var bytes = ContinuedBytes(records, from: offset)
    guard let count = try bytes.uint16() else { return nil }
    guard version == .biff8 else {
      guard let stored = try bytes.prefix(count) else { return nil }
      let (text, isWhole) = stored.withUnsafeBytes { codePage.text($0) }
      if !isWhole { addFinding(codePage.name) }
      return text
    }
    if count == 0 { return "" }
    guard let flags = try bytes.byte() else { return nil }
    var text = UnicodeText()
    guard try bytes.skipFields(flags), try bytes.characters(count, flags: flags, into: &text) else { return nil }
    text.finish()
    return CheckedText.string(text.bytes)
  }
}

extension BIFFTexts {
  /// A text with the places behind it where another font begins ([MS-XLS] 2.4.235).
  ///
  /// - Parameter addFinding: Called with the name of the code page where bytes are none in it.
  /// - Returns: The pieces as well, where they are set otherwise than the cell; nil where it is cut off.
  func richText(
    _ records: BIFFRecords, at offset: Int, _ fonts: [TextType], addFinding: (String) -> Void
  ) throws(Refusal) -> (text: String, runs: [TextRun])? {
    var bytes = ContinuedBytes(records, from: offset)
    guard let count = try bytes.uint16() else { return nil }
    guard version == .biff8 else { return try olderRichText(&bytes, count, fonts, addFinding: addFinding) }
    guard count > 0 else { return ("", []) }
    guard let flags = try bytes.byte() else { return nil }
    // Some writers count the pieces in front of the text, as in the shared table.
    let runs = flags & 0x08 != 0 ? try bytes.uint16() : nil
    if flags & 0x04 != 0 { guard try bytes.skip(4) else { return nil } }
    var text = UnicodeText()
    guard try bytes.characters(count, flags: flags, into: &text) else { return nil }
    text.finish()
    let whole = CheckedText.string(text.bytes)
    guard fonts.contains(where: { $0 != .plain }) else { return (whole, []) }
    let number = if let runs { runs } else { try bytes.uint16() ?? 0 }
    return (whole, number > 0 ? try bytes.runs(number, of: text.bytes, fonts) ?? [] : [])
  }

  /// The same before Excel 97: the text is bytes, and the places are counted in them.
  private func olderRichText(
    _ bytes: inout ContinuedBytes, _ count: Int, _ fonts: [TextType], addFinding: (String) -> Void
  ) throws(Refusal) -> (text: String, runs: [TextRun])? {
    guard let stored = try bytes.prefix(count) else { return nil }
    let (whole, isWhole) = stored.withUnsafeBytes { codePage.text($0) }
    if !isWhole { addFinding(codePage.name) }
    var runs: [TextRun] = []
    var start = 0
    var type: TextType?
    func add(to end: Int) {
      guard end > start else { return }
      var run = TextRun(text(ofStored: Array(stored[start..<end])), type ?? .plain)
      run.isSetAsCell = type == nil
      runs.append(run)
      start = end
    }
    for _ in 0..<(try bytes.byte() ?? 0) {
      guard let place = try bytes.byte(), let number = try bytes.byte() else { return (whole, []) }
      add(to: min(Int(place), stored.count))
      let position = StoredFont.position(Int(number))
      type = position < fonts.count ? fonts[position] : .plain
    }
    add(to: stored.count)
    return (whole, runs.contains { $0.type != .plain } ? runs : [])
  }

  /// The text of an object ([MS-XLS] 2.4.329): its characters stand in the records behind the current one.
  ///
  /// - Returns: nil where it has none, or is cut off.
  func text(ofObject records: BIFFRecords) throws(Refusal) -> String? {
    guard version == .biff8, records.data.count >= 14 else { return nil }
    let count = records.data.uint16(at: 10)
    var bytes = ContinuedBytes(records, from: records.data.count)
    guard count > 0, let flags = try bytes.byte() else { return nil }
    var text = UnicodeText()
    guard try bytes.characters(count, flags: flags, into: &text) else { return nil }
    text.finish()
    return CheckedText.string(text.bytes)
  }

  /// A text of the page's header or footer that is a whole record ([MS-XLS] 2.4.136 and 2.4.124).
  func pageText(_ data: UnsafeRawBufferPointer) -> String? {
    if version == .biff8 { return unicodeText(data, at: 0)?.text }
    guard let count = data.first else { return nil }
    return text(ofStored: Array(data[1...].prefix(Int(count))))
  }

  /// The texts for even pages and the first ([MS-XLS] 2.4.137): their lengths, and those that have any.
  func furtherPageTexts(_ data: UnsafeRawBufferPointer) -> [String] {
    guard data.count >= 38 else { return [] }
    var found: [String] = []
    var at = 38
    for index in 0..<4 where data.uint16(at: 30 + 2 * index) > 0 {
      guard let (text, end) = unicodeText(data, at: at) else { break }
      found.append(text)
      at = end
    }
    return found
  }

  /// A text with a length of two bytes in front ([MS-XLS] 2.5.294), and where it ends.
  private func unicodeText(_ data: UnsafeRawBufferPointer, at offset: Int) -> (text: String, end: Int)? {
    guard data.count >= offset + 3 else { return nil }
    let isWide = data[offset + 2] & 1 != 0
    let end = offset + 3 + data.uint16(at: offset) * (isWide ? 2 : 1)
    guard data.count >= end else { return nil }
    let characters = UnsafeRawBufferPointer(rebasing: data[(offset + 3)..<end])
    return (StoredCharacters(bytes: characters, isWide: isWide).text, end)
  }
}

extension ContinuedBytes {
  /// So many bytes; nil where there are fewer.
  mutating func prefix(_ count: Int) throws(Refusal) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    while result.count < count {
      guard let byte = try byte() else { return nil }
      result.append(byte)
    }
    return result
  }

  /// Passes over the counts of runs and of phonetic text, which cells of some writers have as shared strings do.
  fileprivate mutating func skipFields(_ flags: UInt8) throws(Refusal) -> Bool {
    let length = (flags & 0x08 != 0 ? 2 : 0) + (flags & 0x04 != 0 ? 4 : 0)
    return try skip(length)
  }
}
