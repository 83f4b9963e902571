import CXLSXWriter
import Findings
import Foundation

/// One sheet of a workbook being written.
///
/// Keeps its workbook alive. Once the workbook is closed, every call throws.
///
/// What libxlsxwriter 1.1.4 accepts and Excel then repairs or loses is refused here: overlapping merges, numbers that are none, texts
/// past 32,767 UTF-16 units, rows out of order in a streamed workbook.
package final class XLSXSheet {
  package let name: String
  let file: XLSXFile
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  /// The columns that merges take, by row.
  private var merged: [[ClosedRange<Int>]] = []
  private var lastRow = 0

  init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, of file: XLSXFile, name: String) {
    self.sheet = sheet
    self.file = file
    self.name = name
  }

  // MARK: Cells

  /// Writes a text; an empty one leaves the cell blank.
  ///
  /// - Throws: `workbook.text-too-long`.
  package func write(_ text: String, at cell: CellReference, _ style: XLSXFile.Style? = nil) throws(Refusal) {
    if text.isEmpty {
      return try put(at: cell, style) { worksheet_write_blank($0, $1, $2, $3) }
    }
    try checkLength(of: text, XLSXText.maximumLength, at: cell)
    let escaped = XLSXText.escaped(text)
    try put(at: cell, style) { worksheet_write_string($0, $1, $2, escaped, $3) }
  }

  /// Writes a number, to 15 significant digits as spreadsheets keep them.
  ///
  /// - Throws: `workbook.number` for one that a spreadsheet cannot hold.
  package func write(_ number: Decimal, at cell: CellReference, _ style: XLSXFile.Style? = nil) throws(Refusal) {
    try write(digits: number.description, at: cell, style)
  }

  /// Writes a count.
  package func write(_ number: Int, at cell: CellReference, _ style: XLSXFile.Style? = nil) throws(Refusal) {
    try write(digits: String(number), at: cell, style)
  }

  /// Writes a number by its decimal digits. The library prints 16 of the nearest double to them, of which readers keep 15.
  ///
  /// - Throws: `workbook.number` for one that a spreadsheet cannot hold.
  func write(digits: String, at cell: CellReference, _ style: XLSXFile.Style? = nil) throws(Refusal) {
    guard let double = XLSXNumber.double(digits) else {
      throw Refusal(.workbookNumber, at: Place(sheet: name, cell: cell), ["found": digits])
    }
    try put(at: cell, style) { worksheet_write_number($0, $1, $2, double, $3) }
  }

  /// Writes a formula whose stored result is an empty text, so that a program that does not compute sees an empty cell.
  package func writeFormula(_ formula: String, at cell: CellReference, _ style: XLSXFile.Style? = nil) throws(Refusal) {
    try put(at: cell, style) { worksheet_write_formula_str($0, $1, $2, formula, $3, "") }
  }

  private func put(
    at cell: CellReference, _ style: XLSXFile.Style?,
    _ write: (UnsafeMutablePointer<lxw_worksheet>, lxw_row_t, lxw_col_t, UnsafeMutablePointer<lxw_format>?) -> lxw_error
  ) throws(Refusal) {
    let sheet = try live()
    try checkOrder(cell)
    let (row, column) = try address(cell)
    let format = file.format(style)
    func call() -> lxw_error { write(sheet, row, column, format) }
    try check(isStreamed ? file.scratch.inside(call) : call(), at: cell)
  }

  /// Merges a range and gives all of its cells the style. What the range shows is written to its first cell afterwards. A single cell
  /// is no range and only styled.
  ///
  /// - Throws: `workbook.merge-overlap`.
  package func merge(_ range: CellRange, _ style: XLSXFile.Style? = nil) throws(Refusal) {
    let sheet = try live()
    guard !isStreamed else { throw XLSXFile.failure("merge in a streamed sheet") }
    guard !range.isSingleCell else { return try write("", at: range.first, style) }
    let (firstRow, firstColumn) = try address(range.first)
    let (lastRow, lastColumn) = try address(range.last)
    for row in range.rows where merged.indices.contains(row) {
      if merged[row].contains(where: { $0.overlaps(range.columns) }) {
        throw Refusal(.workbookMergeOverlap, at: Place(sheet: name, cells: range), ["found": range.a1])
      }
    }
    while merged.count <= range.last.row { merged.append([]) }
    for row in range.rows { merged[row].append(range.columns) }
    let error = worksheet_merge_range(sheet, firstRow, firstColumn, lastRow, lastColumn, "", file.format(style))
    try check(error, at: range.first)
  }

  // MARK: Rows and columns

  /// The most that a row can be high, in points.
  package static let maximumRowHeight = 409.5

  /// Points, rounded up to whole pixels of a 96 dpi screen.
  package func setHeight(_ points: Double, ofRow row: Int) throws(Refusal) {
    var height = min((points / 0.75).rounded(.up) * 0.75, Self.maximumRowHeight)
    // The library leaves out the height that it takes for the default, and programs then choose one of their own.
    if height == 15 { height = 15.01 }
    let cell = CellReference(row: row, column: 0)
    let sheet = try live()
    try checkOrder(cell)
    let (number, _) = try address(cell)
    try check(file.scratch.inside { worksheet_set_row(sheet, number, height, nil) }, at: cell)
  }

  /// - Parameter width: In characters, as the file stores it (ECMA-376 part 1, 18.3.1.13): the pixels of the column over those of a digit of
  ///   the default font. Rounded to sevenths.
  package func setWidth(_ width: Double, ofColumns columns: ClosedRange<Int>) throws(Refusal) {
    let first = CellReference(row: 0, column: columns.lowerBound)
    let (_, firstColumn) = try address(first)
    let (_, lastColumn) = try address(CellReference(row: 0, column: columns.upperBound))
    // The library reckons with a digit of 7 pixels and writes pixels / 7.
    let pixels = UInt32(max(0, (width * 7).rounded()))
    try check(worksheet_set_column_pixels(try live(), firstColumn, lastColumn, pixels, nil), at: first)
  }

  // MARK: Plumbing

  var isStreamed: Bool { file.isStreamed }

  /// The library's sheet, as long as its workbook is open.
  func live() throws(Refusal) -> UnsafeMutablePointer<lxw_worksheet> {
    guard file.isOpen else { throw XLSXFile.failure("closed") }
    return sheet
  }

  /// A cell as the library counts, which takes the lower bits of what is too large.
  func address(_ cell: CellReference) throws(Refusal) -> (lxw_row_t, lxw_col_t) {
    guard (0..<CellReference.maximumRows).contains(cell.row), (0..<CellReference.maximumColumns).contains(cell.column)
    else { throw XLSXFile.failure("no such cell: row \(cell.row + 1), column \(cell.column + 1)") }
    return (lxw_row_t(cell.row), lxw_col_t(cell.column))
  }

  func check(_ error: lxw_error, at cell: CellReference) throws(Refusal) {
    if file.isStreamed { try file.scratch.check() }
    guard error == LXW_NO_ERROR else {
      throw Refusal(
        .workbookWriteFailed, at: Place(sheet: name, cell: cell), ["reason": String(cString: lxw_strerror(error))])
    }
  }

  func checkLength(of text: String, _ limit: Int, at cell: CellReference?) throws(Refusal) {
    guard !XLSXText.fits(text, limit) else { return }
    let place = cell.map { Place(sheet: name, cell: $0) } ?? Place(sheet: name)
    throw Refusal(.workbookTextTooLong, at: place, ["found": String(text.utf16.count), "expected": String(limit)])
  }

  /// A streamed row is gone once the next one began; the library would drop the cell in silence.
  private func checkOrder(_ cell: CellReference) throws(Refusal) {
    guard isStreamed else { return }
    guard cell.row >= lastRow else { throw XLSXFile.failure("row out of order at \(cell.a1)") }
    lastRow = cell.row
  }
}
