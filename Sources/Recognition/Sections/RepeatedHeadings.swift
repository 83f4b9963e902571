import TrackingModel

/// Headings that stand twice in one header: the halves of a form that has its indicators for a longer time and for the year side by
/// side, or one heading typed twice.
///
/// The half under 年度 counts, which is known by the labels above the header; otherwise the visible heading counts before a hidden one, and
/// the first before the others.
extension IndicatorHeader {
  /// Marks the columns that do not count.
  ///
  /// - Parameters:
  ///   - above: The lines above the header, the nearest one last.
  ///   - hidden: The columns that the sheet hides.
  mutating func resolveRepetitions(above: ArraySlice<Line>, hidden: Set<Int>) {
    var seen: [Label: Int] = [:]
    var start: Int?
    for (index, column) in columns.enumerated() where Self.isSingle(column) {
      if seen[column.label] != nil, start == nil { start = index }
      seen[column.label, default: 0] += 1
    }
    guard let start else { return }
    if let first = columns.firstIndex(where: { $0.label == columns[start].label }),
      let half = longerHalf(first, start, above: above)
    {
      for index in half.columns where Self.isSingle(columns[index]) || columns[index].label == .indicatorExtra {
        columns[index].repeats = .otherTable(half.label)
        columns[index].label = .indicatorExtra
      }
      return
    }
    markTwice(hidden: hidden)
  }

  /// The columns of the half that is not the year's; nil where nothing tells which one is.
  private func longerHalf(
    _ first: Int, _ second: Int, above: ArraySlice<Line>
  ) -> (columns: Range<Int>, label: GridCell?)? {
    let halves = [first..<second, second..<columns.count]
    var labels = halves.map { half in columns[half.lowerBound].group ?? group(over: columns[half.lowerBound]) }
    if labels.allSatisfy({ $0.flatMap(TableLabel.init) == nil }) {
      labels = halves.map { label(over: columns[$0.lowerBound].columns.lowerBound, in: above) }
    }
    let kinds = labels.map { $0.flatMap(TableLabel.init) }
    if kinds[0] == .ofALongerTime { return (halves[0], labels[0]) }
    if kinds[1] == .ofALongerTime || kinds[0] == .ofTheYear && kinds[1] == nil { return (halves[1], labels[1]) }
    return kinds[1] == .ofTheYear ? (halves[0], labels[0]) : nil
  }

  private func group(over column: Column) -> GridCell? {
    groups.last { $0.area.columns.contains(column.columns.lowerBound) && $0.row < column.cell.row }
  }

  /// The nearest label above that tells whose columns these are.
  private func label(over column: Int, in above: ArraySlice<Line>) -> GridCell? {
    for line in above.suffix(4).reversed() {
      // The header of the page before, with 长期目标值 among its headings: what it says is its own.
      if line.cells.contains(where: { $0.meanings.indicatorHeading == .name }) { return nil }
      guard line.cells.contains(where: { TableLabel($0) == .ofALongerTime }) else { continue }
      return line.cells.last { $0.column <= column }
    }
    return nil
  }

  private mutating func markTwice(hidden: Set<Int>) {
    for label in Self.single {
      let all = columns.indices.filter { columns[$0].label == label && Self.isSingle(columns[$0]) }
      guard all.count > 1 else { continue }
      let counting =
        all.first { index in columns[index].columns.contains { !hidden.contains($0) } && year(columns[index]) }
        ?? all.first { index in columns[index].columns.contains { !hidden.contains($0) } } ?? all[0]
      for index in all where index != counting {
        // Another heading of the same meaning, 年初指标值 beside 年度指标值, has values of its own.
        let isSame = columns[index].cell.label?.full == columns[counting].cell.label?.full
        if label == .deviationReason, !isSame { continue }
        columns[index].repeats = isSame ? .twice(label) : nil
        columns[index].label = .indicatorExtra
      }
    }
  }

  private func year(_ column: Column) -> Bool { TableLabel(column.cell) == .ofTheYear }

  private static let single: [Label] = [.level1, .level2, .name, .target, .planned, .actual, .deviationReason]

  /// Whether a table has this heading once; the parts of a split target stand under one heading.
  private static func isSingle(_ column: Column) -> Bool {
    guard column.group?.meanings.indicatorHeading != column.label else { return false }
    return single.contains(column.label)
  }
}
