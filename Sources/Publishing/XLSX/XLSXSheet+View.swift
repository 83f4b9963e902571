import Findings

/// How a sheet is shown on screen and what one may do to it.
extension XLSXSheet {
  /// Keeps the rows above and the columns left of this cell in view.
  public func freeze(at cell: CellReference) throws(Refusal) { try headed().view.frozen = cell }

  /// Filter buttons on the first row of a range.
  public func addFilter(on range: CellRange) throws(Refusal) { try live().filter = range }

  /// Makes this the sheet that is open when the workbook is.
  public func activate() throws(Refusal) { file.activate(try headed()) }

  /// Hides the grey lines between cells.
  public func hideGridlines() throws(Refusal) { try headed().view.hidesGridlines = true }

  /// Locks all cells but those whose style is unlocked, without a password. Rows and columns may still be resized.
  public func protect() throws(Refusal) { try live().isProtected = true }

  /// A comment that shows when the pointer rests on the cell, in a box that holds all of it.
  ///
  /// - Throws: `workbook.text-too-long`.
  public func comment(_ text: String, at cell: CellReference, author: String) throws(Refusal) {
    let live = try live()
    guard !live.isStreamed else { throw XLSXFile.failure("comment in a streamed sheet") }
    try checkLength(of: text, XLSXText.maximumLength, at: cell)
    // 300 pixels are 225 points; a line of 9 points takes 18 pixels.
    let lines = TextSetting(width: 215, size: 9).lines(text)
    live.comments.append(.init(cell: cell, text: text, author: author, height: min(24 + 18 * lines, 10_000)))
  }

  /// What a cell may be given, and the hint shown while it is selected.
  public struct Input {
    /// The options offered.
    public enum Choice {
      /// Written into the sheet itself: at most 255 characters with the commas between them, none within.
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
  /// - Throws: `workbook.list-too-long` where the options do not fit.
  public func setInput(_ input: Input, for range: CellRange) throws(Refusal) {
    let live = try live()
    if case .options(let options) = input.choice {
      let length = options.reduce(-1) { $0 + $1.utf16.count + 1 }
      guard length <= XLSXText.maximumListLength, !options.contains(where: { $0.contains(",") || $0.contains("\"") })
      else { throw Refusal(.workbookListTooLong, at: Place(sheet: name, cells: range), ["found": String(length)]) }
    }
    live.inputs.append((input, range))
  }
}
