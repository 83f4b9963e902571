import Findings
import TrackingModel

/// Rows and blocks that are not known: a label and its text are kept as an extra of the form, wherever they stand.
extension FormReader {
  /// Keeps cells without a known label between them: each label with the text right of it.
  ///
  /// - Parameters:
  ///   - cells: Cells of one line beside each other that nothing else has taken.
  ///   - index: The line's position.
  mutating func assignUnknown(_ cells: ArraySlice<GridCell>, at index: Int) {
    guard let first = cells.first else { return }
    if cells.count == 1 { return assignAlone(first, at: index) }
    var rest = cells
    var group: String?
    let isBlock = cells.count > 2 && first.couldBeLabel && isBlockLabel(first, second: cells.dropFirst().first, index)
    if isBlock {
      group = LabelText.printed(first.text)
      rest = rest.dropFirst()
    } else if let over = coveringLabel(first) {
      group = LabelText.printed(over.text)
    }
    var kept = false
    while let label = rest.popFirst() {
      guard label.couldBeLabel, let cell = rest.popFirst(), assignExtra(cell, under: [label], group) else { continue }
      kept = true
    }
    if kept, isBlock { builder.cells.assignLabel(first) }
  }

  /// Whether a known label has labels of its own right of it, each with its text: `项目立项情况 | 项目立项的依据 | 已批复`, and more of them
  /// in the rows below.
  func headsLabels(_ cells: ArraySlice<GridCell>, _ tokens: ArraySlice<FieldToken>, _ index: Int) -> Bool {
    let further = cells.dropFirst()
    guard let label = cells.first, let second = further.first, further.count.isMultiple(of: 2), second.couldBeLabel,
      tokens.dropFirst().allSatisfy(\.isPlain)
    else { return false }
    return isBlockLabel(label, second: second, index)
  }

  /// Reads a table of texts that are not known, with labels both down its left side and above it: each text is kept under both. The next
  /// line to read; nil where none begins here.
  mutating func readTextMatrix(at index: Int) -> Int? {
    let line = lines[index]
    let headings = line.cells.dropFirst()
    guard let label = line.cells.first, headings.count > 1, let firstHeading = headings.first,
      (line.cells.allSatisfy { $0.couldBeLabel && !builder.cells.isAssigned($0) && $0.token.canHeadTexts }),
      headings.allSatisfy({ $0.area.rows.count == 1 })
    else { return nil }
    func isRow(_ line: Line) -> Bool {
      guard let name = line.cells.first, line.cells.count > 1, name.couldBeLabel, name.token.canHeadTexts,
        name.column > label.area.last.column, name.area.last.column < firstHeading.column
      else { return false }
      return line.cells.dropFirst().allSatisfy { cell in
        cell.token.isPlain && headings.contains { $0.column == cell.column }
      }
    }
    let isMerged = label.area.rows.count > 1
    var next = index + 1
    while next < lines.count, lines[next].row == lines[next - 1].row + 1, isRow(lines[next]),
      !isMerged || lines[next].row <= label.area.last.row
    {
      next += 1
    }
    guard next > index + 1 else { return nil }
    for line in lines[(index + 1)..<next] {
      for cell in line.cells.dropFirst() {
        guard let heading = headings.first(where: { $0.column == cell.column }) else { continue }
        if !assignExtra(cell, under: [label, line.cells[0], heading], nil) {
          builder.cells.assignOther(cell, cell.otherKind)
        }
      }
    }
    for cell in headings where !builder.cells.isAssigned(cell) { builder.cells.assignLabel(cell) }
    return next
  }

  /// Reads an unknown table, under a label over several rows: each cell is kept under its heading. The next line to read; nil
  /// where none begins here.
  mutating func readUnknownTable(at index: Int) -> Int? {
    let line = lines[index]
    guard let label = line.cells.first, label.area.rows.count > 1, line.cells.count > 3, label.couldBeLabel,
      line.cells.dropFirst().allSatisfy({ $0.area.rows.count == 1 && $0.couldBeLabel })
    else { return nil }
    let headings = line.cells.dropFirst()
    var next = index + 1
    while next < lines.count, lines[next].row <= label.area.last.row,
      lines[next].cells.allSatisfy({ cell in headings.contains { $0.column == cell.column } })
    {
      for cell in lines[next].cells {
        guard let heading = headings.first(where: { $0.column == cell.column }) else { continue }
        _ = assignExtra(cell, under: [label, heading], nil)
      }
      next += 1
    }
    return next > index + 1 ? next : nil
  }

  /// Whether a label has rows of its own labels right of it: it is merged over several rows, or the next line begins below them.
  private func isBlockLabel(_ cell: GridCell, second: GridCell?, _ index: Int) -> Bool {
    if cell.area.rows.count > 1 { return true }
    guard !builder.context.grid.hasMerges(in: cell.area.rows), index + 1 < lines.count else { return false }
    // Headings of a table below begin there as well.
    return lines[index + 1].row == cell.row + 1 && lines[index + 1].cells.first?.column == second?.column
      && lines[index + 1].cells.first?.meanings.isKnown == false
  }

  /// A cell for the headings above it, none of which may be known.
  mutating func assignExtra(_ cell: GridCell, under label: GridCell) { _ = assignExtra(cell, under: [label], nil) }

  private mutating func assignExtra(_ cell: GridCell, under labels: [GridCell], _ group: String?) -> Bool {
    guard !builder.cells.isAssigned(cell), let text = TextReader.prose(cell.text), cell.otherKind == .other else {
      return false
    }
    let words = ([group].compactMap(\.self) + labels.map { LabelText.printed($0.text) }).joined(separator: "：")
    for label in labels { builder.cells.assignLabel(label) }
    builder.addExtra(cell, label: words, text: text)
    return true
  }

  /// A cell alone in its line: a further value of the label above left of it, or a label with its text.
  private mutating func assignAlone(_ cell: GridCell, at index: Int) {
    guard !cell.isTitle, let label = labelAbove(cell, at: index) else { return assignBehindColon(cell) }
    if !assignExtra(cell, under: [label], nil) { assignBehindColon(cell) }
  }

  /// As many values of one label are looked for below each other.
  private static let mostValues = 12

  /// The label whose value goes on in this cell, right below: merged over both rows, or blank beside the cell where merged cells do not
  /// tell.
  private func labelAbove(_ cell: GridCell, at index: Int) -> GridCell? {
    guard cell.column > 0, index > 0, page > 0 || sawTable else { return nil }
    // Other values of the same label may stand between.
    var position = index - 1
    while position > max(0, index - Self.mostValues), lines[position].cells.count == 1,
      lines[position].cells[0].column == cell.column
    {
      position -= 1
    }
    let above = lines[position]
    guard above.row + index - position == cell.row, above.cells.count == 2, above.cells[1].column == cell.column,
      case let label = above.cells[0], label.token.isExtra
    else { return nil }
    if label.area.rows.count > 1 { return label.area.rows.contains(cell.row) ? label : nil }
    return builder.context.grid.hasMerges(in: label.area.rows) ? nil : label
  }

  /// `需要说明的问题：雨季停工` in one cell.
  private mutating func assignBehindColon(_ cell: GridCell) {
    guard page > 0 || sawTable, cell.cell.kind == .text, cell.otherKind == .other, !cell.isTitle else { return }
    let head = FieldToken.wordsBeforeColon(cell.text)
    guard head.unicodeScalars.count < cell.text.unicodeScalars.count, (2...16).contains(head.trimmed.count),
      let label = LabelText(head), label.couldBeUnknown,
      let text = TextReader.prose(String(cell.text.unicodeScalars.dropFirst(head.unicodeScalars.count + 1)))
    else { return }
    builder.addExtra(cell, label: LabelText.printed(head), text: text)
  }

  /// The unknown label left of the cell whose merged range covers its row.
  private func coveringLabel(_ cell: GridCell) -> GridCell? {
    guard cell.column > 0,
      let range = builder.context.grid.tallMerge(at: cell.row, columns: max(0, cell.column - 2)...(cell.column - 1)),
      range.first.row < cell.row, let label = builder.context.grid.cell(at: range.first), label.token.isPlain,
      label.couldBeLabel
    else { return nil }
    return label
  }
}
