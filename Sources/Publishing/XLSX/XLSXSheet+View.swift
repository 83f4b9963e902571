import CXLSXWriter
import Findings

/// How a sheet is shown on screen and what one may do to it.
extension XLSXSheet {
  /// Keeps the rows above and the columns left of this cell in view.
  package func freeze(at cell: CellReference) throws(Refusal) {
    let (row, column) = try address(cell)
    worksheet_freeze_panes(try live(), row, column)
  }

  /// Filter buttons on the first row of a range.
  package func addFilter(on range: CellRange) throws(Refusal) {
    let (firstRow, firstColumn) = try address(range.first)
    let (lastRow, lastColumn) = try address(range.last)
    try check(worksheet_autofilter(try live(), firstRow, firstColumn, lastRow, lastColumn), at: range.first)
  }

  /// Makes this the sheet that is open when the workbook is.
  package func activate() throws(Refusal) { worksheet_activate(try live()) }

  /// Hides the gray lines between cells.
  package func hideGridlines() throws(Refusal) {
    worksheet_gridlines(try live(), UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
  }

  /// Locks all cells but those whose style is unlocked, without a password. Rows and columns may still be resized.
  package func protect() throws(Refusal) {
    var options = lxw_protection()
    options.format_rows = 1
    options.format_columns = 1
    worksheet_protect(try live(), nil, &options)
  }

  /// Leaves out the mark of Excel on texts of a range that could be numbers. A second range replaces the first.
  package func acceptNumbersAsText(in range: CellRange) throws(Refusal) {
    _ = try address(range.last)
    let kind = UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue)
    try check(worksheet_ignore_errors(try live(), kind, range.a1), at: range.first)
  }

  /// The box of a comment, in pixels of a 96 dpi screen.
  package struct CommentBox: Sendable {
    package var width: Int
    package var height: Int

    package init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  /// The font of comments and its size in points.
  static let commentFont = (name: "宋体", size: 9.0)

  /// A comment that shows when the pointer rests on the cell.
  ///
  /// - Throws: `workbook.text-too-long`.
  package func comment(
    _ text: String, at cell: CellReference, author: String, box: CommentBox = .init(width: 300, height: 74)
  ) throws(Refusal) {
    let sheet = try live()
    guard !isStreamed else { throw XLSXFile.failure("comment in a streamed sheet") }
    try checkLength(of: text, XLSXText.maximumLength, at: cell)
    let (row, column) = try address(cell)
    let error = author.withCString { author in
      Self.commentFont.name.withCString { font in
        var options = lxw_comment_options()
        options.author = UnsafeMutablePointer(mutating: author)
        options.font_name = UnsafeMutablePointer(mutating: font)
        options.font_size = Self.commentFont.size
        options.width = UInt16(clamping: box.width)
        options.height = UInt16(clamping: box.height)
        return worksheet_write_comment_opt(sheet, row, column, XLSXText.escaped(text), &options)
      }
    }
    try check(error, at: cell)
  }
}
