import Findings
import TrackingModel

/// Rows that go on with the texts of the indicator above, as the official page writes texts that no single row can show: everything else of
/// the indicator is merged over its rows, and the pieces of a text stand below each other. Put one behind the other they are the text.
struct IndicatorContinuation {
  let header: IndicatorHeader

  /// Takes the row if merged cells say that it belongs to the indicator above: its name and a value, or its level and all values, go
  /// on from there.
  func takeMerged(_ line: Line, cells: [GridCell], into draft: inout Draft) -> Bool {
    guard !cells.isEmpty, let index = draft.form.indicators.indices.last else { return false }
    let own = cells.compactMap { cell in Self.text(header.label(at: cell.column)).map { ($0, cell) } }
    guard own.count == cells.count else { return false }
    let values: [Label] = [.target, .planned, .actual]
    let above = values.compactMap { start($0, line, draft) }
    if let name = start(.name, line, draft) {
      guard above.contains(name) else { return false }
    } else {
      guard let level = start(.level2, line, draft), above.count == values.count, above.allSatisfy({ $0 == level })
      else { return false }
    }
    for (field, cell) in own { append(cell, to: field, of: index, &draft) }
    return true
  }

  /// Takes the row if it says nothing but a reason, as one does that a page break has cut off from its indicator.
  func takeReason(
    _ row: IndicatorRow, level1 carried: String?, cells: [GridCell], into draft: inout Draft
  ) -> Bool {
    guard row.name == nil, row.level2 == nil, row.shift == 0, let index = draft.form.indicators.indices.last,
      draft.form.indicators[index].deviationReason != nil
    else { return false }
    if let level = row.level1?.text, level != carried { return false }
    let rest = cells.filter { $0.index != row.level1?.index }
    guard rest.count == 1, let cell = rest.first, header.label(at: cell.column) == .deviationReason, !cell.isNone else {
      return false
    }
    if let level = row.level1 { draft.takeValue(level, .indicator(index, "level1")) }
    append(cell, to: .deviationReason, of: index, &draft)
    return true
  }

  /// The row in which the merged cell begins that covers this one in a column; nil where none comes from above.
  private func start(_ label: Label, _ line: Line, _ draft: Draft) -> Int? {
    guard let columns = header.column(label)?.columns,
      let range = draft.grid.tallMerge(at: line.row, columns: columns), range.first.row < line.row
    else { return nil }
    return range.first.row
  }

  /// What pieces can be of.
  private enum TextField: String {
    case name, target, planned, actual, deviationReason
  }

  private static func text(_ label: Label?) -> TextField? {
    switch label {
    case .name: .name
    case .target: .target
    case .planned: .planned
    case .actual: .actual
    case .deviationReason: .deviationReason
    default: nil
    }
  }

  private func append(_ cell: GridCell, to field: TextField, of index: Int, _ draft: inout Draft) {
    let path = FieldPath.indicator(index, field.rawValue)
    draft.takeValue(cell, path)
    guard let piece = TextReader.prose(cell.text) else { return }
    draft.note(.textJoined, at: cell, ["count": "2"], field: path)
    var indicator = draft.form.indicators[index]
    switch field {
    case .name: indicator.name = (indicator.name ?? "") + piece
    case .target: indicator.target = IndicatorValue(text: (indicator.target?.text ?? "") + piece)
    case .planned: indicator.planned = IndicatorValue(text: (indicator.planned?.text ?? "") + piece)
    case .actual: indicator.actual = IndicatorValue(text: (indicator.actual?.text ?? "") + piece)
    case .deviationReason: indicator.deviationReason = (indicator.deviationReason ?? "") + piece
    }
    draft.form.indicators[index] = indicator
  }
}

extension IndicatorHeader {
  /// The heading over a column.
  fileprivate func label(at column: Int) -> Label? { columns.first { $0.columns.contains(column) }?.label }
}
