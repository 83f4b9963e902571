import Findings
import TrackingModel

/// The levels of the rows of an indicator table, each from under its own heading.
///
/// A row has its own words, or those of the merged cell that covers it, or else those of the row above. Any text under a level's heading
/// is that level: the catalog's words by their full names, others as they are typed.
struct IndicatorLevels {
  private var carried = CarriedLevels()
  /// The level 1 of the row above.
  var level1: String? { carried.level1 }

  mutating func begin(level1: String) { carried.begin(level1: level1) }
  mutating func begin(level2: String) { carried.begin(level2: level2) }

  /// The levels of one row.
  ///
  /// - Parameter index: The position of its indicator.
  mutating func read(
    _ row: IndicatorRow, _ header: IndicatorHeader, index: Int, into builder: inout FormBuilder
  ) -> (level1: String?, level2: String?) {
    let columns = (first: header.column(.level1), second: header.column(.level2))
    let cells = own(row, columns.first, columns.second)
    let pair = readPair(cells.first, cells.second, index: index, into: &builder)
    let own1 =
      pair?.level1 ?? cells.first.flatMap { level($0, knownAs: IndicatorCatalog.level1, 1, index, &builder) }
    let own2 =
      pair?.level2 ?? cells.second.flatMap { level($0, knownAs: IndicatorCatalog.level2, 2, index, &builder) }
    let covering1 = own1 == nil ? covering(row, columns.first, 1, index, &builder) : nil
    let covering2 = own2 == nil ? covering(row, columns.second, 2, index, &builder) : nil
    let levels = carried.next(own: (own1, own2), covering: (covering1, covering2), beginsPage: row.beginsPage)
    if levels.isDerived, let level1 = levels.level1, let level2 = levels.level2, let cell = cells.second {
      builder.diagnostics.add(
        .levelDerived, at: cell, ["level1": level1, "level2": level2], field: .indicator(index, .level1))
    }
    if row.value(under: header.column(.name)) != nil {
      if levels.carriesLevel1, let level1 = levels.level1 {
        addCarriedFinding(level1, .level1, row, columns.first, header, index, &builder.diagnostics)
      }
      if levels.carriesLevel2, let level2 = levels.level2 {
        addCarriedFinding(level2, .level2, row, columns.second, header, index, &builder.diagnostics)
      }
    }
    return (levels.level1, levels.level2)
  }

  /// The row's own cells for both levels.
  private func own(
    _ row: IndicatorRow, _ first: IndicatorHeader.Column?, _ second: IndicatorHeader.Column?
  ) -> (first: GridCell?, second: GridCell?) {
    let cells = (row.value(under: first), row.value(under: second))
    return row.loneLevelIsSecond ? (nil, cells.0 ?? cells.1) : cells
  }

  /// Both levels from one cell: `产出指标-数量指标`.
  private func readPair(
    _ first: GridCell?, _ second: GridCell?, index: Int, into builder: inout FormBuilder
  ) -> (level1: String, level2: String)? {
    guard first == nil || second == nil, let cell = first ?? second, cell.level1 == nil, cell.level2 == nil,
      let pair = LevelPair(cell.text)
    else { return nil }
    builder.cells.assignValue(cell, .indicator(index, .level1))
    builder.cells.assignValue(cell, .indicator(index, .level2))
    let values = ["found": LabelText.printed(cell.text), "read": pair.level1 + "、" + pair.level2]
    builder.diagnostics.add(.levelRenamed, at: cell, values, field: .indicator(index, .level1))
    return (pair.level1, pair.level2)
  }

  /// A level's own cell: as the catalog spells it, else as it is typed.
  private func level(
    _ cell: GridCell, knownAs known: (String) -> String?, _ number: Int, _ index: Int, _ builder: inout FormBuilder
  ) -> String? {
    let field = FieldPath.indicator(index, number == 1 ? .level1 : .level2)
    builder.cells.assignValue(cell, field)
    let name = number == 1 ? cell.level1 : cell.level2
    if let name, name == cell.text { return name }
    guard let words = TextReader.line(cell.text).value else { return nil }
    guard let name = name ?? known(words) else {
      builder.diagnostics.add(.levelKept, at: cell, ["found": words], field: field)
      return words
    }
    if name != words { builder.diagnostics.add(.levelRenamed, at: cell, ["found": words, "read": name], field: field) }
    return name
  }

  /// The words of the merged cell that covers this row.
  private func covering(
    _ row: IndicatorRow, _ column: IndicatorHeader.Column?, _ number: Int, _ index: Int, _ builder: inout FormBuilder
  ) -> String? {
    guard row.shift == 0, let column, let range = builder.context.grid.tallMerge(at: row.line, columns: column.columns),
      range.first.row < row.line, range.first.row > column.cell.area.last.row,
      let cell = builder.context.grid.cell(at: range.first)
    else { return nil }
    let words = (number == 1 ? cell.level1 : cell.level2) ?? TextReader.line(cell.text).value
    if words != nil { builder.cells.assignValue(cell, .indicator(index, number == 1 ? .level1 : .level2)) }
    return words
  }

  private func addCarriedFinding(
    _ level: String, _ key: FieldKey, _ row: IndicatorRow, _ column: IndicatorHeader.Column?,
    _ header: IndicatorHeader, _ index: Int, _ diagnostics: inout Diagnostics
  ) {
    let place = CellReference(
      row: row.line, column: column?.columns.lowerBound ?? max(0, header.nameColumn.lowerBound - 1))
    diagnostics.addCarriedLevel(level, at: place, field: .indicator(index, key))
  }
}
