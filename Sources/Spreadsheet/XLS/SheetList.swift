import Findings

/// The sheets of a binary workbook, and where each has its records.
struct SheetList {
  private(set) var sheets: [SheetInfo] = []
  private(set) var ranges: [Range<Int>?] = []
  private(set) var findings: [Finding] = []

  /// - Parameter texts: To make texts of names with.
  init(_ globals: WorkbookGlobals, _ texts: BIFFTexts) throws(Refusal) {
    if globals.isSheetAlone {
      sheets = [SheetInfo(name: "Sheet1")]
      ranges = [0..<globals.stream.count]
      return
    }
    // No sheet goes on where another begins: else a thousand of them could be one that is large.
    let beginnings = globals.sheets.map(\.offset).sorted()
    let haveTwins = zip(beginnings, beginnings.dropFirst()).contains { $0 == $1 }
    var taken: Set<Int> = []
    for (index, entry) in globals.sheets.enumerated() {
      let info = SheetInfo(name: texts.text(ofStored: entry.name), index: index, state: entry.state)
      sheets.append(info)
      guard entry.hasCells else {
        ranges.append(nil)
        continue
      }
      let next = beginnings.partitioningIndex { $0 > entry.offset }
      let end = next < beginnings.count ? min(beginnings[next], globals.stream.count) : globals.stream.count
      let isFirst = !haveTwins || taken.insert(entry.offset).inserted
      let content = isFirst ? try Self.content(at: entry.offset, to: end, globals) : nil
      if content == nil {
        findings.append(Finding(.xlsxSheetMissing, at: Place(sheet: info.name), ["sheet": info.name ?? ""]))
      }
      ranges.append(content == .worksheet || content == .macroSheet ? entry.offset..<end : nil)
    }
  }

  /// What begins at an offset of the stream; nil where nothing does.
  private static func content(
    at offset: Int, to end: Int, _ globals: WorkbookGlobals
  ) throws(Refusal) -> BeginningOfFile.Content? {
    guard offset < end else { return nil }
    if let resident = globals.stream.resident {
      return content(UnsafeRawBufferPointer(rebasing: resident[min(offset, resident.count)...].prefix(headerLength)))
    }
    var header = [UInt8](repeating: 0, count: headerLength)
    let got = try header.read(from: globals.stream, at: offset)
    return header.withUnsafeBytes { content(UnsafeRawBufferPointer(rebasing: $0.prefix(got))) }
  }

  /// Bytes of the first record that say what begins.
  private static let headerLength = 8

  private static func content(_ header: UnsafeRawBufferPointer) -> BeginningOfFile.Content? {
    guard header.count == headerLength, header.uint16(at: 0) == BIFFRecordType.beginningOfFile else { return nil }
    let content = BeginningOfFile(UnsafeRawBufferPointer(rebasing: header[4...]))?.content
    return content == .globals ? nil : content
  }
}
