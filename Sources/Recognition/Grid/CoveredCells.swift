import Findings
import Spreadsheet

/// Cells that a merged range covers and that say again what its first cell says: some programs write merged cells so. They belong to
/// that cell.
struct CoveredCells {
  /// Where a cell stands among the lines.
  struct Place: Hashable {
    let line: Int
    let cell: Int
  }

  private let tallMerges: TallMerges
  /// The first cells of merged ranges, with their texts.
  private var firsts: [CellReference: (place: Place, text: String)] = [:]
  /// The range that the cell before stood in.
  private var last: CellRange?
  /// The covered cells by the cell whose words they repeat.
  private(set) var repeated: [Place: [CellReference]] = [:]

  init(_ tallMerges: TallMerges) { self.tallMerges = tallMerges }

  /// Takes note of a cell that stands for itself.
  mutating func passed(_ cell: GridCell, at place: Place) {
    guard cell.area.first != cell.area.last else {
      last = nil
      return
    }
    last = cell.area
    firsts[cell.area.first] = (place, cell.text)
  }

  /// Whether a merged range covers the cell, whose first cell has the same text. Cells have to be asked about in row order.
  mutating func repeats(_ cell: Cell, _ text: String) -> Bool {
    guard let range = range(over: cell.reference), let first = firsts[range.first], first.text == text else {
      return false
    }
    last = range
    repeated[first.place, default: []].append(cell.reference)
    return true
  }

  private func range(over reference: CellReference) -> CellRange? {
    if let last, last.contains(reference) { return last }
    return tallMerges.range(at: reference.row, column: reference.column)
  }
}
