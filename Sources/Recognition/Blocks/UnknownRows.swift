import Findings
import TrackingModel

/// Rows and blocks that nobody knows: a label and its text are kept as an extra of the form, wherever they stand.
extension FormReader {
  /// Keeps cells without a known label between them: each label with the text right of it.
  ///
  /// - Parameters:
  ///   - cells: Cells of one line beside each other that nothing else has taken.
  ///   - index: The line's position.
  mutating func keepUnknown(_ cells: ArraySlice<GridCell>, at index: Int) {
    guard let first = cells.first else { return }
    if cells.count == 1 { return keepBehindColon(first) }
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
      guard label.couldBeLabel, let cell = rest.popFirst(), keep(cell, under: [label], group) else { continue }
      kept = true
    }
    if kept, isBlock { draft.takeLabel(first) }
  }

  /// Reads a table that nobody knows, under a label over several rows: each cell is kept under its heading. The next line to read; nil
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
        _ = keep(cell, under: [label, heading], nil)
      }
      next += 1
    }
    return next > index + 1 ? next : nil
  }

  /// Whether a label has rows of its own labels right of it: it is merged over several rows, or the next line begins below them.
  private func isBlockLabel(_ cell: GridCell, second: GridCell?, _ index: Int) -> Bool {
    if cell.area.rows.count > 1 { return true }
    guard !draft.grid.hasMerges(in: cell.area.rows), index + 1 < lines.count else { return false }
    return lines[index + 1].row == cell.row + 1 && lines[index + 1].cells.first?.column == second?.column
  }

  /// A cell for the headings above it, none of which may be known.
  mutating func keep(_ cell: GridCell, under label: GridCell) { _ = keep(cell, under: [label], nil) }

  private mutating func keep(_ cell: GridCell, under labels: [GridCell], _ group: String?) -> Bool {
    guard !draft.isClaimed(cell), let text = TextReader.prose(cell.text), cell.otherKind == .other else { return false }
    let words = ([group].compactMap(\.self) + labels.map { LabelText.printed($0.text) }).joined(separator: "：")
    for label in labels { draft.takeLabel(label) }
    draft.takeExtra(cell, label: words, text: text)
    return true
  }

  /// `需要说明的问题：雨季停工` in one cell.
  private mutating func keepBehindColon(_ cell: GridCell) {
    guard page > 0 || sawTable, cell.cell.kind == .text, cell.otherKind == .other, !cell.isTitle else { return }
    let head = FieldToken.wordsBeforeColon(cell.text)
    guard head.unicodeScalars.count < cell.text.unicodeScalars.count, (2...16).contains(head.trimmed.count),
      let label = LabelText(head), label.couldBeUnknown,
      let text = TextReader.prose(String(cell.text.unicodeScalars.dropFirst(head.unicodeScalars.count + 1)))
    else { return }
    draft.takeExtra(cell, label: LabelText.printed(head), text: text)
  }

  /// The unknown label left of the cell whose merged range covers its row.
  private func coveringLabel(_ cell: GridCell) -> GridCell? {
    guard cell.column > 0,
      let range = draft.grid.tallMerge(at: cell.row, columns: max(0, cell.column - 2)...(cell.column - 1)),
      range.first.row < cell.row, let label = draft.grid.cell(at: range.first), label.token.isPlain, label.couldBeLabel
    else { return nil }
    return label
  }
}
