import Findings

/// An opened spreadsheet file: its sheets, each to be taken row by row or whole.
///
///     let workbook = try Workbooks.open(path: "a.xlsx")
///     for info in workbook.sheets {
///       let rows = try workbook.rows(of: info)            // row by row, in bounded memory
///       while let row = try rows.next() { … }
///       print(try rows.readToEnd().merges)                // what is known behind the last row
///     }
///     for row in try workbook.sheet(workbook.sheets[0]).rows { … }   // or a whole sheet
public protocol Workbook: AnyObject {
  /// What the bytes turned out to be.
  var format: FileFormat { get }
  /// The sheets in the order of the workbook, hidden ones included; a text file has one without a name.
  var sheets: [SheetInfo] { get }
  /// What was doubtful about the file as a whole: the encoding guessed, a package out of order.
  var findings: [Finding] { get }
  /// What a sheet may cost; `Limits.standard` unless the reader was given others.
  var limits: Limits { get }
  /// Bytes of a package, compressed as it is; nil of what is not compressed.
  var compressedSize: Int? { get }
  /// The rows of a sheet, read as they are asked for.
  func rows(of sheet: SheetInfo) throws(Refusal) -> any RowReader
  /// What lies on a sheet and not in its cells: text boxes, check boxes, comments.
  func objects(on sheet: SheetInfo) throws(Refusal) -> [SheetObject]
}

/// Rows of one sheet, one by one, in the order of the file.
///
/// What a file says behind its rows, `readToEnd` alone returns: it cannot be asked for too early.
public protocol RowReader: AnyObject {
  /// The next row that has a non-empty cell; nil after the last.
  /// - Throws: A `Refusal` where the sheet cannot be read further. What comes behind it is not read.
  func next() throws(Refusal) -> Row?
  /// Reads the rows that are left, which are none after `next` has returned nil, and returns what the sheet has besides rows.
  ///
  /// - Throws: A `Refusal` where the sheet cannot be read to its end; where `next` has thrown it, the same one again.
  func readToEnd() throws(Refusal) -> SheetLayout
  /// Columns that are hidden, counted from 0; the same from before the first row to behind the last.
  var hiddenColumns: Set<Int> { get }
  /// Findings on cells and rows read so far.
  var findings: [Finding] { get }
}

/// What is known of a sheet once its last row is read.
public struct SheetLayout: Hashable, Sendable {
  /// Merged ranges. They do not overlap.
  public var merges: [CellRange]
  /// Texts of the page's header and footer that say more than a page number.
  public var pageTexts: [String]

  public init(merges: [CellRange] = [], pageTexts: [String] = []) {
    self.merges = merges
    self.pageTexts = pageTexts
  }
}

extension Workbook {
  public var limits: Limits { .standard }
  public var compressedSize: Int? { nil }
  public func objects(on sheet: SheetInfo) throws(Refusal) -> [SheetObject] { [] }

  /// A whole sheet.
  ///
  /// - Throws: A `Refusal` where the sheet cannot be read to its end, or has more than `Limits.cellsOfWholeSheet` cells
  ///   or `Limits.textBytesOfWholeSheet` of text.
  public func sheet(_ info: SheetInfo) throws(Refusal) -> Sheet {
    let rows = try rows(of: info)
    var cells: [Cell] = []
    var textBytes = 0
    var hidden: Set<Int> = []
    var rowCount = 0
    while let row = try rows.next() {
      cells += row.cells
      if !row.cells.isEmpty { rowCount += 1 }
      if cells.count + rowCount > limits.cellsOfWholeSheet {
        throw .exceeded("cellsOfWholeSheet", limits.cellsOfWholeSheet, at: Place(sheet: info.name))
      }
      for cell in row.cells { textBytes += cell.textBytes }
      if textBytes > limits.textBytesOfWholeSheet {
        throw .exceeded("textBytesOfWholeSheet", limits.textBytesOfWholeSheet, at: Place(sheet: info.name))
      }
      if row.isHidden { hidden.insert(row.index) }
    }
    let layout = try rows.readToEnd()
    return Sheet(
      info: info, cells: cells, merges: layout.merges, hiddenRows: hidden, hiddenColumns: rows.hiddenColumns,
      findings: rows.findings)
  }
}
