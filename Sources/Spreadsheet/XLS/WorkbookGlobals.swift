import Findings

/// What a binary workbook says of itself as a whole: its sheets in order, its formats, where dates begin ([MS-XLS] 2.1.7.20.3).
struct WorkbookGlobals {
  /// A sheet as the workbook lists it ([MS-XLS] 2.4.28).
  struct SheetEntry {
    let name: [UInt8]
    let state: SheetInfo.State
    /// Whether it has cells: a chart or a module has none.
    let hasCells: Bool
    /// Where its records begin in the stream.
    let offset: Int
  }

  let version: BIFFVersion
  /// The stream in plain.
  private(set) var stream: BinaryStream
  private(set) var sheets: [SheetEntry] = []
  private(set) var is1904 = false
  /// The number of the code page; nil where none is named.
  private(set) var codePage: Int?
  /// By style, the number of its format.
  private(set) var formatIDs: [Int] = []
  /// By style, the position of its font.
  private(set) var fontIDs: [Int] = []
  private(set) var fonts: [StoredFont] = []
  /// The codes that the workbook defines, by the number of the format; their text as it is stored.
  private(set) var formats: [Int: [UInt8]] = [:]
  /// Where the table of shared strings begins.
  private(set) var stringsOffset: Int?
  /// Whether the stream is one sheet without a workbook around it.
  private(set) var isSheetAlone = false

  /// - Throws: `file.encrypted`, `file.legacy-excel` for a workbook before Excel 5.0, `xls.damaged`, `file.too-large`.
  init(_ stream: BinaryStream, limits: Limits) throws(Refusal) {
    var records = BIFFRecords(stream)
    guard try records.next() else { throw .damagedXLS("cut off", stream: BIFFRecords.streamName) }
    if BIFFRecordType.olderBeginnings.contains(records.type) { throw Refusal(.fileIsLegacyExcel) }
    guard records.type == BIFFRecordType.beginningOfFile else { throw records.damaged("no BOF") }
    guard let beginning = BeginningOfFile(records.data) else { throw Refusal(.fileIsLegacyExcel) }
    version = beginning.version
    self.stream = stream
    if beginning.content == .worksheet || beginning.content == .macroSheet {
      isSheetAlone = true
      return
    }
    // As many as an empty workbook has.
    formatIDs.reserveCapacity(24)
    fontIDs.reserveCapacity(24)
    fonts.reserveCapacity(8)
    var depth = 1
    while depth > 0 {
      guard try records.next(passing: { type, _ in !Self.isRead(type) }) else {
        throw .damagedXLS("cut off", stream: BIFFRecords.streamName, at: stream.count)
      }
      switch records.type {
      case BIFFRecordType.beginningOfFile: depth += 1
      case BIFFRecordType.endOfFile: depth -= 1
      case BIFFRecordType.filePass:
        guard let cipher = FilePass.cipher(Array(records.data), version: version) else {
          throw Refusal(.fileIsEncrypted)
        }
        let next = records.offset + 4 + records.data.count
        self.stream = try stream.decrypted(cipher, from: next)
        records = BIFFRecords(self.stream, from: next)
      default: try read(records, limits)
      }
    }
  }

  @inline(__always)
  private static func isRead(_ type: Int) -> Bool {
    switch type {
    case BIFFRecordType.extendedFormat, BIFFRecordType.font, BIFFRecordType.format, BIFFRecordType.boundSheet,
      BIFFRecordType.sharedStrings, BIFFRecordType.codePage, BIFFRecordType.dateMode, BIFFRecordType.filePass,
      BIFFRecordType.beginningOfFile, BIFFRecordType.endOfFile:
      true
    default: false
    }
  }

  private mutating func read(_ records: BIFFRecords, _ limits: Limits) throws(Refusal) {
    let data = records.data
    switch records.type {
    case BIFFRecordType.codePage where data.count >= 2: codePage = data.uint16(at: 0)
    case BIFFRecordType.dateMode where data.count >= 2: is1904 = data.uint16(at: 0) == 1
    case BIFFRecordType.boundSheet:
      guard data.count >= 7 else { throw records.damaged("BOUNDSHEET") }
      sheets.append(sheet(data))
      guard sheets.count <= limits.sheets else { throw .exceeded("sheets", limits.sheets) }
    case BIFFRecordType.extendedFormat:
      guard data.count >= 4 else { throw records.damaged("XF") }
      formatIDs.append(data.uint16(at: 2))
      fontIDs.append(StoredFont.position(data.uint16(at: 0)))
      guard formatIDs.count <= limits.styles else { throw .exceeded("styles", limits.styles) }
    case BIFFRecordType.font where data.count >= 14:
      let needsName = StoredFont.mayShowSymbols(data, at: version == .biff8 ? 16 : 15)
      fonts.append(StoredFont(data, name: needsName ? text(data, at: 14, lengthBytes: 1) : []))
      guard fonts.count <= limits.styles else { throw .exceeded("styles", limits.styles) }
    case BIFFRecordType.format:
      guard data.count >= 3 else { throw records.damaged("FORMAT") }
      let isWide = version == .biff8
      formats[data.uint16(at: 0)] = text(data, at: 2, lengthBytes: isWide ? 2 : 1)
    case BIFFRecordType.sharedStrings where stringsOffset == nil: stringsOffset = records.offset
    default: break
    }
  }

  private func sheet(_ data: UnsafeRawBufferPointer) -> SheetEntry {
    let state: SheetInfo.State =
      switch data.uint8(at: 4) & 3 {
      case 1: .hidden
      case 2: .veryHidden
      default: .visible
      }
    // 0 for a worksheet, 1 for a sheet of macros, 2 for a chart, 6 for a module.
    return SheetEntry(
      name: text(data, at: 6, lengthBytes: 1), state: state, hasCells: data.uint8(at: 5) <= 1,
      offset: Int(data.uint32(at: 0)))
  }

  /// A short text of a record: UTF-8 from BIFF8, bytes in the code page from BIFF5. What it is short of is not there.
  private func text(_ data: UnsafeRawBufferPointer, at offset: Int, lengthBytes: Int) -> [UInt8] {
    guard data.count >= offset + lengthBytes else { return [] }
    let count = lengthBytes == 2 ? data.uint16(at: offset) : data.uint8(at: offset)
    let rest = UnsafeRawBufferPointer(rebasing: data[(offset + lengthBytes)...])
    if version == .biff5 { return Array(rest.prefix(count)) }
    guard let flags = rest.first else { return [] }
    let isWide = flags & 1 != 0
    let characters = UnsafeRawBufferPointer(rebasing: rest[1...].prefix(isWide ? 2 * count : count))
    return StoredCharacters(bytes: characters, isWide: isWide).utf8
  }
}
