import Findings
import TrackingModel

/// Reading of labels with one value each: right of the label, below it, or behind its colon.
extension FormReader {
  /// Reads the line; the next one to read.
  mutating func readFields(at index: Int) -> Int {
    let line = lines[index]
    let cells = line.cells.filter { !builder.cells.isAssigned($0) || !$0.isTitle }
    let tokens = tokens(of: cells, at: index)
    if let kind = NoteLines.headed(line) ?? notes.further(line, isLabel: !tokens.allSatisfy(\.isPlain)) {
      for cell in line.cells { builder.cells.assignOther(cell, kind) }
      return index + 1
    }
    if continueValues(with: line, tokens) { return index + 1 }
    if let next = readTextMatrix(at: index) { return next }
    if tokens.allSatisfy(\.isPlain) {
      readPlain(cells)
      if let next = readUnknownTable(at: index) { return next }
      assignUnknown(cells.filter { !builder.cells.isAssigned($0) }[...], at: index)
      return index + 1
    }
    closeTexts()
    if tokens.contains(where: { $0.label == .signature }) { signatureRow = line.row }
    var walk = LabelWalk(
      cells: cells, tokens: tokens, index: index, headsValuesBelow: valuesBelow(index, cells, tokens))
    while walk.position < cells.count {
      switch tokens[walk.position] {
      case .plain: readPlain(&walk)
      case .inline(let label, let value): readInline(label, value, in: walk.cell)
      case .block(let block): readBlock(block, &walk)
      case .field(.extra) where !walk.headsValuesBelow && headsLabels(walk.rest, tokens[walk.position...], index):
        builder.cells.assignLabel(walk.cell)
        assignUnknown(walk.rest.dropFirst(), at: index)
        walk.position = cells.count
      case .field(let label): readField(label, &walk)
      }
      walk.position += 1
    }
    return readBelow(walk.pending, after: index)
  }

  /// Words without a label of their own.
  private mutating func readPlain(_ walk: inout LabelWalk) {
    guard !walk.headsValuesBelow else { return walk.pending.append((.extra, walk.cell)) }
    let end = walk.rest.indices.first { !walk.tokens[$0].isPlain } ?? walk.cells.count
    assignUnknown(walk.cells[walk.position..<end].filter { !builder.cells.isAssigned($0) }[...], at: walk.index)
    walk.position = end - 1
  }

  /// A label with its value behind a colon, and whatever further ones the cell has.
  private mutating func readInline(_ label: Label, _ value: String, in cell: GridCell) {
    builder.cells.assignLabel(cell)
    assign(label, [cell], text: value)
    for further in cell.furtherFields(synonymIndex: builder.context.synonymIndex) where !further.value.isBlank {
      assign(further.label, [cell], text: further.value, words: further.words)
    }
  }

  /// The label of a block: 年度总体目标 may go on with its texts after a page break, or have its one text beside it.
  private mutating func readBlock(_ block: Label, _ walk: inout LabelWalk) {
    let (cells, tokens, position) = (walk.cells, walk.tokens, walk.position)
    builder.cells.assignLabel(walk.cell)
    guard block == .goals else { return }
    if !goalColumns.isEmpty, tokens.dropFirst(position + 1).allSatisfy(\.isPlain) {
      for value in cells[(position + 1)...] {
        let owner = goalColumns.last { $0.column <= value.column } ?? goalColumns[0]
        assign(owner.label, [value], text: nil)
      }
      walk.position = cells.count
    } else if position == 0, position + 1 < cells.count, tokens[position + 1].isPlain,
      !hasGoalLabels(walk.index, besides: walk.cell)
    {
      assign(.goalsExpected, [cells[position + 1]], text: nil, labelCell: walk.cell)
      walk.position += 1
    }
  }

  /// The label of a field with its value beside it, or, where none is, below.
  private mutating func readField(_ label: Label, _ walk: inout LabelWalk) {
    let (cells, cell) = (walk.cells, walk.cell)
    if !walk.headsValuesBelow, assignRepeatedLabel(walk.position, cells, walk.tokens, label) {
      walk.position += 1
      return
    }
    let values = walk.headsValuesBelow ? [] : valuesRight(of: walk.position, cells, walk.tokens)
    if label != .signature { builder.cells.assignLabel(cell) }
    guard let value = values.first else { return walk.pending.append((label, cell)) }
    if label == .signature, isOpinion(cell, values) {
      assignExtra(value, under: cell)
    } else {
      if label == .signature { builder.cells.assignOther(cell, .signature) }
      assign(label, values, text: nil, labelCell: cell)
    }
    walk.position += values.count
    walk.position += assignRepeats(of: walk.cell, in: cells[(walk.position + 1)...])
  }

  /// Takes a value that says its own label again, `纠偏措施 | 纠偏措施：由…`: sentences keep their words, other values lose the label
  /// with a note.
  private mutating func assignRepeatedLabel(
    _ position: Int, _ cells: [GridCell], _ tokens: [FieldToken], _ label: Label
  ) -> Bool {
    guard position + 1 < cells.count, case .inline(let again, let value) = tokens[position + 1], again == label else {
      return false
    }
    builder.cells.assignLabel(cells[position])
    assignRepeating(label, cells[position + 1], value: value, labelCell: cells[position])
    return true
  }

  mutating func assignRepeating(_ label: Label, _ cell: GridCell, value: String, labelCell: GridCell) {
    if label.isProse { return assign(label, [cell], text: nil, labelCell: labelCell) }
    assign(label, [cell], text: value, labelCell: labelCell)
    let values = ["found": cell.text.trimmed, "read": value.trimmed]
    builder.diagnostics.add(.labelRepeated, at: cell, values, field: label.fieldPath)
  }

  /// Whether an opinion is written where forms usually have only a signature.
  private func isOpinion(_ label: GridCell, _ values: [GridCell]) -> Bool {
    guard let words = label.label?.key, words.suffix(2).elementsEqual("意见".unicodeScalars), values.count == 1 else {
      return false
    }
    return values[0].otherKind == .other && !SignatureLines.isDate(values[0])
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

  /// A line without labels: a period or a year may stand alone under the title.
  private mutating func readPlain(_ cells: [GridCell]) {
    for cell in cells where !builder.cells.isAssigned(cell) {
      guard builder.form.period.end == nil, builder.cells.sources["project.name"].isEmpty,
        cell.index != builder.context.yearCell?.index,
        cell.text.contains(exactly: "月"), cell.text.utf8.count < 120, PeriodGrammar.parse(cell.text) != nil
      else { continue }
      builder.assignPeriod(
        PeriodReader.read(cell.cell, year: builder.context.year), from: [cell])
    }
  }

}

/// A line of labels and values, read from the left.
private struct LabelWalk {
  let cells: [GridCell]
  let tokens: [FieldToken]
  /// The line's index.
  let index: Int
  /// Whether the values of its labels stand in the line below.
  let headsValuesBelow: Bool
  var position = 0
  /// The labels without a value so far.
  var pending: [(label: Label, cell: GridCell)] = []

  init(cells: [GridCell], tokens: [FieldToken], index: Int, headsValuesBelow: Bool) {
    self.cells = cells
    self.tokens = tokens
    self.index = index
    self.headsValuesBelow = headsValuesBelow
  }

  var cell: GridCell { cells[position] }
  var rest: ArraySlice<GridCell> { cells[position...] }
}
