import Findings

/// A workbook in the binary format of Excel 5.0 to 2003 (BIFF5 and BIFF8, [MS-XLS]), by any program: .xls, and .et of WPS.
///
/// It lies in a compound file, or, as some programs write it, is the stream of records alone. Opening reads what the workbook
/// says of itself; the records of a sheet are read when its rows are asked for, and the shared strings when the first cell needs
/// one. One workbook belongs to one thread at a time.
final class XLSWorkbook: Workbook {
  let format = FileFormat.xls
  let sheets: [SheetInfo]
  let findings: [Finding]
  let limits: Limits
  /// A tenth of the bytes of the file, which is what compressing it would leave: many cells can refer to one of its texts, and a list of
  /// them is a bomb as it is in a package.
  let compressedSize: Int?
  /// The stream in plain.
  private let stream: BinaryStream
  /// Where in it the table of shared strings begins.
  private let stringsOffset: Int?
  private let texts: BIFFTexts
  private let styles: StylesPart
  private let fonts: [TextType]
  /// Where the records of each sheet stand; nil where there are none.
  private let ranges: [Range<Int>?]
  private var strings = KeptStrings()

  /// Opens a workbook that lies in memory.
  ///
  /// - Throws: A `Refusal` with the byte of the stream where it is damaged or hostile; `file.encrypted` where it has a password
  ///   of its own; `file.unknown-format` where the compound file is something else.
  convenience init(_ bytes: [UInt8], limits: Limits = .standard) throws(Refusal) {
    try self.init(StoredBytes(bytes), limits: limits)
  }

  /// Opens a workbook by path, for files too large to lie in memory.
  convenience init(path: String, size: Int, limits: Limits) throws(Refusal) {
    try self.init(StoredBytes(path: path, size: size), limits: limits)
  }

  private init(_ bytes: StoredBytes, limits: Limits) throws(Refusal) {
    self.limits = limits
    compressedSize = bytes.count / 10
    let globals = try WorkbookGlobals(WorkbookStream.open(bytes, limits: limits), limits: limits)
    stream = globals.stream
    stringsOffset = globals.stringsOffset
    let choice = try CodePageChoice(globals)
    let texts = BIFFTexts(version: globals.version, codePage: choice.codePage)
    self.texts = texts
    fonts = globals.fonts.map { $0.type(texts) }
    styles = StylesPart(
      formatIDs: globals.formatIDs, codes: globals.formats.mapValues { texts.text(ofStored: $0) },
      fontIDs: globals.fontIDs, fonts: fonts, is1904: globals.is1904, limits: limits)
    let list = try SheetList(globals, texts)
    sheets = list.sheets
    if sheets.isEmpty { throw Refusal(.xlsxNoSheets) }
    // A workbook of empty sheets is one thing, a file without their contents another.
    if let finding = list.findings.first, list.findings.count == sheets.count { throw Refusal(finding) }
    ranges = list.ranges
    findings = choice.findings + list.findings
  }

  /// The rows of a sheet; of a chart, a module, and of a sheet that the file does not have, there are none.
  func rows(of sheet: SheetInfo) throws(Refusal) -> any RowReader {
    guard sheet.index >= 0, sheet.index < ranges.count, let range = ranges[sheet.index] else { return EmptyRowReader() }
    let maker = BIFFCellMaker(styles: styles, texts: texts, fonts: fonts) { [self] () throws(Refusal) in
      try sharedStrings()
    }
    do {
      return try BIFFRowReader(
        stream, range: range, sheet: sheet, amongSheets: sheets.count, maker: maker, limits: limits)
    } catch {
      throw error.within(Place(sheet: sheet.name))
    }
  }

  func objects(on sheet: SheetInfo) throws(Refusal) -> [SheetObject] {
    guard sheet.index >= 0, sheet.index < ranges.count, let range = ranges[sheet.index] else { return [] }
    let records = BIFFRecords(stream, from: range.lowerBound, to: range.upperBound)
    do {
      return try SheetNotes(records, texts: texts).objects
    } catch {
      throw error.within(Place(sheet: sheet.name))
    }
  }

  private func sharedStrings() throws(Refusal) -> SharedStrings {
    try strings.get { () throws(Refusal) in try loadStrings() }
  }

  private func loadStrings() throws(Refusal) -> SharedStrings {
    guard let offset = stringsOffset else { return SharedStrings() }
    let records = BIFFRecords(stream, from: offset)
    guard try records.next() else { return SharedStrings() }
    return try SharedStrings(records, fonts: fonts, limits: limits)
  }
}
