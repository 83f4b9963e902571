import Findings
import TrackingModel

/// A value that the next line may go on with, because one row could not show all of it.
struct OpenText {
  let label: Label
  /// The columns its pieces stand in.
  let columns: ClosedRange<Int>
  private(set) var lastRow: Int
  /// The rows of the label's merged cell: within them everything in these columns is the value.
  let labelRows: ClosedRange<Int>?
  private(set) var pieces: [GridCell] = []
  /// Whether it has grown since it was last read: a value is read once, however many rows it takes.
  private(set) var hasGrown = false

  init(label: Label, value: GridCell, labelCell: GridCell?) {
    self.label = label
    columns = value.area.columns
    lastRow = value.area.last.row
    labelRows = labelCell.map(\.area.rows)
    pieces = [value]
  }

  /// A label without a value so far.
  init(label: Label, column: Int, row: Int) {
    self.label = label
    columns = column...column
    lastRow = row
    labelRows = nil
  }

  mutating func add(_ cell: GridCell) {
    pieces.append(cell)
    lastRow = cell.area.last.row
    hasGrown = true
  }

  /// Whether the cell stands in the value's columns beside the label's merged cell.
  func isBeside(_ cell: GridCell) -> Bool {
    columns.contains(cell.column) && labelRows.map { $0.contains(cell.row) } == true
  }
}

extension FormReader {
  /// Whether the line goes on with the values above it, and nothing else.
  mutating func continueValues(with line: Line, _ tokens: [FieldToken]) -> Bool {
    guard !open.isEmpty else { return false }
    var owners: [Int] = []
    for (cell, token) in zip(line.cells, tokens) {
      // A unit of amounts, a year: it has been read for what it is.
      guard !builder.cells.isAssigned(cell) else { return false }
      guard let owner = open.firstIndex(where: { $0.columns.contains(cell.column) }) else { return false }
      if !open[owner].isBeside(cell) {
        // Without merged cells only sentences go on, alone in their row.
        guard open[owner].label.isProse, line.row <= open[owner].lastRow + 1, line.cells.count == 1, token.isPlain,
          cell.otherKind == .other, !Hint.isPoint(cell.text)
        else { return false }
      }
      owners.append(owner)
    }
    for (cell, owner) in zip(line.cells, owners) {
      open[owner].add(cell)
      continueValue(open[owner].label, open[owner].pieces.count, with: cell)
    }
    return true
  }

  /// - Parameter count: The pieces so far, with this one.
  private mutating func continueValue(_ label: Label, _ count: Int, with cell: GridCell) {
    if label.isProse {
      // It goes on with a text that is open already.
      let others = open.count
      assign(label, [cell], text: nil)
      open.removeLast(open.count - others)
    } else if let field = label.fieldPath {
      builder.cells.assignValue(cell, field)
      builder.diagnostics.add(.textJoined, at: cell, ["count": String(count)], field: field)
    }
  }

  /// No line goes on with the values above it any more: those that have grown are read again.
  mutating func closeTexts() {
    for text in open where text.hasGrown && !text.label.isProse && text.label.fieldPath != nil {
      let pieces = text.pieces.map { ProsePiece(cell: $0, text: $0.text, page: page, label: nil) }
      assignWhole(text.label, LongText.join(pieces) ?? "")
    }
    open = []
  }

  private mutating func assignWhole(_ label: Label, _ text: String) {
    switch label {
    case .project: builder.form.project = EntityReader.read(text).value
    case .supervisingDepartment: builder.form.supervisingDepartment = EntityReader.read(text).value
    case .implementingUnit, .possibleUnit, .reportingUnit: builder.form.implementingUnit = EntityReader.read(text).value
    case .budgetCompletion:
      builder.form.assessment.budgetCompletion = TextReader.line(text).value.map { Judgment(text: $0) }
    case .goalCompletion:
      builder.form.assessment.goalCompletion = TextReader.line(text).value.map { Judgment(text: $0) }
    default: break
    }
  }
}
