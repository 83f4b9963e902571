/// The headings above the line at hand of a sheet that repeats the texts of its merged cells: equal cells under one of them are one
/// cell, equal cells under two are two values.
struct HeadingsAbove {
  /// The columns at which they begin.
  private var columns: Set<Int> = []
  /// Whether the goals' are among them.
  private var areGoals = false
  /// Whether they are those of the indicators.
  private var areIndicators = false
  /// Whether they are those of a table, and not labels with their values below them.
  private var isTable = false
  /// Whether the line before was one of headings.
  private var wasHeading = false

  /// The line with repeated cells put together; headings in it hold for the lines that follow.
  mutating func fold(_ line: Line) -> Line {
    let whole = Self.fold(line, at: [])
    if begins(whole) || isAcross(whole) { columns = [] }
    let isHeading = Self.areHeadings(whole)
    let first = whole.cells.first
    // 总分 stands across the columns in front of the scores; below the budget's headings 合计 is a fund like any other.
    let isWhole =
      isHeading || first?.isTitle == true
      || areIndicators && !columns.isEmpty && first?.meanings.indicatorHeading == .scoreTotal
    let folded = isWhole ? whole : Self.fold(line, at: columns)
    if isHeading {
      add(folded, isTable: Self.headsTable(whole))
    } else if !isTable {
      // 项目名称 | 主管部门 | 实施单位 over their values: one row, and what follows is no part of it.
      columns = []
    }
    wasHeading = isHeading
    return folded
  }

  /// Headings in two rows are those of one table: some go down over both, others stand in the second alone. Goals without a text are
  /// another table.
  private mutating func add(_ line: Line, isTable: Bool) {
    let areOfGoals = line.cells.contains { $0.token.label?.isGoal == true }
    let areOfIndicators = line.cells.contains { $0.meanings.indicatorHeading == .name }
    if !wasHeading || areGoals != areOfGoals && (areOfGoals || areOfIndicators) { self = HeadingsAbove() }
    columns.formUnion(line.cells.map(\.column))
    areGoals = areGoals || areOfGoals
    areIndicators = areIndicators || areOfIndicators
    self.isTable = self.isTable || isTable
  }

  /// - Parameter headings: The columns at which the headings above begin: what stands under two of them is two values.
  private static func fold(_ line: Line, at headings: Set<Int>) -> Line {
    var cells: [GridCell] = []
    for cell in line.cells {
      if let last = cells.last, RepeatedText.isSame(last, cell), !headings.contains(cell.column) {
        cells[cells.count - 1] = GridCell(last, repeatedIn: [cell])
      } else {
        cells.append(cell)
      }
    }
    return Line(row: line.row, cells: cells)
  }

  /// Whether the line is nothing but labels with their texts, over several of the columns above. Values of indicators may well say the
  /// same.
  private func isAcross(_ line: Line) -> Bool {
    guard line.cells.count == 2 || line.cells.count == 4, let first = line.cells.first, first.token.isPlain,
      first.level1 == nil, first.level2 == nil, first.meanings.fund == nil, first.couldBeLabel,
      !CellShape(line.cells[1]).isQuantity
    else { return false }
    func isWide(_ cell: GridCell) -> Bool { columns.count { cell.area.columns.contains($0) } > 1 }
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
  static func areHeadings(_ line: Line) -> Bool {
    let known = line.cells.count { cell in
      cell.meanings.budgetHeading != nil || cell.meanings.indicatorHeading != nil
        || cell.meanings.block != nil || cell.meanings.field?.isGoal == true
    }
    // Names and reasons may be spelled like headings; no heading is a quantity.
    return line.cells.count > 1 && (known * 2 > line.cells.count || line.cells.allSatisfy(\.token.isLabel))
      && !line.cells.contains { [.number, .signed].contains(CellShape($0)) }
  }

  /// Whether the line belongs to no table above it: a label with its value.
  private func begins(_ line: Line) -> Bool {
    guard let first = line.cells.first else { return false }
    switch first.token {
    case .field(let label) where label.isGoal: return !areGoals
    case .block(.assessment), .field, .inline: return true
    case .block(.goals): return !areGoals
    case .block, .plain: return false
    }
  }
}
