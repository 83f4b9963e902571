import Findings
import TrackingModel

/// Rows and blocks that nobody knows: a label and its text are kept as an extra of the form, wherever they stand.
extension FormReader {
  /// Keeps cells without a known label between them: each label with the text right of it.
  ///
  /// - Parameter cells: Cells of one line beside each other that nothing else has taken.
  mutating func keepUnknown(_ cells: ArraySlice<GridCell>) {
    guard let first = cells.first else { return }
    if cells.count == 1 { return keepBehindColon(first) }
    var rest = cells
    var group: String?
    // A label over several rows, or in front of an odd number of cells, is that of a block.
    if cells.count % 2 == 1, cells.count < 6, Self.isLabel(first) {
      group = LabelText.printed(first.text)
      rest = rest.dropFirst()
    } else if let over = coveringLabel(first) {
      group = LabelText.printed(over.text)
    }
    var kept = false
    while let label = rest.popFirst() {
      guard Self.isLabel(label), let cell = rest.popFirst(), keep(cell, under: [label], group) else { continue }
      kept = true
    }
    if kept, group != nil, cells.count % 2 == 1 { draft.takeLabel(first) }
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
      let label = LabelText(head), Self.isLabel(label),
      let text = TextReader.prose(String(cell.text.unicodeScalars.dropFirst(head.unicodeScalars.count + 1)))
    else { return }
    draft.takeExtra(cell, label: LabelText.printed(head), text: text)
  }

  /// The unknown label left of the cell whose merged range covers its row.
  private func coveringLabel(_ cell: GridCell) -> GridCell? {
    guard cell.column > 0,
      let range = draft.grid.tallMerge(at: cell.row, columns: max(0, cell.column - 2)...(cell.column - 1)),
      range.first.row < cell.row, let label = draft.grid.cell(at: range.first), label.token.isPlain, Self.isLabel(label)
    else { return nil }
    return label
  }

  /// Whether the words can be a label's: few, and no sentence or quantity.
  static func isLabel(_ cell: GridCell) -> Bool {
    guard cell.cell.kind == .text, cell.otherKind == .other, !cell.isNone, let label = cell.label else { return false }
    return isLabel(label)
  }

  private static func isLabel(_ label: LabelText) -> Bool {
    label.full.count <= 30
      && !label.full.contains { scalar in
        switch scalar {
        case "。", "；", ";", "!", "?", "！", "？", "√", "□", "☑": true
        default: false
        }
      } && !label.full.allSatisfy { $0.isASCII || $0.properties.numericType != nil }
  }
}
