/// How a cell of a written workbook looks and behaves.
public struct CellStyle: Hashable, Sendable {
  public enum Alignment: Hashable, Sendable { case left, center, right }

  /// The font's name as Chinese Excel and WPS know it, at most 31 characters.
  public var font = "宋体"
  /// Points.
  public var size = 10.0
  public var isBold = false
  /// Text color, `0xRRGGBB`.
  public var color = 0x000000
  /// Background color, `0xRRGGBB`; nil for none.
  public var fill: Int?
  public var horizontal = Alignment.left
  /// How far text stands off its side, in steps of three blanks of the Normal style.
  public var indent = 0
  /// Vertically centered, else at the top.
  public var isCenteredVertically = true
  public var wraps = true
  /// Whether what is too wide for the cell is shown smaller; a number that may not would show as `####`.
  public var shrinks = false
  /// Thin lines on all four sides.
  public var hasBorder = false
  /// A number format code of ECMA-376 part 1, 18.8.31, such as `0.00####`; `@` for text.
  public var numberFormat = "General"
  /// Whether the cell can be filled in on a protected sheet.
  public var isUnlocked = false

  public init() {}

  /// A copy with changes: `style.with { $0.isBold = true }`.
  public func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var copy = self
    change(&copy)
    return copy
  }
}
