import CXLSXWriter
import Findings

/// How a sheet is printed.
extension XLSXSheet {
  /// Where and how a sheet is printed, on A4.
  package struct PageSetup: Sendable {
    package var isLandscape = false
    /// Millimeters.
    package var margins = (left: 15.0, right: 15.0, top: 19.0, bottom: 19.0)
    package var isCenteredHorizontally = true
    /// What is printed; nil for everything.
    package var area: CellRange?
    /// The text at the foot of every page, in the codes of ECMA-376 part 1, 18.3.1.46, at most 255 UTF-16 units.
    package var footer: String?
    /// Rows that begin a new page. None may lie inside a merge.
    package var breaks: [Int] = []
    /// Rows printed again on top of every page.
    package var repeatedRows: ClosedRange<Int>?
    /// Shrinks the sheet to the page's width. Excel then ignores breaks.
    package var fitsWidth = false

    package init() {}
  }

  /// The most manual breaks that Excel takes.
  static let maximumBreaks = 1023
  private static let a4: UInt8 = 9

  /// - Throws: `workbook.text-too-long` for the footer.
  package func setPage(_ page: PageSetup) throws(Refusal) {
    let sheet = try live()
    if let footer = page.footer { try checkLength(of: footer, XLSXText.maximumFooterLength, at: nil) }
    worksheet_set_paper(sheet, Self.a4)
    if page.isLandscape { worksheet_set_landscape(sheet) } else { worksheet_set_portrait(sheet) }
    let inch = 25.4
    worksheet_set_margins(
      sheet, page.margins.left / inch, page.margins.right / inch, page.margins.top / inch, page.margins.bottom / inch)
    if page.isCenteredHorizontally { worksheet_center_horizontally(sheet) }
    let origin = CellReference(row: 0, column: 0)
    if let area = page.area {
      let (firstRow, firstColumn) = try address(area.first)
      let (lastRow, lastColumn) = try address(area.last)
      try check(worksheet_print_area(sheet, firstRow, firstColumn, lastRow, lastColumn), at: area.first)
    }
    if let footer = page.footer { try check(worksheet_set_footer(sheet, XLSXText.escaped(footer)), at: origin) }
    if let rows = page.repeatedRows {
      try check(worksheet_repeat_rows(sheet, lxw_row_t(rows.lowerBound), lxw_row_t(rows.upperBound)), at: origin)
    }
    if page.fitsWidth { worksheet_fit_to_pages(sheet, 1, 0) }
    // Zero ends the list.
    let breaks = page.breaks.filter { $0 > 0 }.prefix(Self.maximumBreaks)
    guard !breaks.isEmpty else { return }
    var rows = breaks.map { lxw_row_t($0) } + [0]
    try check(worksheet_set_h_pagebreaks(sheet, &rows), at: origin)
  }
}
