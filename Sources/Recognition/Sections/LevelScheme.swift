import TrackingModel

/// Which column holds which level, decided once for a table whose header does not name both.
///
/// With two headings for levels each column holds what its heading says. With one, the column can hold the other level all the same
/// (一级指标 over 数量指标), both levels side by side, or have level 1 left of it, under the block's label.
enum LevelScheme {
  /// The header with the columns of the levels settled by what the rows have in them.
  static func resolve(_ header: IndicatorHeader, _ rows: [IndicatorRow], blockLabel: GridCell?) -> IndicatorHeader {
    var header = header
    resolveMissingName(&header, rows)
    let first = header.columns.firstIndex { $0.label == .level1 }
    let second = header.columns.firstIndex { $0.label == .level2 }
    guard (first == nil) != (second == nil), let index = first ?? second else { return header }
    let column = header.columns[index]
    var tally = Tally()
    for row in rows { tally.add(row, column, header) }
    if tally.blockIsLevel1 > 0, tally.blockIsLevel1 >= tally.level1, index == 0,
      let anchor = blockLabel ?? rows.first?.cells.first
    {
      // Level 1 stands where the block's label does.
      header.columns[index].label = .level2
      let place = min(anchor.column, column.columns.lowerBound - 1)
      let label = IndicatorHeader.Column(
        label: .level1, cell: blockLabel ?? column.cell, columns: place...(column.columns.lowerBound - 1))
      header.columns.insert(label, at: 0)
    } else if tally.sideBySide > 0, tally.sideBySide * 2 >= tally.rows, column.columns.count > 1 {
      header.columns[index].label = .level1
      header.columns[index].columns = column.columns.lowerBound...column.columns.lowerBound
      var rest = column
      rest.label = .level2
      rest.columns = (column.columns.lowerBound + 1)...column.columns.upperBound
      header.columns.insert(rest, at: index + 1)
    } else if column.label == .level1, tally.level2 > tally.level1 {
      header.columns[index].label = .level2
    } else if column.label == .level2, tally.level1 > tally.level2 {
      header.columns[index].label = .level1
    }
    return header
  }

  /// Without a heading for the names the last level's column holds them: its own second column, or all of it where it holds no levels.
  private static func resolveMissingName(_ header: inout IndicatorHeader, _ rows: [IndicatorRow]) {
    guard header.column(.name) == nil,
      let index = header.columns.lastIndex(where: { $0.label == .level1 || $0.label == .level2 })
    else { return }
    let column = header.columns[index]
    if column.columns.count > 1 {
      header.columns[index].columns = column.columns.lowerBound...column.columns.lowerBound
      var name = column
      name.label = .name
      name.columns = (column.columns.lowerBound + 1)...column.columns.upperBound
      header.columns.insert(name, at: index + 1)
    } else {
      let levels = rows.count { row in
        row.value(under: column).map { $0.level1 != nil || $0.level2 != nil } ?? false
      }
      if levels * 2 <= rows.count { header.columns[index].label = .name }
    }
  }

  private struct Tally {
    var rows = 0
    /// Words of this level alone in the column.
    var level1 = 0
    var level2 = 0
    /// Rows with level 1 left of the column, where no heading stands.
    var blockIsLevel1 = 0
    /// Rows with two cells under the one heading.
    var sideBySide = 0

    mutating func add(_ row: IndicatorRow, _ column: IndicatorHeader.Column, _ header: IndicatorHeader) {
      rows += 1
      let cells = row.cells(under: column)
      if cells.count > 1 { sideBySide += 1 }
      if let cell = cells.first {
        if cell.level1 != nil, cell.level2 == nil { level1 += 1 }
        if cell.level2 != nil, cell.level1 == nil { level2 += 1 }
      }
      // 产出指标 left of 质量, and not a row that has lost its place.
      if let first = row.cells.first, first.column < column.columns.lowerBound, first.level1 != nil,
        header.position(of: first.column) == nil, cells.first?.level2 != nil
      {
        blockIsLevel1 += 1
      }
    }
  }
}
