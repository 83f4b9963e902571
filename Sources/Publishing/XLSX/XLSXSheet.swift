import Findings
import Foundation

/// One sheet of a workbook being written.
///
/// Keeps its workbook alive. Once the workbook is closed, writing throws and settings do nothing.
///
/// What Excel would repair or lose is refused here: overlapping merges, numbers that are none, texts past 32,767 UTF-16 units, rows out of
/// order in a streamed workbook.
public final class XLSXSheet {
  public var name: String { content.name }
  let content: SheetContent
  let file: XLSXFile

  init(_ content: SheetContent, of file: XLSXFile) {
    self.content = content
    self.file = file
  }

  // MARK: Cells

  /// Writes a text; an empty one leaves the cell blank.
  ///
  /// - Throws: `workbook.text-too-long`.
  public func write(_ text: String, at cell: CellReference, _ style: XLSXFile.Style? = nil) throws(Refusal) {
    if text.isEmpty { return try put(.blank, at: cell, style) }
    try checkLength(of: text, XLSXText.maximumLength, at: cell)
    let live = try live()
    try put(live.isStreamed ? .text(text) : .sharedText(file.texts.number(of: text)), at: cell, style)
  }

  /// Writes an exact number: its decimal digits.
  ///
  /// - Throws: `workbook.number` for one that a spreadsheet cannot hold.
  public func write(_ number: Decimal, at cell: CellReference, _ style: XLSXFile.Style? = nil) throws(Refusal) {
    let digits = number.description
    guard let double = Double(digits), double.isFinite else {
      throw Refusal(.workbookNumber, at: Place(sheet: name, cell: cell), ["found": digits])
    }
    try put(.number(digits), at: cell, style)
  }

  /// Writes a number by its decimal digits.
  func write(digits: String, at cell: CellReference, _ style: XLSXFile.Style? = nil) throws(Refusal) {
    try put(.number(digits), at: cell, style)
  }

  /// Writes a count.
  public func write(_ number: Int, at cell: CellReference, _ style: XLSXFile.Style? = nil) throws(Refusal) {
    try put(.number(String(number)), at: cell, style)
  }

  /// Writes a formula whose stored result is an empty text, so that a program that does not compute sees an empty cell.
  public func writeFormula(_ formula: String, at cell: CellReference, _ style: XLSXFile.Style? = nil) throws(Refusal) {
    try put(.formula(formula.hasPrefix("=") ? String(formula.dropFirst()) : formula), at: cell, style)
  }

  private func put(_ value: SheetContent.Value, at cell: CellReference, _ style: XLSXFile.Style?) throws(Refusal) {
    let written = SheetContent.Cell(
      column: Int32(cell.column), style: Int32(truncatingIfNeeded: style?.number ?? 0), value: value)
    try live().change(row: cell.row) { $0.set(written) }
  }

  /// Merges a range and gives all of its cells the style. What the range shows is written to its first cell afterwards. A single cell
  /// is no range and only styled.
  ///
  /// - Throws: `workbook.merge-overlap`.
  public func merge(_ range: CellRange, _ style: XLSXFile.Style? = nil) throws(Refusal) {
    let live = try live()
    guard !live.isStreamed else { throw XLSXFile.failure("merge in a streamed sheet") }
    guard !range.isSingleCell else { return try write("", at: range.first, style) }
    let number = Int32(truncatingIfNeeded: style?.number ?? 0)
    for row in range.rows where live.rows.indices.contains(row) {
      if live.rows[row].merged.contains(where: { $0.overlaps(range.columns) }) {
        throw Refusal(.workbookMergeOverlap, at: Place(sheet: name, cells: range), ["found": range.a1])
      }
    }
    for row in range.rows {
      try live.change(row: row) { row in
        row.merged.append(range.columns)
        for column in range.columns { row.set(.init(column: Int32(column), style: number, value: .blank)) }
      }
    }
    live.merges.append(range)
  }

  // MARK: Rows and columns

  /// The most that a row can be high, in points.
  public static let maximumRowHeight = 409.5

  /// Points, rounded up to whole pixels of a 96 dpi screen.
  public func setHeight(_ points: Double, ofRow row: Int) throws(Refusal) {
    let height = min((points / 0.75).rounded(.up) * 0.75, Self.maximumRowHeight)
    try live().change(row: row) { $0.height = height }
  }

  /// - Parameter width: In characters, as the file stores it (ECMA-376 part 1, 18.3.1.13): the pixels of the column over those of a digit of
  ///   the default font, in 256ths.
  public func setWidth(_ width: Double, ofColumns columns: ClosedRange<Int>) throws(Refusal) {
    let live = try headed()
    for column in columns { live.widths[column] = max(0, (width * 256).rounded(.down) / 256) }
  }

  // MARK: Plumbing

  /// The sheet, as long as its workbook is open.
  func live() throws(Refusal) -> SheetContent {
    guard file.isOpen else { throw XLSXFile.failure("closed") }
    return content
  }

  /// The sheet, as long as what stands in front of its rows can change.
  func headed() throws(Refusal) -> SheetContent {
    guard try !live().headIsWritten else {
      throw XLSXFile.failure("a setting that comes after the rows of a streamed sheet")
    }
    return content
  }

  func checkLength(of text: String, _ limit: Int, at cell: CellReference?) throws(Refusal) {
    guard !XLSXText.fits(text, limit) else { return }
    let place = cell.map { Place(sheet: name, cell: $0) } ?? Place(sheet: name)
    throw Refusal(.workbookTextTooLong, at: place, ["found": String(text.utf16.count), "expected": String(limit)])
  }
}
