import Findings
import TrackingModel

/// Values below their labels, where none stand beside them.
extension FormReader {
  /// Whether the line is one of labels and the next one has their values: nothing but labels, or labels that are not known among
  /// those with no value at their side.
  func valuesBelow(_ index: Int, _ cells: [GridCell], _ tokens: [FieldToken]) -> Bool {
    let labels = zip(cells, tokens).filter { if case .field = $0.1 { true } else { false } }
    guard !labels.isEmpty, index + 1 < lines.count else { return false }
    let next = lines[index + 1]
    if tokens.allSatisfy(\.isLabel) { return labels.count >= 2 && isBelow(next, of: labels.map(\.0)) }
    // Each cell of the next line under one of this, and one of the labels without anything beside it.
    let head = tokens.prefix { if case .block = $0 { true } else { false } }.count
    guard tokens[head...].allSatisfy({ if case .field = $0 { true } else { $0.isPlain } }),
      next.cells.count > 1, next.cells.count == cells.count - head, next.row == cells[0].row + 1,
      zip(next.cells, cells[head...]).allSatisfy({ $0.column == $1.column && $0.token.isPlain }),
      zip(cells, tokens).allSatisfy({ !$1.isPlain || $0.couldBeLabel }),
      labels.contains(where: { $0.1.label?.isGoal == true })
        || tokens.indices.contains(where: { position in
          !tokens[position].isPlain && position >= head
            && (position + 1 == cells.count || !tokens[position + 1].isPlain)
        })
    else { return false }
    return IndicatorHeader([next]) == nil && !BudgetHeader.isHeader(next)
  }

  /// Whether a line holds nothing but values for the labels above it.
  ///
  /// - Parameter goesOn: Whether values of these labels stand above the line.
  private func isBelow(_ line: Line, of labels: [GridCell], goesOn: Bool = false) -> Bool {
    guard let first = labels.first, !line.cells.contains(where: builder.cells.isAssigned) else { return false }
    var cells = line.cells
    // Cell under label, cell under label: these are values whatever they say.
    if labels.count > 1, labels.first?.row == line.row - 1, cells.map(\.column) == labels.map(\.column),
      IndicatorHeader([line]) == nil
    {
      return true
    }
    if let head = cells.first, case .block = head.token, head.column < first.column {
      cells.removeFirst()
    }
    // Where merged cells tell the places, a value stands under its label and not left of it.
    let left = goesOn || builder.context.grid.hasMerges(in: first.area.rows) ? first.column : first.column - 1
    guard !cells.isEmpty, cells[0].column >= left, isInPlace(cells, labels) || isMovedLeft(cells, labels),
      IndicatorHeader([line]) == nil, !BudgetHeader.isHeader(line)
    else { return false }
    return cells.allSatisfy { cell in
      if case .inline(let label, _) = cell.token { return labels.contains { $0.token.label == label } }
      return cell.token.isPlain && cell.otherKind == .other
    }
  }

  private func isInPlace(_ cells: [GridCell], _ labels: [GridCell]) -> Bool { cells[0].column >= labels[0].column }

  /// Whether each cell stands one column left of its label, as where an empty cell was lost. `其他事项 | 已完成` left of and under a label is a row of its
  /// own, with its own label.
  private func isMovedLeft(_ cells: [GridCell], _ labels: [GridCell]) -> Bool {
    cells.count <= labels.count && (cells.count == 1 || cells[0].text.last == "。" || !cells[0].couldBeLabel)
      && zip(cells, labels).allSatisfy { $0.column == $1.column - 1 }
  }

  /// Reads the values below labels that have none at their side.
  mutating func readBelow(_ pending: [(label: Label, cell: GridCell)], after index: Int) -> Int {
    var next = index + 1
    guard pending.count <= IndicatorHeader.maximumCells else { return next }
    let isProse = pending.allSatisfy { $0.label.isProse }
    let isWide = pending.count > 1 || pending.first.map { isHeadingBelow($0, next) } ?? false
    var isFirst = true
    while !pending.isEmpty, isWide, next < lines.count, isFirst || isProse,
      isBelow(lines[next], of: pending.map(\.cell), goesOn: !isFirst)
    {
      let values = lines[next].cells.drop {
        if case .block = $0.token { $0.column < pending[0].cell.column } else { false }
      }
      let moved = isMovedLeft(Array(values), pending.map(\.cell)) ? 1 : 0
      for cell in lines[next].cells {
        if case .block = cell.token, cell.column < pending[0].cell.column {
          builder.cells.assignLabel(cell)
          continue
        }
        if pending.allSatisfy({ $0.label.isGoal }) { goalColumns = pending.map { ($0.label, $0.cell.column) } }
        let owner = pending.last { $0.cell.column <= cell.column + moved } ?? pending[0]
        if case .inline(owner.label, let value) = cell.token {
          assignRepeating(owner.label, cell, value: value, labelCell: owner.cell)
        } else {
          if owner.cell.token.isPlain { builder.cells.assignLabel(owner.cell) }
          assign(owner.label, [cell], text: nil, labelCell: owner.cell)
        }
      }
      isFirst = false
      next += 1
    }
    if isFirst { for (label, cell) in pending { expectValue(of: label, cell) } }
    return next
  }

  /// Whether a label alone in its line may have its value in the line below: it is wide, or the cell right below it is all there is.
  private func isHeadingBelow(_ label: (label: Label, cell: GridCell), _ next: Int) -> Bool {
    if label.cell.area.columns.count > 2 || label.label.isGoal { return true }
    guard label.label.fieldPath != nil, next < lines.count, lines[next].row <= label.cell.area.last.row + 2 else {
      return false
    }
    let cells = lines[next].cells
    return cells.count == 1 && cells[0].column == label.cell.column && !cells[0].isTitle
  }

  /// A label without any value: says where the value ought to stand.
  private mutating func expectValue(of label: Label, _ cell: GridCell) {
    if label == .signature {
      builder.cells.assignOther(cell, .signature)
    } else if let field = label.fieldPath {
      builder.cells.expect(field, at: .init(row: cell.row, column: cell.area.last.column + 1))
      if label.isProse {
        open.append(OpenText(label: label, column: cell.area.last.column + 1, row: cell.area.last.row))
      }
    }
  }
}
