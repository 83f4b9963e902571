import CXLSXWriter
import Findings
import Foundation

/// How a sheet is shown on screen and what one may do to it.
extension XLSXSheet {
  /// Keeps the rows above and the columns left of this cell in view.
  public func freeze(at cell: CellReference) {
    guard let sheet = try? live() else { return }
    let (row, column) = address(cell)
    worksheet_freeze_panes(sheet, row, column)
  }

  /// Filter buttons on the first row of a range.
  public func addFilter(on range: CellRange) throws(Refusal) {
    let sheet = try live()
    let (firstRow, firstColumn) = address(range.first)
    let (lastRow, lastColumn) = address(range.last)
    try check(worksheet_autofilter(sheet, firstRow, firstColumn, lastRow, lastColumn), at: range.first)
  }

  /// Makes this the sheet that is open when the workbook is.
  public func activate() {
    guard let sheet = try? live() else { return }
    worksheet_activate(sheet)
  }

  /// Hides the grey lines between cells.
  public func hideGridlines() {
    guard let sheet = try? live() else { return }
    worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
  }

  /// Locks all cells but those whose style is unlocked, without a password. Rows and columns may still be resized.
  public func protect() {
    guard let sheet = try? live() else { return }
    var options = lxw_protection()
    options.format_rows = 1
    options.format_columns = 1
    worksheet_protect(sheet, nil, &options)
  }

  /// A comment that shows when the pointer rests on the cell, in a box that holds all of it.
  public func comment(_ text: String, at cell: CellReference, author: String) throws(Refusal) {
    let sheet = try live()
    guard !isStreamed else { throw XLSXFile.failure("comment in a streamed sheet") }
    guard text.utf16.count <= XLSXText.maximumLength else {
      throw Refusal(
        .workbookTextTooLong, at: Place(sheet: name, cell: cell),
        ["found": String(text.utf16.count), "expected": String(XLSXText.maximumLength)])
    }
    let (row, column) = address(cell)
    let error = author.withCString { author in
      "宋体".withCString { font in
        var options = lxw_comment_options()
        options.author = UnsafeMutablePointer(mutating: author)
        options.font_name = UnsafeMutablePointer(mutating: font)
        options.font_size = 9
        // 300 pixels are 225 points; a line of 9 points takes 18 pixels.
        options.width = 300
        options.height = UInt16(clamping: 24 + 18 * TextSetting(width: 215, size: 9).lines(text))
        return worksheet_write_comment_opt(sheet, row, column, XLSXText.escaped(text), &options)
      }
    }
    try check(error, at: cell)
  }

  /// What a cell may be given, and the hint shown while it is selected.
  public struct Input {
    /// The options offered.
    public enum Choice {
      /// Written into the sheet itself: at most 250 bytes in UTF-8, no commas.
      case options([String])
      /// The cells of another sheet.
      case cells(CellRange, ofSheet: String)
      /// Anything.
      case any
    }
    public var choice: Choice
    /// At most 32 characters.
    public var hintTitle: String?
    /// At most 255 characters.
    public var hint: String?
    /// Whether something that is not offered is refused; otherwise the list is a convenience.
    public var isStrict: Bool

    public init(_ choice: Choice = .any, hintTitle: String? = nil, hint: String? = nil, isStrict: Bool = false) {
      self.choice = choice
      self.hintTitle = hintTitle
      self.hint = hint
      self.isStrict = isStrict
    }
  }

  /// Offers options and a hint for the cells of a range.
  ///
  /// - Throws: `workbook.list-too-long` where the options do not fit: version 1.1.4 of the library ends the process past 255 bytes.
  public func setInput(_ input: Input, for range: CellRange) throws(Refusal) {
    let sheet = try live()
    var validation = lxw_data_validation()
    validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
    let strict = input.isStrict ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF
    validation.show_error = UInt8(strict.rawValue)
    var copies: [UnsafeMutablePointer<CChar>?] = []
    func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
      copies.append(text.withCString { strdup($0) })
      return copies.last ?? nil
    }
    defer { for pointer in copies { free(pointer) } }
    if let title = input.hintTitle { validation.input_title = copy(String(title.prefix(32))) }
    if let hint = input.hint { validation.input_message = copy(String(hint.prefix(255))) }
    switch input.choice {
    case .any: validation.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    case .cells(let cells, let other):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      validation.value_formula = copy("='\(other.replacing("'", with: "''"))'!\(Self.absolute(cells))")
    case .options(let options):
      let bytes = options.reduce(0) { $0 + $1.utf8.count + 1 }
      guard bytes <= 250, !options.contains(where: { $0.contains(",") || $0.contains("\"") }) else {
        throw Refusal(.workbookListTooLong, at: Place(sheet: name, cells: range), ["found": String(bytes)])
      }
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      validation.value_formula = copy("\"" + options.joined(separator: ",") + "\"")
    }
    let (firstRow, firstColumn) = address(range.first)
    let (lastRow, lastColumn) = address(range.last)
    try check(
      worksheet_data_validation_range(sheet, firstRow, firstColumn, lastRow, lastColumn, &validation), at: range.first)
  }

  private static func absolute(_ range: CellRange) -> String {
    func corner(_ cell: CellReference) -> String { "$\(CellReference.columnName(cell.column))$\(cell.row + 1)" }
    return corner(range.first) + ":" + corner(range.last)
  }
}
