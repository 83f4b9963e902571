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
  private var reasons: [(name: String, cell: GridCell)] = []
  private var detail: (text: String, cell: GridCell)?
  /// Cells under a heading that stands twice and does not count here.
  private var repeated: [(label: Label, cell: GridCell)] = []

  init(header: IndicatorHeader, row: IndicatorRow, index: Int) {
    self.header = header
    self.row = row
    self.index = index
  }

  mutating func read(into indicator: inout Indicator, draft: inout Draft) {
    for column in header.columns {
      switch column.label {
      case .level1, .level2, .name: readFurther(column, into: &indicator, draft: &draft)
      default: read(row.cells(under: column), under: column, into: &indicator, draft: &draft)
      }
    }
    for cell in row.cells where cell.isNone && header.position(of: cell.column - row.shift) == nil {
      draft.takeValue(cell, .indicator(index))
    }
    composeTarget(&indicator, draft: &draft)
    composeReason(&indicator, draft: &draft)
    for (label, cell) in repeated { noteTwice(cell, label, indicator, draft: &draft) }
  }

  /// Further cells under the heading of a level or of the name are kept beside it.
  private func readFurther(_ column: IndicatorHeader.Column, into indicator: inout Indicator, draft: inout Draft) {
    let cells = row.cells(under: column)
    guard cells.count > 1 || cells.first?.isNone == true else { return }
    let taken = row.value(under: column)?.index
    for cell in cells where cell.index != taken { extra(cell, column, into: &indicator, draft: &draft) }
  }

  private mutating func read(
    _ cells: ArraySlice<GridCell>, under column: IndicatorHeader.Column, into indicator: inout Indicator,
    draft: inout Draft
  ) {
    guard let cell = cells.first ?? covering(column, draft) else {
      if let field = Self.field(of: column.label) {
        draft.expect(.indicator(index, field), at: row.place(of: column.columns.lowerBound))
      }
      return
    }
    let field =
      Self.field(of: column.label).map { FieldPath.indicator(index, $0) }
      ?? FieldPath.indicator(index).extra(indicator.extras.count)
    if cell.row != row.line || !column.columns.contains(cell.column - row.shift) {
      draft.note(.mergedValueShared, at: cell, ["found": cell.text.trimmed], field: field)
    }
    if Self.field(of: column.label) != nil { texts.append((column.label, cell)) }
    switch column.label {
    case .target:
      if indicator.target != nil {
        extra(cell, column, into: &indicator, draft: &draft)
      } else if cells.count > 1, let parts = TargetParts(Array(cells)) {
        for cell in cells { draft.takeValue(cell, field) }
        draft.noteJoined(.targetJoined, Array(cells), field: field)
        indicator.target = IndicatorValue(text: parts.text)
        return
      } else {
        draft.takeValue(cell, field)
        target = cell
        indicator.target = draft.keep(
          IndicatorValueReader.read(cell.cell.written(as: cell.text), of: cell.cell.kind), at: cell, field)
      }
    case .planned:
      draft.takeValue(cell, field)
      indicator.planned = draft.keep(
        IndicatorValueReader.read(cell.cell.written(as: cell.text), of: cell.cell.kind), at: cell, field)
    case .actual:
      draft.takeValue(cell, field)
      indicator.actual = draft.keep(
        IndicatorValueReader.read(cell.cell.written(as: cell.text), of: cell.cell.kind), at: cell, field)
    case .targetSign: sign = cell
    case .targetUnit: unit = cell
    case .deviationReason, .reasonDetail:
      if Hint.isIn(cell.text) {
        draft.takeOther(cell, .instruction)
        break
      }
      // 其他原因 among reasons to tick is one of them.
      if isAmongTicks(column), Tick.isTick(cell.text) || Tick.isNoTick(cell.text) {
        tick(cell, column, draft: &draft)
        break
      }
      draft.takeValue(cell, field)
      if let text = TextReader.prose(cell.text) {
        if let before = detail { detail = (before.text + "\n" + text, before.cell) } else { detail = (text, cell) }
      }
    case .reasonTick: tick(cell, column, draft: &draft)
    case .possibilityTick:
      if Tick.isTick(cell.text) {
        add(
          Extra(label: possibilityLabel(column), text: heading(column), cell: cell.reference.a1), cell,
          &indicator, &draft)
      } else if Tick.isNoTick(cell.text) {
        draft.takeValue(cell, .indicator(index))
      } else {
        extra(cell, column, into: &indicator, draft: &draft)
      }
    default:
      extra(cell, column, into: &indicator, draft: &draft)
      if case .twice(let label) = column.repeats { repeated.append((label, cell)) }
    }
    for further in cells.dropFirst() { extra(further, column, into: &indicator, draft: &draft) }
  }

  /// The cell whose merged range covers this row or column: what it says holds for all of it.
  private func covering(_ column: IndicatorHeader.Column, _ draft: Draft) -> GridCell? {
    guard row.shift == 0 else { return nil }
    if column.label == .planned || column.label == .actual, let cell = row.cell(over: column.columns.lowerBound) {
      return cell
    }
    guard let range = draft.grid.tallMerge(at: row.line, columns: column.columns),
      range.first.row < row.line, range.first.row > column.cell.area.last.row
    else { return nil }
    return draft.grid.cell(at: range.first)
  }

  private mutating func tick(_ cell: GridCell, _ column: IndicatorHeader.Column, draft: inout Draft) {
    let field = FieldPath.indicator(index, .deviationReason)
    draft.takeValue(cell, field)
    if Tick.isTick(cell.text) {
      reasons.append((heading(column), cell))
    } else if !Tick.isNoTick(cell.text), let text = TextReader.prose(cell.text) {
      reasons.append((heading(column), cell))
      detail = (detail.map { $0.text + "\n" + text } ?? text, cell)
    }
  }

  private func isAmongTicks(_ column: IndicatorHeader.Column) -> Bool {
    guard let group = column.group else { return false }
    return header.columns.contains { $0.label == .reasonTick && $0.group?.index == group.index }
  }

  private func heading(_ column: IndicatorHeader.Column) -> String { column.title }

  /// The same heading stands elsewhere and says something else.
  private func noteTwice(_ cell: GridCell, _ label: Label, _ indicator: Indicator, draft: inout Draft) {
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
    draft.note(.fieldTwice, at: cell, ["found": found, "read": read ?? "-"], field: .indicator(index, field))
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
    _ cell: GridCell, _ column: IndicatorHeader.Column, into indicator: inout Indicator, draft: inout Draft
  ) {
    guard let text = TextReader.prose(cell.text) else {
      draft.takeValue(cell, .indicator(index))
      return
    }
    add(Extra(label: heading(column), text: text, cell: cell.reference.a1), cell, &indicator, &draft)
  }

  private func add(_ extra: Extra, _ cell: GridCell, _ indicator: inout Indicator, _ draft: inout Draft) {
    draft.takeValue(cell, FieldPath.indicator(index).extra(indicator.extras.count))
    indicator.extras.append(extra)
  }

  /// A target split over columns, put together as `≥90.00(%)` is.
  private func composeTarget(_ indicator: inout Indicator, draft: inout Draft) {
    guard sign != nil || unit != nil else { return }
    let field = FieldPath.indicator(index, .target)
    let amount = indicator.target?.text
    func take(_ cell: GridCell?, _ label: String, asExtra: (GridCell) -> Bool) {
      guard let cell else { return }
      if !cell.isNone, asExtra(cell) {
        add(Extra(label: label, text: cell.text.trimmed, cell: cell.reference.a1), cell, &indicator, &draft)
      } else {
        draft.takeValue(cell, field)
      }
    }
    take(sign, TargetParts.signLabel) { !TargetParts.isPart($0.text, of: amount) }
    take(unit, TargetParts.unitLabel) { _ in amount == nil }
    let text = TargetParts.compose(sign: sign?.text, amount: amount, unit: unit.flatMap { $0.isNone ? nil : $0.text })
    if let text, text != amount {
      let cells = [sign, target, unit].compactMap { $0 }.filter { !$0.isNone }
      draft.noteJoined(.targetJoined, cells, field: field)
    }
    indicator.target = text.map { IndicatorValue(text: $0) }
  }

  private func composeReason(_ indicator: inout Indicator, draft: inout Draft) {
    var parts: [String] = []
    if !reasons.isEmpty {
      parts.append(reasons.map(\.name).joined(separator: "、"))
      draft.noteJoined(
        .reasonsTicked, reasons.map(\.cell) + (detail.map { [$0.cell] } ?? []),
        field: .indicator(index, .deviationReason))
    }
    if let detail { parts.append(detail.text) }
    indicator.deviationReason = parts.isEmpty ? nil : parts.joined(separator: "：")
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
