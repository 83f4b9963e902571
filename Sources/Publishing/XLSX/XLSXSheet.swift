import CXLSXWriter
import Findings
import Foundation

/// One sheet of a workbook being written.
///
/// Keeps its workbook alive. Once the workbook is closed, writing throws and settings do nothing.
///
/// What libxlsxwriter 1.1.4 accepts and Excel then repairs or loses is refused here: overlapping merges, numbers that are none, texts
/// past 32,767 UTF-16 units, rows out of order in a streamed workbook.
public final class XLSXSheet {
  public let name: String
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let file: XLSXFile
  private var merged: [Int: [ClosedRange<Int>]] = [:]
  private var lastRow = 0

  init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, of file: XLSXFile, name: String) {
    self.sheet = sheet
    self.file = file
    self.name = name
  }

  var isStreamed: Bool { file.isStreamed }

  // MARK: Cells

  /// Writes a text; an empty one leaves the cell blank.
  ///
  /// - Throws: `workbook.text-too-long`.
  public func write(_ text: String, at cell: CellReference, _ style: XLSXFile.Style? = nil) throws(Refusal) {
    try checkOrder(cell)
    guard text.utf8.count <= XLSXText.maximumLength || text.utf16.count <= XLSXText.maximumLength else {
      throw Refusal(
        .workbookTextTooLong, at: Place(sheet: name, cell: cell),
        ["found": String(text.utf16.count), "expected": String(XLSXText.maximumLength)])
    }
    let sheet = try live()
    let (row, column) = address(cell)
    if text.isEmpty {
      try check(worksheet_write_blank(sheet, row, column, style?.format), at: cell)
    } else {
      let error = worksheet_write_string(sheet, row, column, XLSXText.escaped(text), style?.format)
      // Escapes can push a text past what the library counts.
      guard error != LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED else {
        throw Refusal(
          .workbookTextTooLong, at: Place(sheet: name, cell: cell),
          ["found": String(text.utf16.count), "expected": String(XLSXText.maximumLength)])
      }
      try check(error, at: cell)
    }
  }

  /// Writes an exact number, the nearest double to it. The nearest is found from its decimal digits; NSDecimalNumber misses it for 0.22.
  ///
  /// - Throws: `workbook.number` for one that no double holds to 15 significant digits.
  public func write(_ number: Decimal, at cell: CellReference, _ style: XLSXFile.Style? = nil) throws(Refusal) {
    guard let double = Double(number.description), double.isFinite else {
      throw Refusal(.workbookNumber, at: Place(sheet: name, cell: cell), ["found": number.description])
    }
    try write(double, at: cell, style)
  }

  /// Writes a count.
  public func write(_ number: Int, at cell: CellReference, _ style: XLSXFile.Style? = nil) throws(Refusal) {
    try write(Decimal(number), at: cell, style)
  }

  private func write(_ number: Double, at cell: CellReference, _ style: XLSXFile.Style?) throws(Refusal) {
    try checkOrder(cell)
    let sheet = try live()
    let (row, column) = address(cell)
    try check(worksheet_write_number(sheet, row, column, number, style?.format), at: cell)
  }

  /// Writes a formula whose stored result is an empty text, so that a program that does not compute sees an empty cell.
  public func writeFormula(_ formula: String, at cell: CellReference, _ style: XLSXFile.Style? = nil) throws(Refusal) {
    try checkOrder(cell)
    let sheet = try live()
    let (row, column) = address(cell)
    try check(worksheet_write_formula_str(sheet, row, column, formula, style?.format, ""), at: cell)
  }

  /// Merges a range and gives all of its cells the style. What the range shows is written to its first cell afterwards. A single cell
  /// is no range and only styled.
  ///
  /// - Throws: `workbook.merge-overlap`.
  public func merge(_ range: CellRange, _ style: XLSXFile.Style? = nil) throws(Refusal) {
    guard !isStreamed else { throw XLSXFile.failure("merge in a streamed sheet") }
    guard !range.isSingleCell else { return try write("", at: range.first, style) }
    for row in range.rows {
      if merged[row, default: []].contains(where: { $0.overlaps(range.columns) }) {
        throw Refusal(.workbookMergeOverlap, at: Place(sheet: name, cells: range), ["found": range.a1])
      }
    }
    for row in range.rows { merged[row, default: []].append(range.columns) }
    let sheet = try live()
    let (firstRow, firstColumn) = address(range.first)
    let (lastRow, lastColumn) = address(range.last)
    try check(
      worksheet_merge_range(sheet, firstRow, firstColumn, lastRow, lastColumn, "", style?.format), at: range.first)
  }

  // MARK: Rows and columns

  /// The most that a row can be high, in points.
  public static let maximumRowHeight = 409.5

  /// Points, rounded up to whole pixels of a 96 dpi screen.
  public func setHeight(_ points: Double, ofRow row: Int) throws(Refusal) {
    let height = min((points / 0.75).rounded(.up) * 0.75, Self.maximumRowHeight)
    let cell = CellReference(row: row, column: 0)
    try checkOrder(cell)
    try check(worksheet_set_row(live(), lxw_row_t(row), height, nil), at: cell)
  }

  /// - Parameter width: In characters, as the file stores it (ECMA-376 part 1, 18.3.1.13): the pixels of the column over those of a digit of
  ///   the default font. Rounded to sevenths.
  public func setWidth(_ width: Double, ofColumns columns: ClosedRange<Int>) throws(Refusal) {
    // The library reckons with a digit of 7 pixels and writes pixels / 7.
    let error = worksheet_set_column_pixels(
      try live(), lxw_col_t(columns.lowerBound), lxw_col_t(columns.upperBound), UInt32(max(0, (width * 7).rounded())),
      nil)
    try check(error, at: CellReference(row: 0, column: columns.lowerBound))
  }

  // MARK: Plumbing

  /// The library's sheet, as long as there is one.
  func live() throws(Refusal) -> UnsafeMutablePointer<lxw_worksheet> {
    guard file.isOpen else { throw XLSXFile.failure("closed") }
    return sheet
  }

  func address(_ cell: CellReference) -> (lxw_row_t, lxw_col_t) { (lxw_row_t(cell.row), lxw_col_t(cell.column)) }

  func check(_ error: lxw_error, at cell: CellReference) throws(Refusal) {
    guard error == LXW_NO_ERROR else {
      throw Refusal(
        .workbookWriteFailed, at: Place(sheet: name, cell: cell), ["reason": String(cString: lxw_strerror(error))])
    }
  }

  /// A streamed row is gone once the next one began; the library would drop the cell in silence.
  private func checkOrder(_ cell: CellReference) throws(Refusal) {
    guard isStreamed else { return }
    guard cell.row >= lastRow else { throw XLSXFile.failure("row out of order at \(cell.a1)") }
    lastRow = cell.row
  }
}
