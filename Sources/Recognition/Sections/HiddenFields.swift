import Findings
import TrackingModel

/// Hidden rows with labels that visible rows have as well: they are read behind all others and only compared with them.
extension FormReader {
  /// Whether the line is such a row.
  mutating func isHiddenTwin(of index: Int) -> Bool {
    let hidden = builder.context.grid.sheet.hiddenRows
    guard !hidden.isEmpty, hidden.contains(lines[index].row) else { return false }
    let visible =
      visibleLabels
      ?? Set(lines.lazy.filter { !hidden.contains($0.row) }.flatMap(\.cells).compactMap(\.token.label))
    visibleLabels = visible
    return lines[index].cells.contains { cell in
      guard let label = cell.token.label, label.fieldPath != nil else { return false }
      return visible.contains(label)
    }
  }

  /// Reads the rows that were left for the end, but for texts.
  mutating func readHiddenFields() {
    for index in hiddenTwins where !hasProse(lines[index]) { _ = readFields(at: index) }
  }

  /// Names the hidden texts with those that count.
  mutating func compareHiddenTexts() {
    for index in hiddenTwins where hasProse(lines[index]) {
      var owner: Label?
      for cell in lines[index].cells {
        switch cell.token {
        case .field(let label):
          builder.cells.assignLabel(cell)
          owner = label
        case .block: builder.cells.assignLabel(cell)
        case .inline(let label, let value):
          builder.cells.assignLabel(cell)
          compare(cell, value, with: label)
        case .plain: if let owner { compare(cell, cell.text, with: owner) }
        }
      }
    }
  }

  private func hasProse(_ line: Line) -> Bool { line.cells.contains { $0.token.label?.isProse == true } }

  private mutating func compare(_ cell: GridCell, _ text: String, with label: Label) {
    let read: String? =
      switch label {
      case .goalsExpected: builder.form.goals.expected
      case .goalsActual: builder.form.goals.actual
      case .correctiveMeasures: builder.form.correctiveMeasures
      default: nil
      }
    guard let field = label.fieldPath, let found = TextReader.prose(text) else { return }
    builder.cells.assignValue(cell, field)
    guard found != read else { return }
    builder.diagnostics.add(.fieldTwice, at: cell, ["found": found, "read": read ?? "—"], field: field)
  }
}
