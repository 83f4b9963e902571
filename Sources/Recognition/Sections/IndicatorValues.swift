import Findings
import TrackingModel

/// Reads what an indicator's row has beside its levels and its name, each cell by the heading above it.
struct IndicatorValues {
  let header: IndicatorHeader
  let row: IndicatorRow
  let index: Int
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

  init(header: IndicatorHeader, row: IndicatorRow, index: Int) {
    self.header = header
    self.row = row
    self.index = index
  }

  mutating func read(into indicator: inout Indicator, builder: inout FormBuilder) {
    for column in header.columns {
      switch column.label {
      case .level1, .level2, .name: readFurther(column, into: &indicator, builder: &builder)
      default: read(row.cells(under: column), under: column, into: &indicator, builder: &builder)
      }
    }
    for cell in row.cells where cell.isNone && header.position(of: cell.column - row.shift) == nil {
      builder.assignValue(cell, .indicator(index))
    }
    composeTarget(&indicator, builder: &builder)
    composeReason(&indicator, builder: &builder)
    for (label, cell) in repeated { addTwiceFinding(cell, label, indicator, builder: &builder) }
  }

  /// Further cells under the heading of a level or of the name are kept beside it.
  private func readFurther(
    _ column: IndicatorHeader.Column, into indicator: inout Indicator, builder: inout FormBuilder
  ) {
    let cells = row.cells(under: column)
    guard cells.count > 1 || cells.first?.isNone == true else { return }
    let taken = row.value(under: column)?.index
    for cell in cells where cell.index != taken { extra(cell, column, into: &indicator, builder: &builder) }
  }

  private mutating func read(
    _ cells: ArraySlice<GridCell>, under column: IndicatorHeader.Column, into indicator: inout Indicator,
    builder: inout FormBuilder
  ) {
    guard let cell = cells.first ?? covering(column, builder) else {
      if let field = Self.field(of: column.label) {
        builder.expect(.indicator(index, field), at: row.place(of: column.columns.lowerBound))
      }
      return
    }
    let field =
      Self.field(of: column.label).map { FieldPath.indicator(index, $0) }
      ?? FieldPath.indicator(index).extra(indicator.extras.count)
    if cell.row != row.line || !column.columns.contains(cell.column - row.shift) {
      builder.note(.mergedValueShared, at: cell, ["found": cell.text.trimmed], field: field)
    }
    if Self.field(of: column.label) != nil { texts.append((column.label, cell)) }
    switch column.label {
    case .target where indicator.target != nil: extra(cell, column, into: &indicator, builder: &builder)
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
    case .deviationReason, .reasonDetail: readReason(cell, under: column, &builder)
    case .reasonTick: addReason(cell, &builder) { $0.tick(column.title, $1) }
    case .possibilityTick: readPossibility(cell, under: column, into: &indicator, builder: &builder)
    default:
      extra(cell, column, into: &indicator, builder: &builder)
      if case .twice(let label) = column.repeats { repeated.append((label, cell)) }
    }
    for further in cells.dropFirst() { extra(further, column, into: &indicator, builder: &builder) }
  }

  private func value(_ cell: GridCell, _ field: FieldPath, _ builder: inout FormBuilder) -> IndicatorValue? {
    builder.assignValue(cell, field)
    let text = cell.cell.written(as: cell.text)
    return builder.keep(IndicatorValueReader.read(text, of: cell.cell.kind), at: cell, field)
  }

  /// A target that stands in several cells under one heading: its sign, its amount and its unit.
  private func joinParts(
    _ cells: ArraySlice<GridCell>, _ field: FieldPath, _ builder: inout FormBuilder
  ) -> IndicatorValue? {
    guard cells.count > 1, let parts = TargetParts(Array(cells)) else { return nil }
    for cell in cells { builder.assignValue(cell, field) }
    builder.addJoinedFinding(.targetJoined, Array(cells), field: field)
    return IndicatorValue(text: parts.text)
  }

  private mutating func readReason(
    _ cell: GridCell, under column: IndicatorHeader.Column, _ builder: inout FormBuilder
  ) {
    if Hint.isIn(cell.text) { return builder.assignOther(cell, .instruction) }
    let isAmongTicks = isAmongTicks(column)
    addReason(cell, &builder) { isAmongTicks ? $0.explain(column.title, $1) : $0.add($1) }
  }

  private mutating func addReason(
    _ cell: GridCell, _ builder: inout FormBuilder, _ add: (inout TickedReasons, String) -> Void
  ) {
    let before = reasons
    add(&reasons, cell.text)
    builder.assignValue(cell, .indicator(index, .deviationReason))
    if reasons != before { reasonCells.append(cell) }
  }

  /// A possibility to tick; a cell without a tick says nothing, other words are kept as they are.
  private func readPossibility(
    _ cell: GridCell, under column: IndicatorHeader.Column, into indicator: inout Indicator,
    builder: inout FormBuilder
  ) {
    if Tick.isTick(cell.text) {
      let extra = Extra(label: possibilityLabel(column), text: column.title, cell: cell.reference.a1)
      add(extra, cell, &indicator, &builder)
    } else if Tick.isNoTick(cell.text) {
      builder.assignValue(cell, .indicator(index))
    } else {
      extra(cell, column, into: &indicator, builder: &builder)
    }
  }

  /// The cell whose merged range covers this row or column: what it says holds for all of it.
  private func covering(_ column: IndicatorHeader.Column, _ builder: FormBuilder) -> GridCell? {
    guard row.shift == 0 else { return nil }
    if column.label == .planned || column.label == .actual, let cell = row.cell(over: column.columns.lowerBound) {
      return cell
    }
    guard let range = builder.grid.tallMerge(at: row.line, columns: column.columns),
      range.first.row < row.line, range.first.row > column.cell.area.last.row
    else { return nil }
    return builder.grid.cell(at: range.first)
  }

  private func isAmongTicks(_ column: IndicatorHeader.Column) -> Bool {
    guard let group = column.group else { return false }
    return header.columns.contains { $0.label == .reasonTick && $0.group?.index == group.index }
  }

  /// The same heading stands elsewhere and says something else.
  private func addTwiceFinding(_ cell: GridCell, _ label: Label, _ indicator: Indicator, builder: inout FormBuilder) {
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
    builder.note(.fieldTwice, at: cell, ["found": found, "read": read ?? "-"], field: .indicator(index, field))
  }

  /// What possibilities to tick are called where no heading stands over them.
  static let possibilityLabel = "完成目标可能性"

  private func possibilityLabel(_ column: IndicatorHeader.Column) -> String {
    guard let group = column.group, group.meanings.indicatorHeading == .possibility else {
      return Self.possibilityLabel
    }
    return LabelText.printed(group.text)
  }

  private func extra(
    _ cell: GridCell, _ column: IndicatorHeader.Column, into indicator: inout Indicator, builder: inout FormBuilder
  ) {
    guard let text = TextReader.prose(cell.text) else {
      builder.assignValue(cell, .indicator(index))
      return
    }
    add(Extra(label: column.title, text: text, cell: cell.reference.a1), cell, &indicator, &builder)
  }

  private func add(_ extra: Extra, _ cell: GridCell, _ indicator: inout Indicator, _ builder: inout FormBuilder) {
    builder.assignValue(cell, FieldPath.indicator(index).extra(indicator.extras.count))
    indicator.extras.append(extra)
  }

  /// A target split over columns, put together as `≥90.00(%)` is.
  private func composeTarget(_ indicator: inout Indicator, builder: inout FormBuilder) {
    guard sign != nil || unit != nil else { return }
    let field = FieldPath.indicator(index, .target)
    let amount = indicator.target?.text
    let split = SplitTarget(sign: sign?.text, amount: amount, unit: unit?.text)
    func take(_ cell: GridCell?, _ label: String, asExtra: Bool) {
      guard let cell else { return }
      if asExtra {
        add(Extra(label: label, text: cell.text.trimmed, cell: cell.reference.a1), cell, &indicator, &builder)
      } else {
        builder.assignValue(cell, field)
      }
    }
    take(sign, SplitTarget.signLabel, asExtra: split.hasSignApart)
    take(unit, SplitTarget.unitLabel, asExtra: split.hasUnitApart)
    if let text = split.text, text != amount {
      let cells = [sign, target, unit].compactMap { $0 }.filter { !$0.isNone }
      builder.addJoinedFinding(.targetJoined, cells, field: field)
    }
    indicator.target = split.text.map { IndicatorValue(text: $0) }
  }

  private func composeReason(_ indicator: inout Indicator, builder: inout FormBuilder) {
    if !reasons.names.isEmpty {
      builder.addJoinedFinding(.reasonsTicked, reasonCells, field: .indicator(index, .deviationReason))
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
