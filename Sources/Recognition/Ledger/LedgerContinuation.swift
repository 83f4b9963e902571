import Spreadsheet
import TrackingModel

/// Rows that go on with texts too long for the cells of a workbook.
enum LedgerContinuation {
  /// The row above with the texts of this one put behind its own; nil where this row does not go on with it.
  static func join(_ above: Row, with row: Row, in table: LedgerTable?) -> Row? {
    guard let numberColumn = table?.numberColumn, let formColumn = table?.formColumn,
      row.cells.contains(where: { $0.reference.column == numberColumn && $0.text == LedgerColumn.continuationMark })
    else { return nil }
    var cells = Array(above.cells)
    for cell in row.cells where cell.reference.column != numberColumn && cell.reference.column != formColumn {
      guard let index = cells.firstIndex(where: { $0.reference.column == cell.reference.column }) else {
        cells.append(cell)
        continue
      }
      let text = cells[index].text + cell.text
      cells[index] = Cell(at: cells[index].reference, text: text)
    }
    return Row(index: above.index, cells: cells, isHidden: above.isHidden)
  }
}
