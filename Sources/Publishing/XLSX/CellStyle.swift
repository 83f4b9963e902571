/// How a cell of a written workbook looks and behaves.
package struct CellStyle: Hashable, Sendable {
  package enum Alignment: Hashable, Sendable { case left, center, right }

  /// The font's name as Chinese Excel and WPS know it, at most 31 characters.
  package var font = "宋体"
  /// Points.
  package var size = 10.0
  package var isBold = false
  /// Text color, `0xRRGGBB`.
  package var color = 0x000000
  /// Background color, `0xRRGGBB`; nil for none.
  package var fill: Int?
  package var horizontal = Alignment.left
  /// How far text stands off its side, in steps of three blanks of the Normal style.
  package var indent = 0
  /// Vertically centered, else at the top.
  package var isCenteredVertically = true
  package var wraps = true
  /// Whether what is too wide for the cell is shown smaller; a number that may not would show as `####`.
  package var shrinks = false
  /// Thin lines on all four sides.
  package var hasBorder = false
  /// A number format code of ECMA-376 part 1, 18.8.31, such as `0.00####`; `@` for text.
  package var numberFormat = "General"
  /// Whether the cell can be filled in on a protected sheet.
  package var isUnlocked = false

  package init() {}

  /// A copy with changes: `style.with { $0.isBold = true }`.
  package func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var copy = self
    change(&copy)
    return copy
  }
}
