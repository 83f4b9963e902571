import TrackingModel

/// The measures of a page, in points, computed once for all of its cells.
struct PageGeometry {
  /// A4 in millimeters.
  static let paper = (width: 210.0, height: 297.0)
  /// How much of the printable width the columns take. Programs round columns to their own pixels, and each a little differently; what is
  /// over would print as a second page beside the first.
  static let usedWidth = 0.965
  /// How much of the printable height rows may take before a page is full.
  static let usedHeight = 0.955
  /// Pixels of a digit of the Normal style at 96 dpi, Times New Roman 12: what widths are counted in. Half an em exactly, in that font, in
  /// Liberation Serif, which replaces it, and in 宋体, so that no program rounds it differently and the columns come out the same everywhere.
  static let digit = 8.0
  /// What an indent takes from the left of a cell, in points: three blanks of the Normal style (ECMA-376 part 1, 18.8.1), a quarter of an em each.
  static let indent = 9.0

  /// Widths of the columns as the file stores them, in digits.
  let widths: [Double]
  /// Widths of the columns in points.
  let points: [Double]
  /// What a page holds.
  let height: Double

  /// - Parameter shares: How the width is shared among the columns.
  init(_ settings: PageSettings, shares: [Double] = FormDefinition.tracking.page.shares) {
    let millimeter = 72 / 25.4
    let printable = (Self.paper.width - settings.margins.left - settings.margins.right) * millimeter
    height = (Self.paper.height - settings.margins.top - settings.margins.bottom) * millimeter * Self.usedHeight
    let total = shares.reduce(0, +)
    // Rounded down, so that what programs add when they round to pixels of their own stays within the page.
    widths = shares.map { share in
      ((printable * Self.usedWidth * share / total) / 0.75 / Self.digit * 7).rounded(.down) / 7
    }
    points = widths.map { $0 * Self.digit * 0.75 }
  }

  /// The width of a merged range of columns in points.
  func width(of columns: ClosedRange<Int>) -> Double {
    points[columns].reduce(0, +)
  }
}
