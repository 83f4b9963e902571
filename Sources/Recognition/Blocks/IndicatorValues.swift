import Findings
import TrackingModel

/// Reads what stands right of an indicator's name, each cell by the heading above it, shifted as the row is.
struct IndicatorValues {
  let header: IndicatorHeader
  let shift: Int
  let row: Int
  let index: Int
  /// The cells that texts were read from.
  private(set) var texts: [(label: Label, cell: GridCell)] = []
  private var target: GridCell?
  private var sign: GridCell?
  private var unit: GridCell?
  private var reasons: [(name: String, cell: GridCell)] = []
  private var detail: (text: String, cell: GridCell)?

  init(header: IndicatorHeader, shift: Int, row: Int, index: Int) {
    self.header = header
    self.shift = shift
    self.row = row
    self.index = index
  }

  /// Keeps what stands left of the name under a heading of its own: 序号.
  mutating func readStrays(_ cells: [GridCell], into indicator: inout Indicator, draft: inout Draft) {
    for cell in cells {
      let column = header.columns.last { $0.columns.contains(cell.column - shift) }
      if let column, column.label == .indicatorExtra { extra(cell, column, into: &indicator, draft: &draft) }
    }
  }

  mutating func read(_ cells: [GridCell], into indicator: inout Indicator, draft: inout Draft) {
    var owned = [[GridCell]](repeating: [], count: header.columns.count)
    for cell in cells {
      if let position = header.position(of: cell.column - shift) {
        owned[position].append(cell)
      } else if cell.isNone {
        draft.takeValue(cell, .indicator(index))
      }
    }
    for (column, own) in zip(header.columns, owned) where column.columns.lowerBound > header.nameColumn.upperBound {
      let columns = column.columns.lowerBound + shift...column.columns.upperBound + shift
      read(own, under: column, columns: columns, into: &indicator, draft: &draft)
    }
    composeTarget(&indicator, draft: &draft)
    composeReason(&indicator, draft: &draft)
  }

  private mutating func read(
    _ cells: [GridCell], under column: IndicatorHeader.Column, columns: ClosedRange<Int>,
    into indicator: inout Indicator,
    draft: inout Draft
  ) {
    if column.label == .level1 || column.label == .level2 {
      return level(column, cells.first ?? covering(column, draft), into: &indicator, draft: &draft)
    }
    guard let cell = cells.first ?? covering(column, draft) else {
      if let field = Self.field(of: column.label) {
        draft.expect(.indicator(index, field), at: .init(row: row, column: max(0, columns.lowerBound)))
      }
      return
    }
    let field = FieldPath.indicator(index, Self.field(of: column.label) ?? "extras[\(indicator.extras.count)]")
    if cell.row != row { draft.note(.mergedValueShared, at: cell, ["found": cell.text.trimmed], field: field) }
    if Self.field(of: column.label) != nil { texts.append((column.label, cell)) }
    switch column.label {
    case .target:
      if indicator.target != nil {
        extra(cell, column, into: &indicator, draft: &draft)
      } else if cells.count > 1, let parts = TargetParts(cells) {
        for cell in cells { draft.takeValue(cell, field) }
        draft.noteJoined(.targetJoined, cells, field: field)
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
    default: extra(cell, column, into: &indicator, draft: &draft)
    }
    for further in cells.dropFirst() where further.isNone { draft.takeValue(further, field) }
  }

  /// A level that stands right of the name.
  private func level(
    _ column: IndicatorHeader.Column, _ cell: GridCell?, into indicator: inout Indicator, draft: inout Draft
  ) {
    let path = column.label == .level1 ? \Indicator.level1 : \Indicator.level2
    let field = FieldPath.indicator(index, column.label == .level1 ? "level1" : "level2")
    guard let cell, let words = TextReader.line(cell.text).value else {
      guard index > 0, let above = draft.form.indicators[index - 1][keyPath: path] else { return }
      indicator[keyPath: path] = above
      draft.noteCarried(above, at: .init(row: row, column: column.columns.lowerBound), field: field)
      return
    }
    draft.takeValue(cell, field)
    let known = column.label == .level1 ? IndicatorCatalogue.level1(words) : IndicatorCatalogue.level2(words)
    if let known, known != words { draft.note(.levelRenamed, at: cell, ["found": words, "read": known], field: field) }
    if known == nil { draft.note(.levelKept, at: cell, ["found": words], field: field) }
    indicator[keyPath: path] = known ?? words
  }

  /// The cell whose merged range covers this row: what it says holds for every row of it.
  private func covering(_ column: IndicatorHeader.Column, _ draft: Draft) -> GridCell? {
    guard shift == 0, let range = draft.grid.tallMerge(at: row, columns: column.columns), range.first.row < row,
      range.first.row > column.cell.area.last.row
    else { return nil }
    return draft.grid.cell(at: range.first)
  }

  private mutating func tick(_ cell: GridCell, _ column: IndicatorHeader.Column, draft: inout Draft) {
    let field = FieldPath.indicator(index, "deviationReason")
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

  private func heading(_ column: IndicatorHeader.Column) -> String {
    LabelText.printed(column.cell.text)
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
    draft.takeValue(cell, .indicator(index, "extras[\(indicator.extras.count)]"))
    indicator.extras.append(extra)
  }

  /// A target split over columns, put together as `≥90.00(%)` is.
  private func composeTarget(_ indicator: inout Indicator, draft: inout Draft) {
    guard sign != nil || unit != nil else { return }
    let field = FieldPath.indicator(index, "target")
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
        field: .indicator(index, "deviationReason"))
    }
    if let detail { parts.append(detail.text) }
    indicator.deviationReason = parts.isEmpty ? nil : parts.joined(separator: "：")
  }

  /// The key of the canonical form that a column fills.
  static func field(of label: Label) -> String? {
    switch label {
    case .target: "target"
    case .planned: "planned"
    case .actual: "actual"
    case .deviationReason, .reasonDetail: "deviationReason"
    default: nil
    }
  }
}
