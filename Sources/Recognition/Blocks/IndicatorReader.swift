import Findings
import TrackingModel

/// Reads the rows under an indicator header.
struct IndicatorReader {
  let header: IndicatorHeader
  /// The levels of the row above, for rows where they are merged or left out.
  private(set) var carriedLevel1: String?
  private(set) var carriedLevel2: String?
  /// Whether the table names level 2 on every row, as far as its rows have told.
  private var repetition = Repetition()
  /// The cells of the last indicator.
  var pieces: IndicatorPieces?
  /// Whether a repeated header has just begun another page.
  private(set) var atPageStart: Bool

  init(header: IndicatorHeader, after previous: IndicatorReader?) {
    self.header = header
    carriedLevel1 = previous?.carriedLevel1
    carriedLevel2 = previous?.carriedLevel2
    pieces = previous?.pieces
    repetition = previous?.repetition ?? Repetition()
    atPageStart = previous != nil
  }

  /// Another page has begun without its heading being repeated.
  mutating func beginPage() { atPageStart = true }

  /// Takes the header's own cells for labels.
  func takeHeader(_ lines: ArraySlice<Line>, into draft: inout Draft) {
    for column in header.columns { draft.takeLabel(column.cell) }
    for group in header.groups { draft.takeLabel(group) }
    for cell in lines.flatMap(\.cells) where cell.meanings.block == .indicators { draft.takeLabel(cell) }
    for column in header.columns where column.cell.label?.months != nil { draft.headedMonths.append(column.cell) }
  }

  /// Reads one line; false where it is no row of the table any more.
  mutating func read(_ line: Line, into draft: inout Draft) -> Bool {
    var cells = line.cells
    // 绩效指标 stands wherever the first cell of its merged range fell.
    while let first = cells.first, first.meanings.block == .indicators,
      first.column < header.nameColumn.lowerBound, first.level1 == nil
    {
      draft.takeLabel(first)
      cells.removeFirst()
    }
    guard let first = cells.first else { return true }
    if endsTable(first, cells, draft: draft) { return false }
    defer { atPageStart = false }
    if readScoreTotal(cells, into: &draft) || goesOn(line, cells, into: &draft) { return true }
    let row = IndicatorRow(cells, header: header)
    guard row.name != nil || row.level1 != nil || row.level2 != nil || hasValues(cells, row: row) else { return false }
    if takeLevelRow(cells, into: &draft) { return true }
    readRow(row, cells: cells, line: line, into: &draft)
    return true
  }

  /// Whether the line begins another block.
  private func endsTable(_ first: GridCell, _ cells: [GridCell], draft: Draft) -> Bool {
    if first.level1 != nil || first.level2 != nil { return false }
    let nameColumn = header.nameColumn
    let token = first.token
    switch token {
    case .block(.assessment), .block(.budget), .block(.goals):
      return first.column < nameColumn.lowerBound || cells.dropFirst().first?.token.isLabel ?? true
    case .block: return false
    case .field, .inline:
      // An indicator may be called like a label; it stands where names do, with values where values do.
      if case .field(.extra) = token, first.meanings.indicatorHeading == .scoreTotal { return false }
      if nameColumn.contains(first.column), cells.count > 2, case .field = token { return false }
      return true
    case .plain:
      if first.otherKind != .other { return first.column < nameColumn.lowerBound || cells.count == 1 }
      return cells.count == 1 && first.column < nameColumn.lowerBound
        && first.area.columns.contains(nameColumn.lowerBound)
    }
  }

  /// A level in a row of its own, among the names of a table that has no columns for levels.
  private mutating func takeLevelRow(_ cells: [GridCell], into draft: inout Draft) -> Bool {
    guard header.column(.level1) == nil, header.column(.level2) == nil, let cell = cells.first,
      header.nameColumn.contains(cell.column), cells.dropFirst().allSatisfy(\.isNone), let label = cell.label
    else { return false }
    let words = IndicatorCatalogue.levels(spelledBy: label.full)
    if let level2 = words.level2,
      words.level1 == nil
        || carriedLevel1.map({ IndicatorCatalogue.accepts(level2: level2, under: $0) }) == true
    {
      carriedLevel2 = level2
    } else if let level1 = words.level1 {
      carriedLevel1 = level1
      carriedLevel2 = nil
    } else {
      return false
    }
    draft.takeLabel(cell)
    for none in cells.dropFirst() { draft.takeLabel(none) }
    return true
  }

  private func hasValues(_ cells: [GridCell], row: IndicatorRow) -> Bool {
    cells.contains { $0.column - row.shift > header.nameColumn.upperBound }
  }

  /// 总分: scores of the whole table, kept as extras of the form.
  private func readScoreTotal(_ cells: [GridCell], into draft: inout Draft) -> Bool {
    guard let first = cells.first, first.meanings.indicatorHeading == .scoreTotal,
      cells.dropFirst().allSatisfy({
        $0.cell.kind == .number || IndicatorValue(text: $0.text).amount != nil || $0.isNone
      })
    else { return false }
    draft.takeLabel(first)
    for cell in cells.dropFirst() {
      guard let text = TextReader.line(cell.text).value else {
        draft.takeOther(cell, .other)
        continue
      }
      draft.takeExtra(cell, label: TextReader.line(first.text).value ?? "", text: text)
    }
    return true
  }

  private mutating func readRow(_ row: IndicatorRow, cells: [GridCell], line: Line, into draft: inout Draft) {
    let index = draft.form.indicators.count
    let levels = readLevels(row, line: line, index: index, into: &draft)
    let values = cells.filter { cell in
      cell.column - row.shift > header.nameColumn.upperBound && cell.index != row.name?.index
    }
    let name = row.name.flatMap { TextReader.line($0.text).value }
    if values.allSatisfy(\.isNone), name.map(Placeholder.isIn) ?? true {
      // A row of the template that nobody filled in.
      for cell in values { draft.takeValue(cell, .indicator(index)) }
      if let cell = row.name {
        if name == nil { draft.takeValue(cell, .indicator(index, "name")) } else { draft.takeOther(cell, .instruction) }
      }
      return
    }
    var indicator = Indicator(level1: levels.level1, level2: levels.level2)
    draft.form.indicators.append(indicator)
    var pieces = IndicatorPieces(index: index, row: line.row)
    if let cell = row.name { pieces.add(cell, .name) }
    if let cell = row.name {
      indicator.name = draft.keep(TextReader.line(cell.text), at: cell, .indicator(index, "name"))
      draft.takeValue(cell, .indicator(index, "name"))
      if row.shift != 0 {
        draft.note(.rowRealigned, at: cell, ["columns": String(abs(row.shift))], field: .indicator(index))
      }
    } else {
      let column = max(0, header.nameColumn.lowerBound + row.shift)
      draft.expect(.indicator(index, "name"), at: .init(row: line.row, column: column))
      draft.note(.indicatorWithoutName, at: values.first ?? cells[0], field: .indicator(index, "name"))
    }
    var reader = IndicatorValues(header: header, shift: row.shift, row: line.row, index: index)
    reader.readStrays(row.strays, into: &indicator, draft: &draft)
    reader.read(values, into: &indicator, draft: &draft)
    for (label, cell) in reader.texts { pieces.add(cell, label) }
    self.pieces = pieces
    draft.form.indicators[index] = indicator
  }

  /// The levels of a row: its own words, the merged cell that covers it, or those carried down from above.
  private mutating func readLevels(
    _ row: IndicatorRow, line: Line, index: Int, into draft: inout Draft
  ) -> (level1: String?, level2: String?) {
    let covering1 = row.level1 == nil ? covering(.level1, row, line, draft) : nil
    let covering2 = row.level2 == nil ? covering(.level2, row, line, draft) : nil
    let pair = readPair(row, index: index, into: &draft)
    let own2 =
      pair?.level2
      ?? row.level2.flatMap { level($0, known: $0.level2, .indicator(index, "level2"), &draft) }
    let level2 = own2 ?? covering2.flatMap { $0.level2 ?? TextReader.line($0.text).value }
    let own1 =
      pair?.level1
      ?? row.level1.flatMap { level($0, known: $0.level1, .indicator(index, "level1"), &draft) }
    var level1 = own1 ?? covering1.flatMap { $0.level1 ?? TextReader.line($0.text).value }
    for cell in [covering1, covering2].compactMap({ $0 }) {
      draft.takeValue(cell, .indicator(index, cell.index == covering1?.index ? "level1" : "level2"))
    }
    if level1 == nil, let level2, let parent = IndicatorCatalogue.parent(ofLevel2: level2),
      carriedLevel1.map({ !IndicatorCatalogue.accepts(level2: level2, under: $0) }) ?? true
    {
      level1 = parent
      if let cell = row.level2 {
        draft.note(.levelDerived, at: cell, ["level1": parent, "level2": level2], field: .indicator(index, "level1"))
      }
    }
    if own2 != nil, own2 == carriedLevel2, !atPageStart { repetition.sawAgain(besideLevel1: own1 != nil) }
    let isCarried1 = level1 == nil && carriedLevel1 != nil
    level1 = level1 ?? carriedLevel1
    var result2 = level2
    var isCarried2 = false
    // Where level 2 stands on every row, a blank one is missing and not merged.
    if level2 == nil, level1 == carriedLevel1, !repetition.isOnEveryRow(besideLevel1: own1 != nil) {
      result2 = carriedLevel2
      isCarried2 = result2 != nil
      if isCarried2 { repetition.sawBlank() }
    }
    noteCarried(isCarried1, isCarried2, row, line, index, level1, result2, into: &draft)
    carriedLevel1 = level1
    carriedLevel2 = result2
    return (level1, result2)
  }

  /// Both levels from one cell: `产出指标-数量指标`.
  private func readPair(_ row: IndicatorRow, index: Int, into draft: inout Draft) -> (level1: String, level2: String)? {
    guard row.level1 == nil || row.level2 == nil, let cell = row.level1 ?? row.level2,
      cell.level1 == nil, cell.level2 == nil, let pair = LevelPair(cell.text)
    else { return nil }
    draft.takeValue(cell, .indicator(index, "level1"))
    draft.takeValue(cell, .indicator(index, "level2"))
    let values = ["found": LabelText.printed(cell.text), "read": pair.level1 + "、" + pair.level2]
    draft.note(.levelRenamed, at: cell, values, field: .indicator(index, "level1"))
    return (pair.level1, pair.level2)
  }

  private func noteCarried(
    _ level1IsCarried: Bool, _ level2IsCarried: Bool, _ row: IndicatorRow, _ line: Line, _ index: Int,
    _ level1: String?,
    _ level2: String?, into draft: inout Draft
  ) {
    guard row.name != nil else { return }
    for (isCarried, field, label, value) in [
      (level1IsCarried, "level1", Label.level1, level1), (level2IsCarried, "level2", .level2, level2),
    ] where isCarried {
      let column = header.column(label)?.columns.lowerBound ?? max(0, header.nameColumn.lowerBound - 1)
      let place = CellReference(row: line.row, column: column)
      draft.noteCarried(value ?? "", at: place, field: .indicator(index, field))
    }
  }

  /// The level whose merged range covers this row.
  private func covering(_ label: Label, _ row: IndicatorRow, _ line: Line, _ draft: Draft) -> GridCell? {
    guard let columns = header.column(label)?.columns,
      let range = draft.grid.tallMerge(at: line.row, columns: columns), range.first.row < line.row
    else { return nil }
    return draft.grid.cell(at: range.first)
  }

  /// A level's own cell, as the catalogue spells it.
  private func level(
    _ cell: GridCell, known: String?, _ field: FieldPath, _ draft: inout Draft
  ) -> String? {
    draft.takeValue(cell, field)
    if let known, known == cell.text { return known }
    guard let words = TextReader.line(cell.text).value else { return nil }
    guard let name = known else {
      draft.note(.levelKept, at: cell, ["found": words], field: field)
      return words
    }
    if name != words { draft.note(.levelRenamed, at: cell, ["found": words, "read": name], field: field) }
    return name
  }
}

/// What the rows so far tell of whether a table names its level 2 on every row, or once for all rows that go on with it.
private struct Repetition {
  private var repeats = false
  private var repeatsBesideLevel1 = 0
  private var goesOn = false

  /// A row has named the level 2 of the row above once more; a page break does so too, and then names level 1 again with it.
  mutating func sawAgain(besideLevel1: Bool) {
    if besideLevel1 { repeatsBesideLevel1 += 1 } else { repeats = true }
  }

  /// A row has gone on with the level 2 above.
  mutating func sawBlank() { goesOn = true }

  /// Whether a row without level 2 lacks one, rather than going on with the one above.
  func isOnEveryRow(besideLevel1: Bool) -> Bool {
    !goesOn && (repeats || besideLevel1 && repeatsBesideLevel1 > 1)
  }
}
