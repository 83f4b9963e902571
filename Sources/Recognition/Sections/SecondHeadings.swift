import TrackingModel

/// A second line of headings in the indicator table: the parts of 偏差原因分析, of 完成目标可能性, of a target split over columns.
struct SecondHeadings {
  /// The columns of the table, those of the first line divided where the second one has parts of them.
  private(set) var columns: [IndicatorHeader.Column] = []
  /// Headings that head no column of their own any more, and those that the second line says again.
  private(set) var groups: [GridCell] = []

  /// A heading, and the position of the column that it is a part of.
  private struct Part {
    let cell: GridCell
    let label: Label
    let group: Int
  }

  /// nil where the line is no second one of headings.
  ///
  /// - Parameter columns: Those that the headings of the first line own.
  init?(_ line: Line?, below first: Line, _ columns: [IndicatorHeader.Column]) {
    guard let line, line.row <= first.row + 2, !line.cells.isEmpty else { return nil }
    // Where merged cells were taken apart, a heading of two lines stands in both.
    let repeated = line.cells.filter { cell in
      first.cells.contains { $0.column == cell.column && $0.text == cell.text }
    }
    let cells = line.cells.filter { cell in !repeated.contains { $0.index == cell.index } }
    guard let parts = Self.parts(cells, row: line.row, of: columns), Self.areHeadings(parts, columns) else {
      return nil
    }
    for (position, column) in columns.enumerated() {
      let own = parts.filter { $0.group == position }
      if own.isEmpty { self.columns.append(column) } else { divide(column, into: own) }
    }
    groups += repeated
  }

  /// The cells as parts of the columns above them; nil where one of them is none.
  private static func parts(_ cells: [GridCell], row: Int, of columns: [IndicatorHeader.Column]) -> [Part]? {
    // Headings merged over both lines tell that the second is one of headings, whatever it says.
    let isMerged = columns.contains {
      IndicatorHeader.names.contains($0.label) && $0.cell.area.last.row >= row
    }
    var parts: [Part] = []
    for cell in cells {
      guard var label = cell.meanings.indicatorHeading ?? (isMerged ? .indicatorExtra : nil),
        let group = columns.lastIndex(where: { $0.columns.lowerBound <= cell.column }),
        columns[group].columns.contains(cell.column) || group == columns.count - 1
      else { return nil }
      let over = columns[group].label
      if over == .possibility, label == .reasonTick { label = .possibilityTick }
      if over == .target, label == .planned || label == .indicatorExtra { label = .target }
      if over == .deviationReason, label == .possibilityTick { return nil }
      parts.append(Part(cell: cell, label: label, group: group))
    }
    return parts
  }

  /// Level names and ordinary values are spelled like headings too; a header's second line has none of the first line's.
  private static func areHeadings(_ parts: [Part], _ columns: [IndicatorHeader.Column]) -> Bool {
    guard let first = parts.first else { return false }
    return !parts.contains { [.level1, .level2, .name, .scoreTotal].contains($0.label) }
      && (parts.count > 1 || first.cell.area.columns != columns[first.group].columns)
  }

  /// Gives the columns of a heading to its parts. A heading that is no mere group keeps the columns in front of its first part.
  private mutating func divide(_ column: IndicatorHeader.Column, into parts: [Part]) {
    let start = parts[0].cell.column
    if start > column.columns.lowerBound, column.label != .columnGroup {
      var rest = column
      rest.columns = column.columns.lowerBound...(start - 1)
      columns.append(rest)
    } else {
      groups.append(column.cell)
    }
    for (position, part) in parts.enumerated() {
      let first = part.cell.column
      let last = position + 1 < parts.count ? parts[position + 1].cell.column - 1 : column.columns.upperBound
      let own = part.cell.area.columns.count > 1 ? part.cell.area.columns : first...max(first, last)
      columns.append(IndicatorHeader.Column(label: part.label, cell: part.cell, columns: own, group: column.cell))
    }
  }
}
