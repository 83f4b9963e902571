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
  func takeHeader(_ lines: ArraySlice<Line>, into draft: inout Draft) {
    for column in header.columns { draft.takeLabel(column.cell) }
    for group in header.groups { draft.takeLabel(group) }
    for cell in lines.flatMap(\.cells) where cell.meanings.block == .indicators { draft.takeLabel(cell) }
    for column in header.columns where column.cell.label?.months != nil { draft.headedMonths.append(column.cell) }
    for column in header.columns {
      guard case .otherTable(let label?) = column.repeats else { continue }
      draft.note(.tableBesideYear, at: column.cell, ["found": LabelText.printed(label.text)])
      return
    }
  }

  /// Reads rows that belong together.
  ///
  /// - Parameter blockLabel: The label down the table's left side.
  mutating func read(_ rows: [IndicatorRow], blockLabel: GridCell?, into draft: inout Draft) {
    header = LevelScheme.settle(header, rows, blockLabel: blockLabel)
    let placement = TablePlacement(rows, header: header)
    var doubts = placement.doubts[...]
    for (number, row) in placement.rows.enumerated() {
      read(row, into: &draft)
      if let doubt = doubts.first, doubt.row == number {
        doubts.removeFirst()
        note(doubt, row, into: &draft)
      }
    }
  }

  /// 总分: scores of the whole table, kept as extras of the form.
  func readTotal(_ cells: [GridCell], into draft: inout Draft) {
    guard let first = cells.first else { return }
    draft.takeLabel(first)
    for cell in cells.dropFirst() {
      guard let text = TextReader.line(cell.text).value else {
        draft.takeOther(cell, .other)
        continue
      }
      draft.takeExtra(cell, label: TextReader.line(first.text).value ?? "", text: text)
    }
  }

  private mutating func read(_ row: IndicatorRow, into draft: inout Draft) {
    if let label = row.otherTable { return readOtherTable(row, label, into: &draft) }
    if isOfOtherHalf(row, draft) { return readOtherHalf(row, into: &draft) }
    if goesOn(row, into: &draft) || takeLevelRow(row, into: &draft) { return }
    let index = draft.form.indicators.count
    let found = levels.read(row, header, index: index, into: &draft)
    let named = row.value(under: header.column(.name)) ?? coveringName(row, draft)
    let name = named.flatMap { TextReader.line($0.text).value }
    if isLeftBlank(row, named, name) {
      takeBlank(row, named, index, into: &draft)
      return
    }
    var indicator = Indicator(level1: found.level1, level2: found.level2)
    draft.form.indicators.append(indicator)
    var pieces = IndicatorPieces(index: index, row: row.line)
    if let cell = named {
      pieces.add(cell, .name)
      indicator.name = draft.keep(TextReader.line(cell.text), at: cell, .indicator(index, .name))
      draft.takeValue(cell, .indicator(index, .name))
      if cell.row != row.line {
        draft.note(
          .mergedValueShared, at: cell, ["found": cell.text.trimmed], field: .indicator(index, .name))
      }
      if row.shift != 0 {
        draft.note(.rowRealigned, at: cell, ["columns": String(abs(row.shift))], field: .indicator(index))
      }
    } else {
      draft.expect(.indicator(index, .name), at: row.place(of: header.nameColumn.lowerBound))
      if let value = row.cells.first(where: { isValue($0, of: row) }) ?? row.cells.first {
        draft.note(.indicatorWithoutName, at: value, field: .indicator(index, .name))
      }
    }
    var reader = IndicatorValues(header: header, row: row, index: index)
    reader.read(into: &indicator, draft: &draft)
    for (label, cell) in reader.texts { pieces.add(cell, label) }
    settleTexts(into: &draft)
    self.pieces = pieces
    draft.form.indicators[index] = indicator
  }

  private func isValue(_ cell: GridCell, of row: IndicatorRow) -> Bool {
    guard !cell.isNone, let position = header.position(of: cell.column - row.shift) else { return false }
    return ![.level1, .level2, .name].contains(header.columns[position].label)
  }

  /// The name whose merged cell covers the row.
  private func coveringName(_ row: IndicatorRow, _ draft: Draft) -> GridCell? {
    guard row.shift == 0, let column = header.column(.name), row.cells.contains(where: { isValue($0, of: row) }),
      let range = draft.grid.tallMerge(at: row.line, columns: column.columns), range.first.row < row.line,
      range.first.row > column.cell.area.last.row
    else { return nil }
    return draft.grid.cell(at: range.first)
  }

  /// Whether it is a row of the template that nobody filled in: no name, a placeholder for one, or a level where names stand, and
  /// nothing beside it but placeholders.
  private func isLeftBlank(_ row: IndicatorRow, _ named: GridCell?, _ name: String?) -> Bool {
    let values = row.cells.filter { isValue($0, of: row) }
    guard let named, let name else { return values.isEmpty }
    if PlaceholderText.matches(name) { return values.allSatisfy { PlaceholderText.matches($0.text) } }
    return values.isEmpty && named.level2 != nil && header.column(.level2) == nil
  }

  private func takeBlank(_ row: IndicatorRow, _ name: GridCell?, _ index: Int, into draft: inout Draft) {
    for cell in row.cells where cell.isNone { draft.takeValue(cell, .indicator(index)) }
    for cell in row.cells where isValue(cell, of: row) { draft.takeOther(cell, .instruction) }
    guard let name else { return }
    if name.level2 != nil { draft.takeLabel(name) } else { draft.takeOther(name, .instruction) }
  }

  /// A level in a row of its own, among the names of a table that has no columns for levels.
  private mutating func takeLevelRow(_ row: IndicatorRow, into draft: inout Draft) -> Bool {
    guard header.column(.level1) == nil, header.column(.level2) == nil,
      let cell = row.value(under: header.column(.name)), let label = cell.label,
      row.cells.allSatisfy({ $0.isNone || $0.index == cell.index })
    else { return false }
    let words = IndicatorCatalogue.levels(spelledBy: label.full)
    if let level2 = words.level2,
      words.level1 == nil
        || levels.level1.map({ IndicatorCatalogue.accepts(level2: level2, under: $0) }) == true
    {
      levels.begin(level2: level2)
    } else if let level1 = words.level1 {
      levels.begin(level1: level1)
    } else {
      return false
    }
    draft.takeLabel(cell)
    for none in row.cells where none.isNone { draft.takeLabel(none) }
    return true
  }

  /// A row of the long-term table: each cell is kept under the table's label and its heading.
  private func readOtherTable(_ row: IndicatorRow, _ label: GridCell, into draft: inout Draft) {
    for column in header.columns {
      for cell in row.cells(under: column) {
        if let text = TextReader.prose(cell.text) {
          draft.takeExtra(cell, label: LabelText.printed(label.text) + "：" + column.title, text: text)
        } else {
          draft.takeOther(cell, .other)
        }
      }
    }
  }

  /// Whether the row says something only where the table for a longer time stands beside the year's: it has no indicator of the year.
  private func isOfOtherHalf(_ row: IndicatorRow, _ draft: Draft) -> Bool {
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
    return isFilled && coveringName(row, draft) == nil
  }

  /// A row that is filled in only beside the year's half: its levels hold for the rows below, the rest is kept.
  private mutating func readOtherHalf(_ row: IndicatorRow, into draft: inout Draft) {
    for column in header.columns {
      for cell in row.cells(under: column) {
        if column.label == .level1, !column.isOfOtherTable, let words = TextReader.line(cell.text).value {
          levels.begin(level1: cell.level1 ?? words)
        } else if column.label == .level2, !column.isOfOtherTable, let words = TextReader.line(cell.text).value {
          levels.begin(level2: cell.level2 ?? words)
        }
        if let text = TextReader.prose(cell.text) {
          draft.takeExtra(cell, label: column.title, text: text)
        } else {
          draft.takeValue(cell, "extras")
        }
      }
    }
  }

  /// Names both readings of a row in doubt.
  private func note(_ doubt: TablePlacement.Doubt, _ row: IndicatorRow, into draft: inout Draft) {
    guard let cell = row.value(under: header.column(.name)) ?? row.cells.first else { return }
    let values = ["read": words(row), "found": words(doubt.other)]
    draft.note(.placementInDoubt, at: cell, values, field: .indicator(max(0, draft.form.indicators.count - 1)))
  }

  private func words(_ row: IndicatorRow) -> String {
    header.columns.compactMap { column in
      row.value(under: column).map { column.title + "=" + LabelText.printed($0.text) }
    }.joined(separator: "；")
  }
}
