import Findings
import TrackingModel

/// Reads the rows under an indicator header, each cell by the heading above it.
struct IndicatorReader {
  private(set) var header: IndicatorHeader
  /// The levels of the row above, for rows where they are merged or left out.
  var levels: IndicatorLevels
  /// The cells of the last indicator.
  var pieces: IndicatorPieces?

  /// - Parameter previous: The table's reader on the page before.
  init(header: IndicatorHeader, after previous: IndicatorReader?) {
    self.header = header
    levels = previous?.levels ?? IndicatorLevels()
    pieces = previous?.pieces
  }

  /// Takes the header's own cells for labels.
  func assignHeader(_ lines: ArraySlice<Line>, into builder: inout FormBuilder) {
    for column in header.columns { builder.cells.assignLabel(column.cell) }
    for group in header.groups { builder.cells.assignLabel(group) }
    for cell in lines.flatMap(\.cells) where cell.meanings.block == .indicators { builder.cells.assignLabel(cell) }
    for column in header.columns where column.cell.label?.months != nil {
      builder.context.headedMonths.append(column.cell)
    }
    for column in header.columns {
      guard case .otherTable(let label?) = column.repeats else { continue }
      builder.diagnostics.add(.tableBesideYear, at: column.cell, ["found": LabelText.printed(label.text)])
      return
    }
  }

  /// Reads rows that belong together.
  ///
  /// - Parameter blockLabel: The label down the table's left side.
  mutating func read(_ rows: [IndicatorRow], blockLabel: GridCell?, into builder: inout FormBuilder) {
    header = LevelScheme.resolve(header, rows, blockLabel: blockLabel)
    let placement = TablePlacement(rows, header: header)
    var doubts = placement.doubts[...]
    var levelInDoubt: String?
    for (number, row) in placement.rows.enumerated() {
      let before = (level1: levels.level1, count: builder.form.indicators.count)
      read(row, into: &builder)
      if row.value(under: header.column(.level1)) != nil { levelInDoubt = nil }
      if let doubt = doubts.first, doubt.row == number {
        doubts.removeFirst()
        addDoubtFinding(doubt, row, index: builder.form.indicators.count - 1, &builder.diagnostics)
        let other =
          doubt.other.value(under: header.column(.level1)).map { $0.level1 ?? $0.text.trimmed } ?? before.level1
        levelInDoubt = other == levels.level1 ? nil : other
      } else if let other = levelInDoubt, builder.form.indicators.count > before.count {
        addCarriedDoubtFinding(other, row, index: before.count, &builder.diagnostics)
      }
    }
  }

  /// 总分: scores of the whole table, kept as extras of the form.
  func readTotal(_ cells: [GridCell], into builder: inout FormBuilder) {
    guard let first = cells.first else { return }
    builder.cells.assignLabel(first)
    for cell in cells.dropFirst() {
      guard let text = TextReader.line(cell.text).value else {
        builder.cells.assignOther(cell, .other)
        continue
      }
      builder.addExtra(cell, label: TextReader.line(first.text).value ?? "", text: text)
    }
  }

  private mutating func read(_ row: IndicatorRow, into builder: inout FormBuilder) {
    if let label = row.otherTable { return readOtherTable(row, label, into: &builder) }
    if isOfOtherHalf(row, builder.context.grid) { return readOtherHalf(row, into: &builder) }
    if isUnitRow(row, builder.cells) || continueLast(with: row, into: &builder) || assignLevelRow(row, &builder.cells) {
      return
    }
    let index = builder.form.indicators.count
    let found = levels.read(row, header, index: index, into: &builder)
    let named = row.value(under: header.column(.name)) ?? coveringName(row, builder.context.grid)
    let name = named.flatMap { TextReader.line($0.text).value }
    if isLeftBlank(row, named, name) {
      assignBlank(row, named, index, &builder.cells)
      return
    }
    var indicator = Indicator(level1: found.level1, level2: found.level2)
    builder.form.indicators.append(indicator)
    var pieces = IndicatorPieces(index: index, row: row.line)
    if let cell = named {
      pieces.add(cell, .name)
      indicator.name = builder.diagnostics.value(of: TextReader.line(cell.text), at: cell, .indicator(index, .name))
      builder.cells.assignValue(cell, .indicator(index, .name))
      if cell.row != row.line {
        builder.diagnostics.add(
          .mergedValueShared, at: cell, ["found": cell.text.trimmed], field: .indicator(index, .name))
      }
      if row.shift != 0 {
        builder.diagnostics.add(.rowRealigned, at: cell, ["columns": String(abs(row.shift))], field: .indicator(index))
      }
    } else {
      builder.cells.expect(.indicator(index, .name), at: row.place(of: header.nameColumn.lowerBound))
      if let value = row.cells.first(where: { isValue($0, of: row) }) ?? row.cells.first {
        builder.diagnostics.add(.indicatorWithoutName, at: value, field: .indicator(index, .name))
      }
    }
    var values = IndicatorValues(of: indicator, at: index, header: header, row: row)
    values.read(into: &builder)
    for (label, cell) in values.texts { pieces.add(cell, label) }
    joinTexts(of: &builder.form.indicators)
    self.pieces = pieces
    builder.form.indicators[index] = values.indicator
  }

  /// A unit between the blocks, in a row of its own: no text of the indicator above, and no indicator.
  private func isUnitRow(_ row: IndicatorRow, _ assignments: CellAssignments) -> Bool {
    row.cells.allSatisfy { cell in
      // 单位：某某中心 is none, and has not been read as one.
      assignments.isAssigned(cell)
        && (cell.token.label == .amountUnit || AmountUnit.stated(in: cell.text)?.rest.isEmpty == true)
    }
  }

  private func isValue(_ cell: GridCell, of row: IndicatorRow) -> Bool {
    guard !cell.isNone, let position = header.position(of: cell.column - row.shift) else { return false }
    return ![.level1, .level2, .name].contains(header.columns[position].label)
  }

  /// The name whose merged cell covers the row.
  private func coveringName(_ row: IndicatorRow, _ grid: Grid) -> GridCell? {
    guard row.shift == 0, let column = header.column(.name), row.cells.contains(where: { isValue($0, of: row) }),
      let range = grid.tallMerge(at: row.line, columns: column.columns), range.first.row < row.line,
      range.first.row > column.cell.area.last.row
    else { return nil }
    return grid.cell(at: range.first)
  }

  /// Whether it is a row of the template that was not filled in: no name, a placeholder for one, or a level where names stand, and
  /// nothing beside it but placeholders.
  private func isLeftBlank(_ row: IndicatorRow, _ named: GridCell?, _ name: String?) -> Bool {
    let values = row.cells.filter { isValue($0, of: row) }
    guard let named, let name else { return values.isEmpty }
    if PlaceholderText.matches(name) { return values.allSatisfy { PlaceholderText.matches($0.text) } }
    return values.isEmpty && named.level2 != nil && header.column(.level2) == nil
  }

  private func assignBlank(
    _ row: IndicatorRow, _ name: GridCell?, _ index: Int, _ assignments: inout CellAssignments
  ) {
    for cell in row.cells where cell.isNone { assignments.assignValue(cell, .indicator(index)) }
    for cell in row.cells where isValue(cell, of: row) { assignments.assignOther(cell, .instruction) }
    guard let name else { return }
    if name.level2 != nil { assignments.assignLabel(name) } else { assignments.assignOther(name, .instruction) }
  }

  /// A level in a row of its own, among the names of a table that has no columns for levels.
  private mutating func assignLevelRow(_ row: IndicatorRow, _ assignments: inout CellAssignments) -> Bool {
    guard header.column(.level1) == nil, header.column(.level2) == nil,
      let cell = row.value(under: header.column(.name)), let label = cell.label,
      row.cells.allSatisfy({ $0.isNone || $0.index == cell.index })
    else { return false }
    let words = IndicatorCatalog.levels(spelledBy: label.full)
    if let level2 = words.level2,
      words.level1 == nil
        || levels.level1.map({ IndicatorCatalog.accepts(level2: level2, under: $0) }) == true
    {
      levels.begin(level2: level2)
    } else if let level1 = words.level1 {
      levels.begin(level1: level1)
    } else {
      return false
    }
    assignments.assignLabel(cell)
    for none in row.cells where none.isNone { assignments.assignLabel(none) }
    return true
  }

  /// A row of the long-term table: each cell is kept under the table's label and its heading.
  private func readOtherTable(_ row: IndicatorRow, _ label: GridCell, into builder: inout FormBuilder) {
    for column in header.columns {
      for cell in row.cells(under: column) {
        if let text = TextReader.prose(cell.text) {
          builder.addExtra(cell, label: LabelText.printed(label.text) + "：" + column.title, text: text)
        } else {
          builder.cells.assignOther(cell, .other)
        }
      }
    }
  }

  /// Whether the row says something only where the table for a longer time stands beside the year's: it has no indicator of the year.
  private func isOfOtherHalf(_ row: IndicatorRow, _ grid: Grid) -> Bool {
    guard header.columns.contains(where: \.isOfOtherTable) else { return false }
    var isFilled = false
    for cell in row.cells where !cell.isNone {
      guard let position = header.position(of: cell.column - row.shift) else { return false }
      let column = header.columns[position]
      if column.isOfOtherTable {
        isFilled = true
      } else if column.label != .level1, column.label != .level2 {
        return false
      }
    }
    return isFilled && coveringName(row, grid) == nil
  }

  /// A row that is filled in only beside the year's half: its levels hold for the rows below, the rest is kept.
  private mutating func readOtherHalf(_ row: IndicatorRow, into builder: inout FormBuilder) {
    for column in header.columns {
      for cell in row.cells(under: column) {
        if column.label == .level1, !column.isOfOtherTable, let words = TextReader.line(cell.text).value {
          levels.begin(level1: cell.level1 ?? words)
        } else if column.label == .level2, !column.isOfOtherTable, let words = TextReader.line(cell.text).value {
          levels.begin(level2: cell.level2 ?? words)
        }
        if let text = TextReader.prose(cell.text) {
          builder.addExtra(cell, label: column.title, text: text)
        } else {
          builder.cells.assignValue(cell, "extras")
        }
      }
    }
  }

  /// Names both readings of a row in doubt.
  private func addDoubtFinding(
    _ doubt: TablePlacement.Doubt, _ row: IndicatorRow, index: Int, _ diagnostics: inout Diagnostics
  ) {
    guard let cell = row.value(under: header.column(.name)) ?? row.cells.first else { return }
    let values = ["read": words(row), "found": words(doubt.other)]
    diagnostics.add(.placementInDoubt, at: cell, values, field: .indicator(max(0, index)))
  }

  /// Names both readings of a level that came down from a row in doubt.
  private func addCarriedDoubtFinding(
    _ other: String, _ row: IndicatorRow, index: Int, _ diagnostics: inout Diagnostics
  ) {
    guard let column = header.column(.level1), let read = levels.level1, let cell = row.cells.first else { return }
    let values = ["read": column.title + "=" + read, "found": column.title + "=" + other]
    diagnostics.add(.placementInDoubt, at: cell, values, field: .indicator(index, .level1))
  }

  private func words(_ row: IndicatorRow) -> String {
    header.columns.compactMap { column in
      row.value(under: column).map { column.title + "=" + LabelText.printed($0.text) }
    }.joined(separator: "；")
  }
}
