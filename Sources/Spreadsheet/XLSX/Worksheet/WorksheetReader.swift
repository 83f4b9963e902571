import Findings

/// Reads the rows of a worksheet part as they are asked for (ECMA-376 part 1, 18.3).
///
/// `<dimension>` is not looked at: it is wrong in too many files. A cell stands where its own reference says, else one
/// right of the last; a row where it says, else one below the last.
final class WorksheetReader: RowReader {
  // One row is read at a time by one caller: what the dynamic check would cost for every cell buys nothing.
  @exclusivity(unchecked) var window: XMLWindow
  let sheet: SheetInfo
  let limits: Limits
  @exclusivity(unchecked) var open = OpenElements()
  @exclusivity(unchecked) var parser = CellParser()
  @exclusivity(unchecked) var maker: CellMaker
  @exclusivity(unchecked) var mergeList = MergeList()
  @exclusivity(unchecked) var list: FindingList
  @exclusivity(unchecked) var lastRow = -1
  @exclusivity(unchecked) var highestRow = -1
  @exclusivity(unchecked) var strayRows: ArraySlice<Row> = []
  /// Cells of the row before, which the next one is likely to have as well.
  @exclusivity(unchecked) var expectedCells = 0
  /// Whether `xml:space="preserve"` is in force around the rows; elements that end before them are not expected to name it.
  @exclusivity(unchecked) var keepsSpace = false
  /// Hidden columns, counted as often as they are named.
  var columnsNamed = 0
  private var pageTexts: [String] = []
  private var isFinished = false
  /// Why the sheet cannot be read further.
  private var refusal: Refusal?
  /// Whether the rows have begun: what is hidden is known from there on.
  private(set) var isAtRows = false
  var hiddenColumns: Set<Int> = []

  var findings: [Finding] { list.all }

  /// Reads as far as the first row.
  /// - Parameter sheets: Sheets of the workbook.
  init(
    _ stream: PartStream, sheet: SheetInfo, amongSheets sheets: Int = 1, maker: CellMaker, limits: Limits
  ) throws(Refusal) {
    self.sheet = sheet
    self.maker = maker
    self.limits = limits
    list = FindingList(sheet: sheet.name, amongSheets: sheets)
    window = XMLWindow(stream, limits: limits)
    try advance(untilRows: true)
    isAtRows = true
  }

  func next() throws(Refusal) -> Row? {
    if let row = strayRows.popFirst() { return row }
    while !isFinished {
      do {
        if let row = try advance(untilRows: false) { return row }
      } catch {
        // The window is not to be looked into again.
        isFinished = true
        refusal = error
        throw error
      }
    }
    if let refusal { throw refusal }
    return nil
  }

  func readToEnd() throws(Refusal) -> SheetLayout {
    while try next() != nil {}
    return SheetLayout(merges: mergeList.ranges, pageTexts: pageTexts)
  }

  /// Goes on to the next row that has cells, or to the end; to the beginning of the rows if so asked.
  @discardableResult
  private func advance(untilRows: Bool) throws(Refusal) -> Row? {
    while let token = try window.next() {
      switch token {
      case .start, .empty:
        if window.cursor.name == .row, open.context == .sheetData {
          if let row = try readRow(isEmpty: token == .empty) { return row }
        } else {
          try begin(isEmpty: token == .empty)
          if untilRows, open.context == .sheetData { return nil }
        }
      case .end:
        guard open.pop(window.cursor.name) else { throw window.malformed("end tag without its start") }
      default: continue
      }
    }
    guard open.isEmpty else { throw window.malformed("cut off") }
    finish()
    return nil
  }

  private func finish() {
    isFinished = true
    for (dropped, kept) in mergeList.dropOverlapping() {
      list.add(.xlsxMergeOverlap, at: dropped, ["found": dropped.a1, "other": kept.a1])
    }
  }

  /// An element outside of the rows: goes into it, takes what it says, or passes over it.
  private func begin(isEmpty: Bool) throws(Refusal) {
    let name = window.cursor.name
    switch name {
    case .col where open.context == .cols: hideColumns()
    case .mergeCell where open.context == .mergeCells: try addMerge()
    case Self.headerFooter where !isEmpty: return try readPageTexts()
    default: break
    }
    if open.isEmpty, !Self.roots.contains(name) {
      // A page that says why there is no sheet, or whatever else was put in its place.
      list.add(.xlsxSheetMissing, at: nil, ["sheet": sheet.name ?? ""])
    }
    if isEmpty { return }
    switch name {
    // Of the branches that choose between extensions the fallback is gone through, for no extension is understood.
    case .worksheet, .macrosheet, .cols, .sheetData, .mergeCells, .alternateContent, .fallback:
      if let isPreserved = InheritedSpace.isPreserved(window.cursor.attributes) {
        keepsSpace = isPreserved
        parser.keepsSpaceAround = isPreserved
      }
      try push(name)
    default:
      recordMisplaced(name)
      try window.skip()
    }
  }

  /// Rows stand in the sheet's data and cells in rows; anywhere else they would be lost without a word.
  func recordMisplaced(_ name: XMLName) {
    guard name == .row || name == .c else { return }
    addMisplaced(name == .row ? "row" : "c")
  }

  func addMisplaced(_ name: String) {
    list.add(.xlsxMisplaced, at: nil, ["row": String(lastRow + 2), "found": name])
  }

  /// The header and footer of the page (18.3.1.46).
  private func readPageTexts() throws(Refusal) {
    try push(Self.headerFooter)
    let depth = open.depth
    var bytes: [UInt8] = []
    while open.depth >= depth, let token = try window.next() {
      switch token {
      case .start: try push(window.cursor.name)
      case .end:
        guard open.pop(window.cursor.name) else { throw window.malformed("end tag without its start") }
        if let text = PageText.words(of: String(decoding: bytes, as: UTF8.self)), !pageTexts.contains(text) {
          pageTexts.append(text)
        }
        bytes = []
      case .text where bytes.count < limits.formatBytes * 4: XMLText.append(window.cursor.text, to: &bytes)
      default: continue
      }
    }
  }

  private static let headerFooter = XMLName("headerFooter")
  private static let roots: [XMLName] = [.worksheet, .macrosheet, .chartsheet, .dialogsheet]

  func push(_ name: XMLName) throws(Refusal) {
    guard open.push(name) else { throw window.malformed("nesting") }
  }
}
