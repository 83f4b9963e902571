import Findings
import TrackingModel

/// Reads what an indicator's row has beside its levels and its name, each cell by the heading above it.
struct IndicatorValues {
  let header: IndicatorHeader
  let row: IndicatorRow
  let index: Int
  /// The indicator, with what has been read so far.
  private(set) var indicator: Indicator
  /// The cells that texts were read from.
  private(set) var texts: [(label: Label, cell: GridCell)] = []
  private var target: GridCell?
  private var sign: GridCell?
  private var unit: GridCell?
  private var reasons = TickedReasons()
  /// The cells that reasons were ticked in, or explained.
  private var reasonCells: [GridCell] = []
  /// Cells under a heading that stands twice and does not count here.
  private var repeated: [(label: Label, cell: GridCell)] = []

  /// - Parameter indicator: With its levels and its name.
  init(of indicator: Indicator, at index: Int, header: IndicatorHeader, row: IndicatorRow) {
    self.indicator = indicator
    self.index = index
    self.header = header
    self.row = row
  }

  mutating func read(into builder: inout FormBuilder) {
    for column in header.columns {
      switch column.label {
      case .level1, .level2, .name: readFurther(column, &builder.cells)
      default: read(row.cells(under: column), under: column, into: &builder)
      }
    }
    for cell in row.cells where cell.isNone && header.position(of: cell.column - row.shift) == nil {
      builder.cells.assignValue(cell, .indicator(index))
    }
    composeTarget(&builder)
    composeReason(&builder.diagnostics)
    for (label, cell) in repeated { addTwiceFinding(cell, label, &builder.diagnostics) }
  }

  /// Further cells under the heading of a level or of the name are kept beside it.
  private mutating func readFurther(_ column: IndicatorHeader.Column, _ assignments: inout CellAssignments) {
    let cells = row.cells(under: column)
    guard cells.count > 1 || cells.first?.isNone == true else { return }
    let own = row.value(under: column)?.index
    for cell in cells where cell.index != own { addExtra(cell, column, &assignments) }
  }

  private mutating func read(
    _ cells: ArraySlice<GridCell>, under column: IndicatorHeader.Column, into builder: inout FormBuilder
  ) {
    guard let cell = cells.first ?? covering(column, builder.context.grid) else {
      if let field = Self.field(of: column.label) {
        builder.cells.expect(.indicator(index, field), at: row.place(of: column.columns.lowerBound))
      }
      return
    }
    let field =
      Self.field(of: column.label).map { FieldPath.indicator(index, $0) }
      ?? FieldPath.indicator(index).extra(indicator.extras.count)
    if cell.row != row.line || !column.columns.contains(cell.column - row.shift) {
      builder.diagnostics.add(.mergedValueShared, at: cell, ["found": cell.text.trimmed], field: field)
    }
    if Self.field(of: column.label) != nil { texts.append((column.label, cell)) }
    switch column.label {
    case .target where indicator.target != nil: addExtra(cell, column, &builder.cells)
    case .target:
      if let whole = joinParts(cells, field, &builder) {
        indicator.target = whole
        return
      }
      target = cell
      indicator.target = value(cell, field, &builder)
    case .planned: indicator.planned = value(cell, field, &builder)
    case .actual: indicator.actual = value(cell, field, &builder)
    case .targetSign: sign = cell
    case .targetUnit: unit = cell
    case .deviationReason, .reasonDetail: readReason(cell, under: column, &builder.cells)
    case .reasonTick: addReason(cell, &builder.cells) { $0.tick(column.title, $1) }
    case .possibilityTick: readPossibility(cell, under: column, &builder.cells)
    default:
      addExtra(cell, column, &builder.cells)
      if case .twice(let label) = column.repeats { repeated.append((label, cell)) }
    }
    for further in cells.dropFirst() { addExtra(further, column, &builder.cells) }
  }

  private func value(_ cell: GridCell, _ field: FieldPath, _ builder: inout FormBuilder) -> IndicatorValue? {
    builder.cells.assignValue(cell, field)
    let text = cell.cell.written(as: cell.text)
    return builder.diagnostics.value(of: IndicatorValueReader.read(text, of: cell.cell.kind), at: cell, field)
  }

  /// A target that stands in several cells under one heading: its sign, its amount and its unit.
  private func joinParts(
    _ cells: ArraySlice<GridCell>, _ field: FieldPath, _ builder: inout FormBuilder
  ) -> IndicatorValue? {
    guard cells.count > 1, let parts = TargetParts(Array(cells)) else { return nil }
    for cell in cells { builder.cells.assignValue(cell, field) }
    builder.diagnostics.addJoined(.targetJoined, Array(cells), field: field)
    return IndicatorValue(text: parts.text)
  }

  private mutating func readReason(
    _ cell: GridCell, under column: IndicatorHeader.Column, _ assignments: inout CellAssignments
  ) {
    if Hint.matches(cell.text) { return assignments.assignOther(cell, .instruction) }
    let isAmongTicks = isAmongTicks(column)
    addReason(cell, &assignments) { isAmongTicks ? $0.explain(column.title, $1) : $0.add($1) }
  }

  private mutating func addReason(
    _ cell: GridCell, _ assignments: inout CellAssignments, _ add: (inout TickedReasons, String) -> Void
  ) {
    let before = reasons
    add(&reasons, cell.text)
    assignments.assignValue(cell, .indicator(index, .deviationReason))
    if reasons != before { reasonCells.append(cell) }
  }

  /// A possibility to tick; a cell without a tick says nothing, other words are kept as they are.
  private mutating func readPossibility(
    _ cell: GridCell, under column: IndicatorHeader.Column, _ assignments: inout CellAssignments
  ) {
    if Tick.isTick(cell.text) {
      let extra = Extra(label: possibilityLabel(column), text: column.title, cell: cell.reference.a1)
      add(extra, cell, &assignments)
    } else if Tick.isNoTick(cell.text) {
      assignments.assignValue(cell, .indicator(index))
    } else {
      addExtra(cell, column, &assignments)
    }
  }

  /// The cell whose merged range covers this row or column: what it says holds for all of it.
  private func covering(_ column: IndicatorHeader.Column, _ grid: Grid) -> GridCell? {
    guard row.shift == 0 else { return nil }
    if column.label == .planned || column.label == .actual, let cell = row.cell(over: column.columns.lowerBound) {
      return cell
    }
    guard let range = grid.tallMerge(at: row.line, columns: column.columns),
      range.first.row < row.line, range.first.row > column.cell.area.last.row
    else { return nil }
    return grid.cell(at: range.first)
  }

  private func isAmongTicks(_ column: IndicatorHeader.Column) -> Bool {
    guard let group = column.group else { return false }
    return header.columns.contains { $0.label == .reasonTick && $0.group?.index == group.index }
  }

  /// The same heading stands elsewhere and says something else.
  private func addTwiceFinding(_ cell: GridCell, _ label: Label, _ diagnostics: inout Diagnostics) {
    let read: String? =
      switch label {
      case .level1: indicator.level1
      case .level2: indicator.level2
      case .name: indicator.name
      case .target: indicator.target?.text
      case .planned: indicator.planned?.text
      case .actual: indicator.actual?.text
      case .deviationReason: indicator.deviationReason
      default: nil
      }
    let found = cell.text.trimmed
    guard let field = Self.field(of: label) ?? (label == .name ? .name : nil), !cell.isNone, found != read else {
      return
    }
    diagnostics.add(.fieldTwice, at: cell, ["found": found, "read": read ?? "-"], field: .indicator(index, field))
  }

  /// What possibilities to tick are called where no heading stands over them.
  static let possibilityLabel = "完成目标可能性"

  private func possibilityLabel(_ column: IndicatorHeader.Column) -> String {
    guard let group = column.group, group.meanings.indicatorHeading == .possibility else {
      return Self.possibilityLabel
    }
    return LabelText.printed(group.text)
  }

  private mutating func addExtra(
    _ cell: GridCell, _ column: IndicatorHeader.Column, _ assignments: inout CellAssignments
  ) {
    guard let text = TextReader.prose(cell.text) else { return assignments.assignValue(cell, .indicator(index)) }
    add(Extra(label: column.title, text: text, cell: cell.reference.a1), cell, &assignments)
  }

  private mutating func add(_ extra: Extra, _ cell: GridCell, _ assignments: inout CellAssignments) {
    assignments.assignValue(cell, FieldPath.indicator(index).extra(indicator.extras.count))
    indicator.extras.append(extra)
  }

  /// A target split over columns, put together as `≥90.00(%)` is.
  private mutating func composeTarget(_ builder: inout FormBuilder) {
    guard sign != nil || unit != nil else { return }
    let field = FieldPath.indicator(index, .target)
    let amount = indicator.target?.text
    let split = SplitTarget(sign: sign?.text, amount: amount, unit: unit?.text)
    let parts: [(GridCell?, String, isExtra: Bool)] = [
      (sign, SplitTarget.signLabel, split.hasSignApart), (unit, SplitTarget.unitLabel, split.hasUnitApart),
    ]
    for case (let cell?, let label, let isExtra) in parts {
      if isExtra {
        add(Extra(label: label, text: cell.text.trimmed, cell: cell.reference.a1), cell, &builder.cells)
      } else {
        builder.cells.assignValue(cell, field)
      }
    }
    if let text = split.text, text != amount {
      let cells = [sign, target, unit].compactMap { $0 }.filter { !$0.isNone }
      builder.diagnostics.addJoined(.targetJoined, cells, field: field)
    }
    indicator.target = split.text.map { IndicatorValue(text: $0) }
  }

  private mutating func composeReason(_ diagnostics: inout Diagnostics) {
    if !reasons.names.isEmpty {
      diagnostics.addJoined(.reasonsTicked, reasonCells, field: .indicator(index, .deviationReason))
    }
    indicator.deviationReason = reasons.text
  }

  /// The key of the canonical form that a column fills.
  static func field(of label: Label) -> FieldKey? {
    switch label {
    case .target: .target
    case .planned: .planned
    case .actual: .actual
    case .deviationReason, .reasonDetail: .deviationReason
    default: nil
    }
  }
}
