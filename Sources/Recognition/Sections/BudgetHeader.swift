import TrackingModel

/// The header of the budget block: which columns hold what, in which unit, and where the names of the fund rows stand.
struct BudgetHeader {
  struct Column {
    var label: Label
    let cell: GridCell
    /// The columns that the heading covers: its merged cells, else up to the next heading.
    var columns: ClosedRange<Int>
    /// The unit that the heading states.
    let unit: AmountUnit?
    /// Whether another column counts for what this one holds: the first visible one.
    var isSecond = false
  }

  /// Right of the names of the funds.
  private(set) var columns: [Column] = []
  /// Left of them, such as 序号.
  private(set) var leftColumns: [Column] = []
  /// Headings over the names of the fund rows.
  private(set) var nameHeadings: [GridCell] = []
  /// The label of the block, merged down its left side; whatever it says.
  private(set) var block: GridCell?
  /// Whether a row below is the year's total, next to which 项目资金总额 is none.
  private(set) var hasYearTotal = false
  /// Whether the table has merged cells: then its places are certain.
  private(set) var isMerged: Bool
  /// How many lines it takes.
  private(set) var lineCount = 1
  /// Headings over others, which head no column of their own.
  private(set) var groups: [GridCell] = []

  /// How many rows below tell where the names of funds stand.
  static let rowsToLookAt = 12

  /// The header that stands in the first of these lines, or in the first two; nil where none does.
  init?(_ lines: ArraySlice<Line>) {
    // Nearly every line of a form is passed over here.
    guard lines.prefix(2).contains(where: { $0.headings.contains(.budget) }) else { return nil }
    if let (line, groups) = Self.joined(lines) {
      self.init(line, rows: lines.dropFirst(2))
      lineCount = 2
      self.groups = groups
      if groups.contains(where: { !Self.isLongTerm($0) }) { markLongTermColumns() }
      return
    }
    guard let line = lines.first, Self.isHeader(line) else { return nil }
    self.init(line, rows: lines.dropFirst())
  }

  /// - Parameter rows: The lines below.
  private init?(_ line: Line, rows: ArraySlice<Line>) {
    var cells = line.cells
    if let first = cells.first, cells.count > 1,
      first.meanings.block == .budget || first.area.rows.count > 1 && first.meanings.budgetHeading == nil
    {
      block = first
      cells.removeFirst()
    }
    isMerged =
      line.cells.contains { $0.area.columns.count > 1 || $0.area.rows.count > 1 }
    let names = Self.nameColumn(rows, block: block, firstValue: Self.firstValue(cells))
    for cell in cells {
      let label = cell.meanings.budgetHeading
      if cell.area.columns.contains(names) || label == .fundName && cell.column <= names {
        nameHeadings.append(cell)
      } else if cell.column < names {
        if label == nil, cell.meanings.block != nil || cell.token.isLabel {
          nameHeadings.append(cell)
        } else {
          leftColumns.append(Self.column(.budgetExtra, cell))
        }
      } else if let label, label != .fundName {
        columns.append(Self.column(label, cell))
      } else if cell.cell.kind == .text, !cell.isNone {
        columns.append(Self.column(.budgetExtra, cell))
      }
    }
    guard !columns.isEmpty else { return nil }
    for index in columns.indices.dropLast() where columns[index].cell.area.columns.count == 1 {
      let first = columns[index].columns.lowerBound
      columns[index].columns = first...max(first, columns[index + 1].columns.lowerBound - 1)
    }
    for line in rows.prefix(Self.rowsToLookAt) {
      guard block.map({ $0.area.rows.count == 1 || $0.area.rows.contains(line.row) }) ?? true else { break }
      if line.cells.contains(where: { $0.meanings.fund == .total }) { hasYearTotal = true }
    }
    resolveBaseOfRate()
  }

  /// Columns under 中期 or 长期 are extras beside those under 年度.
  private mutating func markLongTermColumns() {
    for group in groups where Self.isLongTerm(group) {
      for index in columns.indices where group.area.columns.contains(columns[index].cell.column) {
        columns[index].label = .budgetExtra
      }
    }
  }

  /// Whether the line holds the headings of a budget.
  static func isHeader(_ line: Line) -> Bool {
    guard line.headings.contains(.budget), line.cells.count <= IndicatorHeader.maximumCells else { return false }
    var known = 0
    var headings = 0
    for (position, cell) in line.cells.enumerated() {
      if position == 0, cell.meanings.block == .budget { continue }
      if let label = cell.meanings.budgetHeading {
        if label.budgetColumn != nil { known += 1 }
        if label != .fundName { headings += 1 }
      } else if cell.meanings.indicatorHeading == .level1 || cell.meanings.indicatorHeading == .level2 {
        return false
      } else if known > 0, cell.cell.kind == .text, !cell.isNone, cell.token.isPlain {
        headings += 1
      }
    }
    guard known >= 1, known >= 2 || headings >= 2 || line.cells.first?.meanings.block == .budget else { return false }
    // A fund may be called like a heading; a heading stands beside no amount.
    return !line.cells.contains(where: BudgetReader.isAmount)
  }

  /// Two lines as one where the second one's headings stand under wide ones of the first: 预算数 over 年初 and 调整后. Where those of a
  /// longer time stand beside those of the year, the year's count.
  private static func joined(_ lines: ArraySlice<Line>) -> (line: Line, groups: [GridCell])? {
    guard let first = lines.first, let second = lines.dropFirst().first, second.row == first.row + 1,
      first.cells.count > 1, first.cells.count <= IndicatorHeader.maximumCells,
      first.cells[0].meanings.block == .budget || first.cells[0].area.rows.count > 1,
      !first.cells.contains(where: { if case .inline = $0.token { true } else { $0.isTitle } }),
      first.cells.contains(where: { $0.area.columns.count > 1 })
    else { return nil }
    func part(of group: GridCell) -> [GridCell] {
      guard group.area.columns.count > 1, group.area.rows.count == 1 else { return [] }
      return second.cells.filter { group.area.columns.contains($0.column) }
    }
    var cells: [GridCell] = []
    var groups: [GridCell] = []
    var seen = 0
    for cell in first.cells {
      let parts = part(of: cell)
      guard parts.count > 1, parts.allSatisfy({ $0.cell.kind == .text && !$0.isNone && $0.meanings.fund == nil }) else {
        cells.append(cell)
        continue
      }
      seen += parts.count
      groups.append(cell)
      cells += parts
    }
    guard seen == second.cells.count, seen > 0,
      cells.contains(where: { $0.meanings.budgetHeading?.budgetColumn != nil }),
      // Last, because it reads texts as numbers.
      !first.cells.contains(where: BudgetReader.isAmount)
    else { return nil }
    let line = Line(row: first.row, cells: cells.sorted { $0.column < $1.column })
    return isHeader(line) ? (line, groups) : nil
  }

  /// Whether the words say that what stands below them is not of the year: 中期, 长期, 实施期.
  private static func isLongTerm(_ cell: GridCell) -> Bool {
    guard let label = cell.label else { return false }
    return ["中期", "长期", "实施期"].contains { String(label.key).contains($0) }
  }

  private static func firstValue(_ cells: [GridCell]) -> Int {
    cells.first { $0.meanings.budgetHeading?.budgetColumn != nil }?.column ?? Int.max
  }

  /// The column in which the rows below name their funds; where none tells, the one in front of the first amounts.
  private static func nameColumn(_ rows: ArraySlice<Line>, block: GridCell?, firstValue: Int) -> Int {
    var counts: [Int: Int] = [:]
    var fallback: Int?
    for line in rows.prefix(rowsToLookAt) {
      if let block, block.area.rows.count > 1, !block.area.rows.contains(line.row) { break }
      if line.cells.contains(where: { $0.meanings.indicatorHeading == .level1 || $0.token.label != nil }) { break }
      if let name = line.cells.first(where: { $0.meanings.fund != nil }) { counts[name.column, default: 0] += 1 }
      guard fallback == nil else { continue }
      fallback =
        line.cells.last {
          $0.column < firstValue && $0.cell.kind == .text && !$0.isNone && !BudgetReader.isAmount($0)
            && $0.meanings.block != .budget && $0.column > (block?.area.last.column ?? -1)
        }?.column
    }
    let best = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    return best ?? fallback ?? max(0, (firstValue == Int.max ? 1 : firstValue) - 1)
  }

  private static func column(_ label: Label, _ cell: GridCell) -> Column {
    Column(label: label, cell: cell, columns: cell.area.columns, unit: AmountUnit.stated(in: cell.text)?.unit)
  }

  /// 预算数（A） beside 年初预算数 is the base of the rate B/A.
  private mutating func resolveBaseOfRate() {
    guard !columns.contains(where: { $0.label == .periodBudget }) else { return }
    let initial = columns.indices.filter { columns[$0].label == .initialBudget }
    guard initial.count == 2,
      let base = initial.first(where: { columns[$0].cell.label?.additions.contains("A") == true })
    else { return }
    columns[base].label = .periodBudget
  }

  /// Marks the columns that say again what another one counts for: a visible column counts before a hidden one, then the first.
  mutating func markSeconds(hidden: Set<Int>) {
    for kind in BudgetColumn.allCases {
      let same = columns.indices.filter { columns[$0].label.budgetColumn == kind }
      guard same.count > 1 else { continue }
      let counts = same.first { !hidden.contains(columns[$0].cell.column) } ?? same[0]
      for index in same where index != counts { columns[index].isSecond = true }
    }
  }

  /// The rows of the block's merged label: within them every row is the block's.
  var blockRows: ClosedRange<Int>? { block.flatMap { $0.area.rows.count > 1 ? $0.area.rows : nil } }

  var firstColumn: Int { columns.first?.columns.lowerBound ?? 0 }
  var lastColumn: Int { columns.last?.columns.upperBound ?? 0 }

  func column(at index: Int) -> Column? { columns.first { $0.columns.contains(index) } }

  func column(_ column: BudgetColumn) -> Column? { columns.first { $0.label.budgetColumn == column && !$0.isSecond } }
}
