/// One row of the page before it is known on which page it comes.
struct PageRow {
  struct Cell {
    let columns: ClosedRange<Int>
    var value: PageValue
    let look: PageLayout.Look
    /// The field that stands there; nil for labels.
    var field: PageField?
    /// Whether the cell is the lower part of the one above it.
    var continuesAbove = false
  }

  var cells: [Cell]
  /// Points.
  var height: Double
  /// The least that its texts need, in points.
  var tightHeight: Double
  /// The block of the layout that it belongs to.
  let block: Int
  /// The indicator that it shows.
  var indicator: Int?
  /// How good a place the upper edge is for a page to begin.
  var breakBefore = BreakQuality.never
}

/// How good a place is for a page to begin, the better the greater.
enum BreakQuality: Int, Comparable {
  /// Not at all: heading and table, the assessment and the last indicators stay together.
  case never
  /// Within an indicator that takes several rows: only where it is longer than a page.
  case withinIndicator
  /// Within another text that takes several rows.
  case withinText
  /// Between two indicators.
  case betweenIndicators
  /// Between two groups of indicators, or two blocks.
  case betweenGroups

  static func < (left: BreakQuality, right: BreakQuality) -> Bool { left.rawValue < right.rawValue }
}

extension PageLayout.Look {
  /// The least height of a row with such a cell, in points.
  func leastHeight(_ settings: PageSettings) -> Double {
    switch self {
    case .title: settings.titleSize * 2.4
    case .period: settings.textSize * 2.4
    case .label, .prose, .value, .level, .amount: settings.textSize * 2.0
    }
  }
}
