import Findings

/// Reads the rows of a worksheet of a binary workbook as they are asked for ([MS-XLS] 2.1.7.20.5).
///
/// DIMENSIONS is not looked at, nor are INDEX and DBCELL: the records themselves say where they stand. Rows that do not come in
/// order are put in order first, which takes memory for all of their cells.
final class BIFFRowReader: RowReader {
  let sheet: SheetInfo
  let limits: Limits
  // One row is read at a time by one caller: what the dynamic check would cost for every cell buys nothing.
  let records: BIFFRecords
  let maker: BIFFCellMaker
  @exclusivity(unchecked) var list: FindingList
  /// The formula whose text comes in a record of its own.
  @exclusivity(unchecked) var pendingFormula: PendingFormula?
  /// Whether the current record has not been looked at yet.
  @exclusivity(unchecked) private var isAhead = false
  @exclusivity(unchecked) private var depth = 0
  @exclusivity(unchecked) private var isFinished = false
  /// Why the sheet cannot be read further.
  @exclusivity(unchecked) private var refusal: Refusal?
  /// The row whose cells come in.
  @exclusivity(unchecked) var row: BIFFRow
  private let survey: SheetSurvey
  private var orderedRows: ArraySlice<Row>?

  var hiddenColumns: Set<Int> { survey.hiddenColumns }
  var findings: [Finding] { list.all }

  /// - Parameters:
  ///   - range: Where in the stream the records of the sheet stand.
  ///   - sheets: Sheets of the workbook.
  init(
    _ stream: BinaryStream, range: Range<Int>, sheet: SheetInfo, amongSheets sheets: Int, maker: BIFFCellMaker,
    limits: Limits
  ) throws(Refusal) {
    self.sheet = sheet
    self.maker = maker
    self.limits = limits
    row = BIFFRow(styles: maker.styles)
    list = FindingList(sheet: sheet.name, amongSheets: sheets)
    records = BIFFRecords(stream, from: range.lowerBound, to: range.upperBound)
    survey = try SheetSurvey(records, texts: maker.texts, limits: limits, list: &list)
    records.seek(to: range.lowerBound)
    if let disorder = survey.disorder {
      list.add(
        .xlsxRowsOutOfOrder, at: nil, ["found": String(disorder.row + 1), "other": String(disorder.behind + 1)])
    }
  }

  func next() throws(Refusal) -> Row? {
    while !isFinished {
      do {
        if survey.disorder != nil {
          if orderedRows == nil { orderedRows = try allInOrder() }
          break
        }
        guard try readRow() else { break }
        let cells = row.finish(sheet, &list)
        if !cells.isEmpty { return made(row.index, cells) }
      } catch {
        isFinished = true
        refusal = error
        throw error
      }
    }
    if let refusal { throw refusal }
    return orderedRows?.popFirst()
  }

  func readToEnd() throws(Refusal) -> SheetLayout {
    while try next() != nil {}
    return SheetLayout(merges: survey.merges.ranges, pageTexts: survey.pageTexts)
  }

  private func made(_ index: Int, _ cells: RowCells) -> Row {
    Row(index: index, cells: cells, isHidden: survey.hiddenRows.contains(index))
  }

  @inline(__always)
  private static func isRead(_ type: Int) -> Bool {
    switch type {
    case BIFFRecordType.string, BIFFRecordType.beginningOfFile, BIFFRecordType.endOfFile: true
    default: BIFFRecordType.isCell(type)
    }
  }

  /// Reads the cells of one row, as far as they stand together, into `row`; false at the end of the sheet.
  private func readRow() throws(Refusal) -> Bool {
    var hasRow = false
    maker.textBytes = 0
    while true {
      if !isAhead { guard try records.next(passing: { type, _ in !Self.isRead(type) }) else { break } }
      isAhead = false
      let type = records.type
      if depth == 1, BIFFRecordType.isCell(type) {
        guard records.data.count >= 6 else { throw records.damaged("cell") }
        let index = records.data.uint16(at: 0)
        if !hasRow {
          row.begin(index)
          hasRow = true
        } else if row.index != index {
          isAhead = true
          try dropFormula()
          return true
        }
        try readCell(type)
        if maker.textBytes > limits.textBytesOfRow {
          throw .exceeded("textBytesOfRow", limits.textBytesOfRow, part: BIFFRecords.streamName)
        }
      } else if depth == 1, type == BIFFRecordType.string {
        try readString()
      } else if type == BIFFRecordType.beginningOfFile {
        depth += 1
      } else if type == BIFFRecordType.endOfFile {
        depth -= 1
        if depth == 0 { break }
      }
    }
    isFinished = true
    if hasRow { try dropFormula() }
    return hasRow
  }

  /// Rows in order of a sheet that has them in another.
  private func allInOrder() throws(Refusal) -> ArraySlice<Row> {
    var rows: [Int: BIFFRow] = [:]
    while !isFinished, try readRow() {
      if rows[row.index] == nil {
        rows[row.index] = row
      } else {
        for cell in row.all { try rows[row.index]?.append(cell) }
      }
    }
    isFinished = true
    return rows.keys.sorted().compactMap { index in
      guard let cells = rows[index]?.finish(sheet, &list), !cells.isEmpty else { return nil }
      return made(index, cells)
    }[...]
  }
}

/// A formula whose result is a text that has not come yet.
struct PendingFormula {
  let reference: CellReference
  let style: Int
  let text: FormulaText?
}
