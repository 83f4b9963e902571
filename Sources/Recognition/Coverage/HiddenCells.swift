import Findings
import Spreadsheet

/// Hidden rows and columns are read like others; one note for each block of them that holds something.
enum HiddenCells {
  static func findings(_ sheet: Sheet) -> [Finding] {
    guard !sheet.hiddenRows.isEmpty || !sheet.hiddenColumns.isEmpty else { return [] }
    let hidden = sheet.cells.filter {
      sheet.hiddenRows.contains($0.reference.row) || sheet.hiddenColumns.contains($0.reference.column)
    }
    let byRow = hidden.filter { sheet.hiddenRows.contains($0.reference.row) }
    let byColumn = hidden.filter { !sheet.hiddenRows.contains($0.reference.row) }
    let ranges =
      runs(byRow, by: \.reference.row)
      + runs(byColumn.sorted { $0.reference.column < $1.reference.column }, by: \.reference.column)
    return ranges.map {
      Finding(.hiddenCellsRead, at: Place(sheet: sheet.info.name, cells: $0), ["range": $0.a1])
    }
  }

  private static func runs(_ cells: [Cell], by position: (Cell) -> Int) -> [CellRange] {
    var runs: [CellRange] = []
    var last: Int?
    for cell in cells {
      let current = position(cell)
      if let before = last, current <= before + 1, let range = runs.last {
        runs[runs.count - 1] = range.union(CellRange(cell.reference))
      } else {
        runs.append(CellRange(cell.reference))
      }
      last = current
    }
    return runs
  }
}
