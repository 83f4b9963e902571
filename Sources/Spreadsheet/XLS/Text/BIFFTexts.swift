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
  /// - Parameter note: Called with the name of the code page where bytes are none in it.
  /// - Returns: nil where it is cut off.
  func text(
    _ records: BIFFRecords, at offset: Int, note: (String) -> Void
  ) throws(Refusal) -> String? {
    var bytes = ContinuedBytes(records, from: offset)
    guard let count = try bytes.uint16() else { return nil }
    guard version == .biff8 else {
      guard let stored = try bytes.prefix(count) else { return nil }
      let (text, isWhole) = stored.withUnsafeBytes { codePage.text($0) }
      if !isWhole { note(codePage.name) }
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

extension ContinuedBytes {
  /// So many bytes; nil where there are fewer.
  fileprivate mutating func prefix(_ count: Int) throws(Refusal) -> [UInt8]? {
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
