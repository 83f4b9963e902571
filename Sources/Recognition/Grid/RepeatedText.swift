import Findings
import Spreadsheet

/// Sheets that say the text of a merged cell again in every cell that the merge covered, as some programs write them that know no
/// merges: the cells of one text become one again.
enum RepeatedText {
  /// The lines with repeated cells put together, and a note on it; nil where nothing tells that the sheet repeats anything.
  static func fold(_ grid: Grid) -> (lines: [Line], finding: Finding)? {
    guard isIn(grid.lines, of: grid.sheet) else { return nil }
    var headings: Set<Int> = []
    var areGoals = false
    var areIndicators = false
    var isTable = false
    var wasHeading = false
    var range: CellRange?
    var count = 0
    // Where the label stands that goes down the left side.
    var anchor: Int?
    var lines: [Line] = []
    for line in grid.lines {
      let whole = fold(line, at: [])
      if begins(whole, areGoals: areGoals) || isAcross(whole, headings, areIndicators: areIndicators) { headings = [] }
      let isHeading = isHeading(whole)
      let first = whole.cells.first
      // 总分 stands across the columns in front of the scores; below the budget's headings 合计 is a fund like any other.
      let isWhole =
        isHeading || first?.isTitle == true
        || areIndicators && !headings.isEmpty && first?.meanings.indicatorHeading == .scoreTotal
      let folded = isWhole ? whole : fold(line, at: headings)
      if isHeading {
        let isOfGoals = folded.cells.contains { $0.token.label?.isGoal == true }
        let isOfIndicators = folded.cells.contains { $0.meanings.indicatorHeading == .name }
        // Headings in two rows are those of one table: some go down over both, others stand in the second alone. Goals without a text are another table.
        if !wasHeading || areGoals != isOfGoals && (isOfGoals || isOfIndicators) {
          headings = []
          areGoals = false
          areIndicators = false
          isTable = false
        }
        headings.formUnion(folded.cells.map(\.column))
        areGoals = areGoals || isOfGoals
        areIndicators = areIndicators || isOfIndicators
        isTable = isTable || headsTable(whole)
      } else if !isTable {
        // 项目名称 | 主管部门 | 实施单位 over their values: one row, and what follows is no part of it.
        headings = []
      }
      wasHeading = isHeading
      for cell in folded.cells where !cell.repeats.isEmpty {
        range = range?.union(cell.area) ?? cell.area
        count += 1
      }
      guard let anchor, let first = folded.cells.first, goesDown(lines[anchor].cells[0], to: first) else {
        anchor = lines.count
        lines.append(folded)
        continue
      }
      lines[anchor].replace(at: 0, with: GridCell(lines[anchor].cells[0], repeatedIn: first))
      if folded.cells.count > 1 { lines.append(Line(row: line.row, cells: Array(folded.cells.dropFirst()))) }
    }
    let values = ["range": range?.a1 ?? "", "count": String(count)]
    return (lines, Finding(.mergesRepeated, at: Place(sheet: grid.sheet.info.name, cells: range), values))
  }

  /// Nobody writes a title twice side by side, nor two labels beside themselves on a sheet. One heading typed twice, which a further
  /// page says again, is no such thing, nor is an old column hidden beside the one that replaced it.
  ///
  /// A sheet that has merged cells hardly repeats them: there a heading typed twice and a few words of labels among values are no sign yet.
  private static func isIn(_ lines: [Line], of sheet: Sheet) -> Bool {
    let hidden = sheet.hiddenColumns
    let fewest = sheet.merges.isEmpty ? 2 : 4
    var labels = 0
    var headings: Set<String> = []
    for line in lines {
      // Few sheets repeat anything, so that few lines are looked at for it.
      lazy var isHeading = isHeading(line)
      for (cell, next) in zip(line.cells, line.cells.dropFirst()) where isSame(cell, next) {
        if cell.isTitle { return true }
        if hidden.contains(cell.column) || hidden.contains(next.column) { continue }
        if isHeading, !headings.insert("\(cell.column) \(cell.text)").inserted { continue }
        if cell.token.label != nil || cell.token.isLabel || cell.meanings.fund != nil {
          labels += 1
        }
      }
      if labels >= fewest { return true }
    }
    return false
  }

  private static func isSame(_ cell: GridCell, _ next: GridCell) -> Bool {
    cell.area.columns.upperBound + 1 == next.column && cell.area.rows == next.area.rows
      && cell.cell.kind == next.cell.kind && cell.text == next.text
  }

  /// Whether the label of a block goes on in the row below.
  private static func goesDown(_ cell: GridCell, to next: GridCell) -> Bool {
    guard cell.area.columns == next.area.columns, cell.area.last.row + 1 == next.row, cell.text == next.text else {
      return false
    }
    if case .block = cell.token { return true }
    return cell.token.label?.isGoal == true
  }

  /// - Parameter headings: The columns at which the headings above begin: what stands under two of them is two values.
  private static func fold(_ line: Line, at headings: Set<Int>) -> Line {
    var cells: [GridCell] = []
    for cell in line.cells {
      if let last = cells.last, isSame(last, cell), !headings.contains(cell.column) {
        cells[cells.count - 1] = GridCell(last, repeatedIn: cell)
      } else {
        cells.append(cell)
      }
    }
    return Line(row: line.row, cells: cells)
  }

  /// Whether the line is nothing but labels with their texts, over several of the columns above.
  ///
  /// - Parameter areIndicators: Whether the headings above are those of the indicators, whose values may well say the same.
  private static func isAcross(_ line: Line, _ headings: Set<Int>, areIndicators: Bool) -> Bool {
    guard line.cells.count == 2 || line.cells.count == 4, let first = line.cells.first, first.token.isPlain,
      first.level1 == nil, first.level2 == nil, first.meanings.fund == nil, first.couldBeLabel,
      !CellShape(line.cells[1]).isQuantity
    else { return false }
    func isWide(_ cell: GridCell) -> Bool { headings.count { cell.area.columns.contains($0) } > 1 }
    return isWide(line.cells[1]) || line.cells.count == 2 && isWide(first)
      || line.cells.count == 4 && !areIndicators && line.cells[2].couldBeLabel && isWide(line.cells[3])
  }

  /// Whether the headings are those of a table or the goals, and not labels with their values below them.
  private static func headsTable(_ line: Line) -> Bool {
    line.cells.contains { cell in
      cell.meanings.budgetHeading != nil || cell.meanings.indicatorHeading != nil || cell.meanings.block != nil
        || cell.meanings.field?.isGoal == true
    }
  }

  /// Whether the line holds the headings of columns.
  private static func isHeading(_ line: Line) -> Bool {
    let known = line.cells.count { cell in
      cell.meanings.budgetHeading != nil || cell.meanings.indicatorHeading != nil
        || cell.meanings.block != nil || cell.meanings.field?.isGoal == true
    }
    // Names and reasons may be spelled like headings; no heading is a quantity.
    return line.cells.count > 1 && (known * 2 > line.cells.count || line.cells.allSatisfy(\.token.isLabel))
      && !line.cells.contains { [.number, .signed].contains(CellShape($0)) }
  }

  /// Whether the line belongs to no table above it: a label with its value.
  ///
  /// - Parameter areGoals: Whether the headings above are those of the goals.
  private static func begins(_ line: Line, areGoals: Bool) -> Bool {
    guard let first = line.cells.first else { return false }
    switch first.token {
    case .field(let label) where label.isGoal: return !areGoals
    case .block(.assessment), .field, .inline: return true
    case .block(.goals): return !areGoals
    case .block, .plain: return false
    }
  }
}
