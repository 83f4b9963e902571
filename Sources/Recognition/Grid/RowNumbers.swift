import Findings
import Spreadsheet

/// Numbers that a program which prints a table puts around it: a column that counts the rows, and a row that counts the columns.
struct RowNumbers {
  /// The lines without the numbers.
  let lines: [Line]
  let numbers: [GridCell]

  /// nil where the first column does not count the rows.
  init?(_ all: [Line]) {
    guard let column = all.lazy.compactMap({ $0.cells.first?.column }).min() else { return nil }
    var numbers: [GridCell] = []
    var counted = 0
    var last: Int?
    for line in all {
      guard let first = line.cells.first, first.column == column else { continue }
      guard let number = Self.number(first) else {
        // Above the numbers a heading may stand: 行号.
        guard numbers.isEmpty else { return nil }
        numbers.append(first)
        continue
      }
      if let last, number != last + 1 { return nil }
      last = number
      counted += 1
      numbers.append(first)
    }
    let accompanied = all.count { $0.cells.count > 1 }
    guard counted >= 8, counted * 10 >= all.count * 9, accompanied * 2 > all.count else { return nil }
    var rest = all.compactMap { line -> Line? in
      let cells = line.cells.filter { $0.column != column }
      return cells.isEmpty ? nil : Line(row: line.row, cells: cells)
    }
    if let first = rest.first, Self.countsColumns(first) { numbers += rest.removeFirst().cells }
    self.numbers = numbers
    lines = rest
  }

  /// `0 1 2 3`, `Unnamed: 0  Unnamed: 1`.
  private static func countsColumns(_ line: Line) -> Bool {
    guard line.cells.count > 2 else { return false }
    var last: Int?
    for cell in line.cells {
      if cell.text.hasPrefix("Unnamed:") { continue }
      guard let number = number(cell), last.map({ number == $0 + 1 }) ?? true else { return false }
      last = number
    }
    return true
  }

  private static func number(_ cell: GridCell) -> Int? {
    let text = cell.text.trimmed
    guard text.utf8.count <= 7, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text)
  }
}
