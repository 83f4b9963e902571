import Findings

/// The page as it will be written: every cell and merge at its address.
struct PageDrawing {
  struct Placed {
    /// Grows downwards as long as rows continue it.
    var range: CellRange
    let value: PageValue
    let look: PageLayout.Look
    let field: PageField?
  }

  let layout: PageLayout
  private(set) var cells: [Placed] = []
  /// The height of every row, in points.
  private(set) var heights: [Double] = []
  /// Rows that begin a page, but for the first.
  private(set) var breaks: [Int] = []
  /// What stands in the first column beside each block.
  private let labels: [String?]

  var pages: Int { breaks.count + 1 }
  /// Of all rows together, in points.
  var height: Double { heights.reduce(0, +) }

  /// The rows on their pages. At a break the merges of column A and of the first level end and begin again with their words; the
  /// heading of the indicators is repeated where they go on.
  init(_ content: PageRows, on layout: PageLayout, pageHeight: Double) {
    self.layout = layout
    labels = content.labels
    let rows = content.rows
    cells.reserveCapacity(rows.count * 8)
    heights.reserveCapacity(rows.count + 4)
    let header = content.indicatorHeader
    for page in PageBreaks.pages(of: rows, height: pageHeight, header: header?.height ?? 0) {
      if page.lowerBound > 0 { breaks.append(heights.count) }
      /// Where the open cell of a column stands in `cells`.
      var open = [Int?](repeating: nil, count: layout.columns)
      var labeled: Int?
      if PageBreaks.repeatsHeader(rows, at: page.lowerBound), let header {
        place(header, &open, &labeled, repeating: nil)
      }
      for row in page {
        let previous = row == page.lowerBound ? rows[..<row] : nil
        place(rows[row], &open, &labeled, repeating: previous)
      }
    }
  }

  /// Places a row below the last one.
  ///
  /// - Parameter repeating: The rows of the pages before, where this is the first of its page: continued cells begin again.
  private mutating func place(
    _ row: PageRow, _ open: inout [Int?], _ labeled: inout Int?, repeating before: ArraySlice<PageRow>?
  ) {
    let number = heights.count
    heights.append(row.height)
    if labels.indices.contains(row.block), let label = labels[row.block] {
      if labeled == row.block, let index = open[0] {
        extend(index, to: number)
      } else {
        open[0] = cells.count
        append(0...0, .text(label), .label, nil, at: number)
      }
    }
    labeled = row.block
    for (index, cell) in row.cells.enumerated() {
      let column = cell.columns.lowerBound
      if cell.continuesAbove, before == nil, let above = open[column], cells[above].range.last.row == number - 1 {
        extend(above, to: number)
        continue
      }
      var value = cell.value
      if cell.continuesAbove, let before { value = repeated(cell, at: index, after: before) }
      open[column] = cells.count
      append(cell.columns, value, cell.look, cell.field, at: number)
    }
  }

  /// What a continued cell shows again on a new page: labels and the merged field their words, other cells nothing.
  private func repeated(_ cell: PageRow.Cell, at index: Int, after rows: ArraySlice<PageRow>) -> PageValue {
    if case .indicator(_, let number) = cell.field, number == layout.merged {
      return cell.value == .blank ? Self.lastValue(at: index, in: rows) : cell.value
    }
    return cell.field == nil ? Self.lastValue(at: index, in: rows) : .blank
  }

  private static func lastValue(at index: Int, in rows: ArraySlice<PageRow>) -> PageValue {
    rows.last { $0.cells.indices.contains(index) && !$0.cells[index].continuesAbove }?.cells[index].value ?? .blank
  }

  private mutating func append(
    _ columns: ClosedRange<Int>, _ value: PageValue, _ look: PageLayout.Look, _ field: PageField?,
    at row: Int
  ) {
    let range = CellRange(
      rows: row...row, columns: columns)
    cells.append(Placed(range: range, value: value, look: look, field: field))
  }

  private mutating func extend(_ index: Int, to row: Int) {
    let range = cells[index].range
    cells[index].range = CellRange(rows: range.first.row...row, columns: range.columns)
  }
}
