import Findings
import TrackingModel

/// Reading of labels with one value each: right of the label, below it, or behind its colon.
extension FormReader {
  /// Reads the line; the next one to read.
  mutating func readFields(at index: Int) -> Int {
    let line = lines[index]
    let cells = line.cells.filter { !builder.isClaimed($0) || !$0.isTitle }
    let tokens = tokens(of: cells, at: index)
    if let kind = NoteLines.headed(line) ?? notes.further(line, isLabel: !tokens.allSatisfy(\.isPlain)) {
      for cell in line.cells { builder.assignOther(cell, kind) }
      return index + 1
    }
    if goesOn(line, tokens) { return index + 1 }
    if let next = readTextMatrix(at: index) { return next }
    if tokens.allSatisfy(\.isPlain) {
      readPlain(cells)
      if let next = readUnknownTable(at: index) { return next }
      keepUnknown(cells.filter { !builder.isClaimed($0) }[...], at: index)
      return index + 1
    }
    closeTexts()
    if tokens.contains(where: { $0.label == .signature }) { signatureRow = line.row }
    var pending: [(label: Label, cell: GridCell)] = []
    let columnsOfBelow = valuesBelow(index, cells, tokens)
    var position = 0
    while position < cells.count {
      let cell = cells[position]
      switch tokens[position] {
      case .plain:
        if columnsOfBelow {
          pending.append((.extra, cell))
        } else {
          let end = cells[position...].indices.first { !tokens[$0].isPlain } ?? cells.count
          keepUnknown(cells[position..<end].filter { !builder.isClaimed($0) }[...], at: index)
          position = end - 1
        }
      case .inline(let label, let value):
        builder.assignLabel(cell)
        take(label, [cell], text: value)
        for further in cell.furtherFields(synonymIndex: builder.synonymIndex) where !further.value.isBlank {
          take(further.label, [cell], text: further.value, words: further.words)
        }
      case .block(let block):
        let isContinued =
          block == .goals && !goalColumns.isEmpty && tokens.dropFirst(position + 1).allSatisfy(\.isPlain)
        if isContinued {
          // The texts go on after a page break, under nothing but the block's label.
          builder.assignLabel(cell)
          for value in cells[(position + 1)...] {
            let owner = goalColumns.last { $0.column <= value.column } ?? goalColumns[0]
            take(owner.label, [value], text: nil)
          }
          position = cells.count
        } else if block == .goals, position == 0, position + 1 < cells.count, tokens[position + 1].isPlain,
          !hasGoalLabels(index, besides: cell)
        {
          builder.assignLabel(cell)
          take(.goalsExpected, [cells[position + 1]], text: nil, labelCell: cell)
          position += 1
        } else {
          builder.assignLabel(cell)
        }
      case .field(.extra) where !columnsOfBelow && headsLabels(cells[position...], tokens[position...], index):
        builder.assignLabel(cell)
        keepUnknown(cells[(position + 1)...], at: index)
        position = cells.count
      case .field(let label):
        if !columnsOfBelow, assignRepeatedLabel(position, cells, tokens, label) {
          position += 2
          continue
        }
        let values = columnsOfBelow ? [] : valuesRight(of: position, cells, tokens)
        if label != .signature { builder.assignLabel(cell) }
        if values.isEmpty {
          pending.append((label, cell))
        } else {
          if label == .signature, isOpinion(cell, values) {
            keep(values[0], under: cell)
          } else {
            if label == .signature { builder.assignOther(cell, .signature) }
            take(label, values, text: nil, labelCell: cell)
          }
          position += values.count
          position += assignRepeats(of: cells[position], in: cells[(position + 1)...])
        }
      }
      position += 1
    }
    return readBelow(pending, after: index)
  }

  /// Takes a value that says its own label again, `纠偏措施 | 纠偏措施：由…`: sentences keep their words, other values lose the label
  /// with a note.
  private mutating func assignRepeatedLabel(
    _ position: Int, _ cells: [GridCell], _ tokens: [FieldToken], _ label: Label
  ) -> Bool {
    guard position + 1 < cells.count, case .inline(let again, let value) = tokens[position + 1], again == label else {
      return false
    }
    builder.assignLabel(cells[position])
    assignRepeating(label, cells[position + 1], value: value, labelCell: cells[position])
    return true
  }

  private mutating func assignRepeating(_ label: Label, _ cell: GridCell, value: String, labelCell: GridCell) {
    if label.isProse { return take(label, [cell], text: nil, labelCell: labelCell) }
    take(label, [cell], text: value, labelCell: labelCell)
    let values = ["found": cell.text.trimmed, "read": value.trimmed]
    builder.note(.labelRepeated, at: cell, values, field: label.fieldPath)
  }

  /// Whether somebody has written an opinion where others only sign.
  private func isOpinion(_ label: GridCell, _ values: [GridCell]) -> Bool {
    guard let words = label.label?.key, words.suffix(2).elementsEqual("意见".unicodeScalars), values.count == 1 else {
      return false
    }
    return values[0].otherKind == .other && !SignatureLines.isDate(values[0])
  }

  /// What the cells are by their words; 年度总体目标 behind another label is not the block's but names the goals themselves.
  private func tokens(of cells: [GridCell], at index: Int) -> [FieldToken] {
    var tokens = cells.map(\.token)
    if isGoalHeading(cells, tokens, at: index) { tokens[0] = .field(.goalsExpected) }
    for position in tokens.indices.dropFirst() {
      if case .block(.goals) = tokens[position], tokens[position - 1].isLabel,
        !tokens.contains(where: { $0.label == .goalsExpected })
      {
        tokens[position] = .field(.goalsExpected)
      }
    }
    return tokens
  }

  /// Whether 年度总体目标 heads the expected goal below it, beside a heading of what was reached.
  private func isGoalHeading(_ cells: [GridCell], _ tokens: [FieldToken], at index: Int) -> Bool {
    guard case .block(.goals) = tokens.first, tokens.contains(where: { $0.label == .goalsActual }),
      tokens.allSatisfy(\.isLabel), !tokens.contains(where: { $0.label == .goalsExpected }),
      cells[0].area.rows.count == 1, index + 1 < lines.count, let below = lines[index + 1].cells.first
    else { return false }
    return below.column == cells[0].column && below.token.isPlain
  }

  /// The cells right of a label that are its value.
  private func valuesRight(of position: Int, _ cells: [GridCell], _ tokens: [FieldToken]) -> [GridCell] {
    guard position + 1 < cells.count, case .field(let label) = tokens[position] else { return [] }
    let next = cells[position + 1]
    guard tokens[position + 1].isPlain || isValueDespiteLabel(position, cells, tokens) else { return [] }
    var values = [next]
    if label == .period || label == .signature {
      for further in position + 2..<max(position + 2, cells.count) {
        guard tokens[further].isPlain else { break }
        values.append(cells[further])
      }
    }
    return values
  }

  /// A value can be spelled like a label: it stands right at its label and nothing follows that would be its own value.
  private func isValueDespiteLabel(_ position: Int, _ cells: [GridCell], _ tokens: [FieldToken]) -> Bool {
    let next = cells[position + 1]
    guard next.column == cells[position].area.last.column + 1, let label = tokens[position].label,
      ![.goalsExpected, .goalsActual, .budgetCompletion, .goalCompletion, .signature].contains(label)
    else { return false }
    if case .inline = tokens[position + 1] { return false }
    guard position + 2 < cells.count else { return true }
    return !tokens[position + 2].isPlain
  }

  /// Whether the line is one of labels and the next one has their values: nothing but labels, or labels that are not known among
  /// those with no value at their side.
  private func valuesBelow(_ index: Int, _ cells: [GridCell], _ tokens: [FieldToken]) -> Bool {
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
    guard let first = labels.first, !line.cells.contains(where: builder.isClaimed) else { return false }
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
    let left = goesOn || builder.grid.hasMerges(in: first.area.rows) ? first.column : first.column - 1
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
  private mutating func readBelow(_ pending: [(label: Label, cell: GridCell)], after index: Int) -> Int {
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
          builder.assignLabel(cell)
          continue
        }
        if pending.allSatisfy({ $0.label.isGoal }) { goalColumns = pending.map { ($0.label, $0.cell.column) } }
        let owner = pending.last { $0.cell.column <= cell.column + moved } ?? pending[0]
        if case .inline(owner.label, let value) = cell.token {
          assignRepeating(owner.label, cell, value: value, labelCell: owner.cell)
        } else {
          if owner.cell.token.isPlain { builder.assignLabel(owner.cell) }
          take(owner.label, [cell], text: nil, labelCell: owner.cell)
        }
      }
      isFirst = false
      next += 1
    }
    if isFirst { for (label, cell) in pending { miss(label, cell) } }
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
  private mutating func miss(_ label: Label, _ cell: GridCell) {
    if label == .signature {
      builder.assignOther(cell, .signature)
    } else if let field = label.fieldPath {
      builder.expect(field, at: .init(row: cell.row, column: cell.area.last.column + 1))
      if label.isProse {
        open.append(OpenText(label: label, column: cell.area.last.column + 1, row: cell.area.last.row))
      }
    }
  }

  /// A line without labels: a period or a year may stand alone under the title.
  private mutating func readPlain(_ cells: [GridCell]) {
    for cell in cells where !builder.isClaimed(cell) {
      guard builder.form.period.end == nil, builder.sources["project.name"].isEmpty,
        cell.index != builder.yearCell?.index,
        cell.text.contains(exactly: "月"), cell.text.utf8.count < 120, PeriodGrammar.parse(cell.text) != nil
      else { continue }
      builder.assignPeriod(
        PeriodReader.read(cell.cell, year: builder.year ?? builder.settings.year), from: [cell])
    }
  }

  /// Whether labels of the goals themselves stand near; 跟踪期实际完成情况 right below the block's own label is not one of its parts.
  private func hasGoalLabels(_ index: Int, besides block: GridCell) -> Bool {
    lines[max(0, index - 1)..<min(lines.count, index + 3)].contains { line in
      line.cells.contains { cell in
        switch cell.token.label {
        case .goalsExpected: true
        case .goalsActual: cell.column != block.column || line.row < block.row
        default: false
        }
      }
    }
  }
}

extension Label {
  /// Whether its value is a text of sentences, which may take several cells.
  var isProse: Bool {
    switch self {
    case .goalsExpected, .goalsActual, .correctiveMeasures, .deviationReason: true
    default: false
    }
  }

  var isGoal: Bool { self == .goalsExpected || self == .goalsActual }

  /// The field of the form that its value fills.
  var fieldPath: FieldPath? {
    switch self {
    case .period, .lastMonth: .periodEnd
    case .firstMonth: .periodStart
    case .project: "project.name"
    case .supervisingDepartment: "supervisingDepartment.name"
    case .implementingUnit, .possibleUnit, .reportingUnit: "implementingUnit.name"
    case .goalsExpected: .goalsExpected
    case .goalsActual: .goalsActual
    case .budgetCompletion: .budgetCompletion
    case .goalCompletion: .goalCompletion
    case .correctiveMeasures: .correctiveMeasures
    default: nil
    }
  }
}
