import Findings

/// How a sheet is printed.
extension XLSXSheet {
  /// Where and how a sheet is printed, on A4.
  public struct PageSetup: Sendable {
    public var isLandscape = false
    /// Millimetres.
    public var margins = (left: 15.0, right: 15.0, top: 19.0, bottom: 19.0)
    public var isCenteredHorizontally = true
    /// What is printed; nil for everything.
    public var area: CellRange?
    /// The text at the foot of every page, in the codes of ECMA-376 part 1, 18.3.1.46, at most 255 UTF-16 units.
    public var footer: String?
    /// Rows that begin a new page. None may lie inside a merge.
    public var breaks: [Int] = []
    /// Rows printed again on top of every page.
    public var repeatedRows: ClosedRange<Int>?
    /// Shrinks the sheet to the page's width. Excel then ignores breaks.
    public var fitsWidth = false

    public init() {}
  }

  /// The most manual breaks that Excel takes.
  static let maximumBreaks = 1023

  /// - Throws: `workbook.text-too-long` for the footer.
  public func setPage(_ page: PageSetup) throws(Refusal) {
    let live = try headed()
    if let footer = page.footer { try checkLength(of: footer, XLSXText.maximumFooterLength, at: nil) }
    live.page = page
  }
}
