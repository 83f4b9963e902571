import Spreadsheet
import TrackingModel

/// The header of the indicator table: which columns each heading owns.
///
/// A heading owns the columns of its merged range; without one, those up to the next heading. What stands below belongs to it,
/// whatever it says. An unknown heading owns its columns like any other, and its cells are kept under its words.
struct IndicatorHeader {
  struct Column {
    /// What the column holds; `indicatorExtra` where the model has no field for it.
    var label: Label
    let cell: GridCell
    /// From the heading's first column to the last one that it owns.
    var columns: ClosedRange<Int>
    /// The heading over this one, where there is one: 偏差原因分析 over 经费保障.
    var group: GridCell?
    /// Set where a heading to the left heads the same and counts: what stands here is kept beside it.
    var repeats: Repetition?

    /// Whether it belongs to the table for a longer time, which stands beside the year's.
    var isOfOtherTable: Bool { if case .otherTable = repeats { true } else { false } }

    /// The words under which its cells are kept where the model has no field for them.
    var title: String {
      let own = LabelText.printed(cell.text)
      guard case .otherTable(let table) = repeats, let table else { return own }
      return LabelText.printed(table.text) + "：" + own
    }
  }

  /// Why a column whose heading stands twice does not count.
  enum Repetition {
    /// It belongs to the long-term table beside the year's, below this label.
    case otherTable(GridCell?)
    /// The same heading stands further left.
    case twice(Label)
  }

  /// Wider lines are no header of a form.
  static let maximumCells = 200

  /// A header has one of these at least.
  static let names: [Label?] = [.level1, .level2, .name]

  var columns: [Column]
  /// How many lines it takes.
  private(set) var lineCount = 1
  /// Headings over others, which head no column of their own.
  private(set) var groups: [GridCell] = []

  /// The header that begins at this line; nil where none does.
  init?(_ lines: ArraySlice<Line>) {
    // Nearly every line of a form is passed over here.
    guard lines.prefix(2).contains(where: { $0.headings.contains(.indicators) }) else { return nil }
    if let whole = Self.joined(lines), let header = IndicatorHeader([whole.line]) {
      self = header
      lineCount = 2
      groups += whole.groups
      return
    }
    guard let line = lines.first, line.cells.count > 1, line.cells.count <= Self.maximumCells,
      line.cells.contains(where: { Self.names.contains($0.meanings.indicatorHeading) })
    else { return nil }
    var cells: [(GridCell, Label)] = []
    var strangers: [GridCell] = []
    for cell in line.cells {
      if let label = cell.meanings.indicatorHeading, label != .scoreTotal {
        cells.append((cell, label))
      } else if cells.isEmpty, strangers.isEmpty, TableLabel.isLabel(cell) {
        groups.append(cell)
      } else if cell.meanings.block != .indicators {
        strangers.append(cell)
      }
    }
    let labels = Set(cells.map(\.1))
    let names = labels.intersection(Self.names.compactMap(\.self))
    let values = labels.intersection([.target, .planned, .actual, .columnGroup, .deviationReason])
    guard !names.isEmpty, names.count + values.count >= 3 || (labels.contains(.name) && !values.isEmpty),
      strangers.count <= cells.count / 2 || names.count > 1 && strangers.allSatisfy({ $0.label != nil })
    else { return nil }
    // A row of the table can say 指标 or 数量 somewhere; a header says nothing but headings, up to a few of its own.
    columns = []
    let all = (cells + strangers.map { ($0, Label.indicatorExtra) }).sorted { $0.0.column < $1.0.column }
    for (position, (cell, label)) in all.enumerated() {
      let isBlockLabel = position == 0 && label == .columnGroup
      if isBlockLabel { groups.append(cell) } else { append(cell, label) }
    }
    closeColumns()
    if let second = SecondHeadings(lines.dropFirst().first, below: line, columns) {
      columns = second.columns
      groups += second.groups
      lineCount = 2
    }
  }

  /// Two lines as one where the names of the levels stand in the second, under 绩效指标 or under headings of several columns; nil
  /// where they do not.
  private static func joined(_ lines: ArraySlice<Line>) -> (line: Line, groups: [GridCell])? {
    guard let first = lines.first, let second = lines.dropFirst().first, second.row == first.row + 1,
      (2...maximumCells).contains(first.cells.count), (2...maximumCells).contains(second.cells.count)
    else { return nil }
    let head = first.cells[0]
    let isBlock = head.token.isBlock(.indicators) || head.meanings.indicatorHeading == .columnGroup
    let label = head.meanings.indicatorHeading
    guard isBlock || label == .level1 || label == .level2 else { return nil }
    func isName(_ cell: GridCell) -> Bool { names.contains(cell.meanings.indicatorHeading) }
    guard second.cells.contains(where: isName), second.cells.allSatisfy({ $0.meanings.indicatorHeading != nil }) else {
      return nil
    }
    var kept: [GridCell] = []
    var groups = isBlock ? [head] : []
    for (position, cell) in first.cells.enumerated().dropFirst(isBlock ? 1 : 0) {
      let next = position + 1 < first.cells.count ? first.cells[position + 1].column : Int.max
      let isGroup = second.cells.contains { $0.column >= cell.column && $0.column < next }
      // A heading of a level has nothing under it but its cells.
      if isGroup, isName(cell) { return nil }
      if isGroup || cell.meanings.indicatorHeading == nil { groups.append(cell) } else { kept.append(cell) }
    }
    guard !kept.isEmpty else { return nil }
    return (Line(row: first.row, cells: (kept + second.cells).sorted { $0.column < $1.column }), groups)
  }

  func column(_ label: Label) -> Column? { columns.first { $0.label == label } }

  /// Which heading the column is under; nil where it is under none.
  func position(of column: Int) -> Int? {
    let position = columns.partitioningIndex { $0.columns.lowerBound > column } - 1
    return position >= 0 && columns[position].columns.contains(column) ? position : nil
  }

  /// Where the first heading begins; only the block's label stands left of it.
  var firstColumn: Int { columns.first?.columns.lowerBound ?? 0 }

  /// The column of the indicators' names; the one behind the levels where no heading says so.
  var nameColumn: ClosedRange<Int> {
    if let name = column(.name) { return name.columns }
    let level = column(.level2) ?? column(.level1) ?? columns[0]
    let next = level.columns.upperBound + 1
    return next...next
  }

  private mutating func append(_ cell: GridCell, _ label: Label) {
    columns.append(Column(label: label, cell: cell, columns: cell.area.columns))
  }

  /// Without merged cells a heading reaches to the next one.
  private mutating func closeColumns() {
    for index in columns.indices where columns[index].cell.area.columns.count == 1 {
      let first = columns[index].columns.lowerBound
      guard index + 1 < columns.count else { continue }
      columns[index].columns = first...max(first, columns[index + 1].columns.lowerBound - 1)
    }
  }
}
