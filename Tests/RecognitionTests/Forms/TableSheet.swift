import Findings
import Foundation
import Spreadsheet

/// A sheet written as a table: a line a row, `|` between cells, blank cells empty, `⏎` for a line break.
///
/// A cell that ends in `→` is merged with the blank ones right of it, `↓` with the blank ones below; both may stand together.
func table(_ text: String, offset: (rows: Int, columns: Int) = (0, 0), name: String? = nil) -> Sheet {
  let rows = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
  }
  func isBlank(_ row: Int, _ column: Int) -> Bool {
    row < rows.count && column < rows[row].count && rows[row][column].isEmpty
  }
  var cells: [Cell] = []
  var merges: [CellRange] = []
  for (row, words) in rows.enumerated() {
    for (column, word) in words.enumerated() where !word.isEmpty {
      var word = word
      var last = CellReference(row: row, column: column)
      while let mark = word.last, mark == "→" || mark == "↓" {
        word.removeLast()
        if mark == "→" {
          while isBlank(row, last.column + 1) { last = CellReference(row: last.row, column: last.column + 1) }
        } else {
          while (column...last.column).allSatisfy({ isBlank(last.row + 1, $0) }) {
            last = CellReference(row: last.row + 1, column: last.column)
          }
        }
      }
      let first = CellReference(row: row + offset.rows, column: column + offset.columns)
      last = CellReference(row: last.row + offset.rows, column: last.column + offset.columns)
      cells.append(Cell(at: first, text: word.replacingOccurrences(of: "⏎", with: "\n")))
      if first != last { merges.append(CellRange(first, last)) }
    }
  }
  return Sheet(info: SheetInfo(name: name), cells: cells, merges: merges)
}
