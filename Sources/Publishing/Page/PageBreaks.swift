/// Divides the rows of a form into pages.
enum PageBreaks {
  /// How full a page has to be for a better place to be preferred to a later one.
  private static let leastFill = 0.5

  /// - Parameters:
  ///   - height: What a page holds, in points.
  ///   - header: The height of the row that a page begins with when it goes on with the indicators.
  /// - Returns: The ranges of rows of each page.
  static func pages(of rows: [PageRow], height: Double, header: Double) -> [Range<Int>] {
    var pages: [Range<Int>] = []
    var start = 0
    while start < rows.count {
      let space = height - (repeatsHeader(rows, at: start) ? header : 0)
      var used = 0.0
      var end = start
      while end < rows.count, used + rows[end].height <= space || end == start {
        used += rows[end].height
        end += 1
      }
      if end < rows.count { end = bestBreak(rows, from: start, to: end, space: space) }
      pages.append(start..<end)
      start = end
    }
    return pages
  }

  /// Whether a page that begins with this row needs the heading of the indicator table above it.
  static func repeatsHeader(_ rows: [PageRow], at row: Int) -> Bool { rows[row].indicator != nil }

  /// The best row for the next page to begin with, after `start` and not after `end`.
  private static func bestBreak(_ rows: [PageRow], from start: Int, to end: Int, space: Double) -> Int {
    var best: Int?
    var used = rows[start..<end].reduce(0) { $0 + $1.height }
    var row = end
    while row > start {
      let quality = rows[row].breakBefore
      let bestSoFar = best.map { rows[$0].breakBefore } ?? .never
      if quality > bestSoFar, bestSoFar <= .withinIndicator || used >= space * leastFill { best = row }
      row -= 1
      used -= rows[row].height
    }
    return best ?? end
  }
}
