import Findings

/// What has to be known of a sheet before its first row: columns and rows that are hidden, merged ranges, whether the rows are in
/// order.
///
/// Programs other than Excel write cells as they come, and what Excel writes behind them in front of them; so the records are gone
/// through twice.
struct SheetSurvey {
  private(set) var hiddenColumns: Set<Int> = []
  private(set) var hiddenRows: Set<Int> = []
  private(set) var merges = MergeList()
  /// Texts of the page's header and footer that say more than a page number.
  private(set) var pageTexts: [String] = []
  private var pageTextsSeen = 0
  /// The first row that stands behind one that follows it, and that one, both from 0.
  private(set) var disorder: (row: Int, behind: Int)?
  /// Hidden columns, counted as often as they are named.
  private var columnsNamed = 0
  private var lastRow = 0

  /// - Parameter records: In front of the sheet's first record; they are read to the sheet's end.
  /// - Throws: `xls.damaged` where the sheet has no end, `file.too-large`.
  init(_ records: BIFFRecords, texts: BIFFTexts, limits: Limits, list: inout FindingList) throws(Refusal) {
    var depth = 0
    repeat {
      let isSheet = depth == 1
      let hasNext = try records.next { type, number in
        if isSheet, BIFFRecordType.isCell(type) {
          recordRow(number)
          return true
        }
        return !Self.isRead(type)
      }
      guard hasNext else { throw records.damaged("sheet without an end") }
      let type = records.type
      if type == BIFFRecordType.beginningOfFile {
        depth += 1
      } else if type == BIFFRecordType.endOfFile {
        depth -= 1
      } else if depth == 1 {
        // What is deeper is a chart that lies on the sheet.
        if BIFFRecordType.isCell(type) {
          if records.data.count >= 2 { recordRow(records.data.uint16(at: 0)) }
        } else {
          try read(records, texts, limits, &list)
        }
      }
    } while depth > 0
    for (dropped, kept) in merges.dropOverlapping() {
      list.add(.xlsxMergeOverlap, at: dropped, ["found": dropped.a1, "other": kept.a1])
    }
  }

  /// Whether the record tells anything besides where a cell is.
  @inline(__always)
  private static func isRead(_ type: Int) -> Bool {
    switch type {
    case BIFFRecordType.row, BIFFRecordType.columnInfo, BIFFRecordType.mergedCells, BIFFRecordType.header,
      BIFFRecordType.footer, BIFFRecordType.furtherHeaders, BIFFRecordType.beginningOfFile, BIFFRecordType.endOfFile:
      true
    default: false
    }
  }

  @inline(__always)
  private mutating func recordRow(_ row: Int) {
    if row < lastRow {
      if disorder == nil { disorder = (row, lastRow) }
    } else {
      lastRow = row
    }
  }

  private mutating func read(
    _ records: BIFFRecords, _ texts: BIFFTexts, _ limits: Limits, _ list: inout FindingList
  ) throws(Refusal) {
    let data = records.data
    switch records.type {
    case BIFFRecordType.row where data.count >= 14:
      // [MS-XLS] 2.4.221, fDyZero.
      let row = data.uint16(at: 0)
      if data.uint8(at: 12) & 0x20 != 0 {
        hiddenRows.insert(row)
      } else if !hiddenRows.isEmpty {
        hiddenRows.remove(row)
      }
    case BIFFRecordType.columnInfo where data.count >= 10:
      // [MS-XLS] 2.4.53, fHidden.
      if data.uint8(at: 8) & 1 != 0 { hide(data.uint16(at: 0), data.uint16(at: 2)) }
    case BIFFRecordType.mergedCells: try addMerges(records, limits, &list)
    case BIFFRecordType.header, BIFFRecordType.footer: add(pageTexts: texts.pageText(data).map { [$0] } ?? [])
    case BIFFRecordType.furtherHeaders: add(pageTexts: texts.furtherPageTexts(data))
    default: break
    }
  }

  private static let mostPageTexts = 16

  private mutating func add(pageTexts found: [String]) {
    for coded in found where pageTextsSeen < Self.mostPageTexts {
      pageTextsSeen += 1
      if let words = PageText.words(of: coded), !pageTexts.contains(words) { pageTexts.append(words) }
    }
  }

  private mutating func hide(_ first: Int, _ last: Int) {
    // The last column may be given as one more than there are.
    let last = min(last, CellRange.lastColumnOfXLS)
    guard first <= last else { return }
    columnsNamed += last - first + 1
    // Columns do not overlap; what goes on beyond twice of them means harm.
    guard columnsNamed <= 2 * CellReference.maximumColumns else { return }
    for column in first...last { hiddenColumns.insert(column) }
  }

  /// [MS-XLS] 2.4.168.
  private mutating func addMerges(
    _ records: BIFFRecords, _ limits: Limits, _ list: inout FindingList
  ) throws(Refusal) {
    let data = records.data
    guard data.count >= 2, data.count >= 2 + 8 * data.uint16(at: 0) else { throw records.damaged("MERGEDCELLS") }
    merges.reserve(data.uint16(at: 0))
    for index in 0..<data.uint16(at: 0) {
      let place = 2 + 8 * index
      let one = CellReference(row: data.uint16(at: place), column: data.uint16(at: place + 4))
      let other = CellReference(row: data.uint16(at: place + 2), column: data.uint16(at: place + 6))
      func found() -> [String: String] { ["found": one == other ? one.a1 : one.a1 + ":" + other.a1] }
      guard max(one.column, other.column) <= CellRange.lastColumnOfXLS else {
        list.add(.xlsxMergeInvalid, at: nil, found())
        continue
      }
      if let rule = merges.add(one, other) { list.add(rule, at: CellRange(one, other), found()) }
      guard merges.ranges.count <= limits.merges else { throw .exceeded("merges", limits.merges) }
    }
  }
}

extension CellRange {
  /// Columns A to IV.
  static let lastColumnOfXLS = 255
}
