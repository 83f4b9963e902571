import Findings
import Spreadsheet

/// Sheets that say the text of a merged cell again in every cell that the merge covered, as some programs write them that know no
/// merges: the cells of one text become one again.
enum RepeatedText {
  /// The lines with repeated cells put together, and a note on it; nil where nothing tells that the sheet repeats anything.
  static func fold(_ grid: Grid) -> (lines: [Line], finding: Finding)? {
    guard hasRepeats(grid.lines, of: grid.sheet) else { return nil }
    var headings = HeadingsAbove()
    var range: CellRange?
    var count = 0
    // Where the label stands that goes down the left side.
    var anchor: Int?
    // The cells below it that say the same, put together with it at their end.
    var below: [GridCell] = []
    var lines: [Line] = []
    func putTogether() {
      guard let anchor, !below.isEmpty else { return }
      lines[anchor].replace(at: 0, with: GridCell(lines[anchor].cells[0], repeatedIn: below))
      below = []
    }
    for line in grid.lines {
      let folded = headings.fold(line)
      for cell in folded.cells where !cell.repeats.isEmpty {
        range = range?.union(cell.area) ?? cell.area
        count += 1
      }
      guard let label = anchor.map({ lines[$0].cells[0] }), let first = folded.cells.first,
        goesDown(label, lastSeen: below.last ?? label, to: first)
      else {
        putTogether()
        anchor = lines.count
        lines.append(folded)
        continue
      }
      below.append(first)
      if folded.cells.count > 1 { lines.append(Line(row: line.row, cells: Array(folded.cells.dropFirst()))) }
    }
    putTogether()
    let values = ["range": range?.a1 ?? "", "count": String(count)]
    return (lines, Finding(.mergesRepeated, at: Place(sheet: grid.sheet.info.name, cells: range), values))
  }

  /// Nobody writes a title twice side by side, nor two labels beside themselves on a sheet. One heading typed twice, which a further
  /// page says again, is no such thing, nor is an old column hidden beside the one that replaced it.
  ///
  /// A sheet that has merged cells hardly repeats them: there a heading typed twice and a few words of labels among values are no sign yet.
  private static func hasRepeats(_ lines: [Line], of sheet: Sheet) -> Bool {
    let hidden = sheet.hiddenColumns
    let fewest = sheet.merges.isEmpty ? 2 : 4
    var labels = 0
    var headings: Set<String> = []
    for line in lines {
      // Few sheets repeat anything, so that few lines are looked at for it.
      lazy var isHeading = HeadingsAbove.areHeadings(line)
      for (cell, next) in zip(line.cells, line.cells.dropFirst()) where isSame(cell, next) {
        if cell.isTitle { return true }
        if hidden.contains(cell.column) || hidden.contains(next.column) { continue }
        if isHeading, !headings.insert("\(cell.column) \(cell.text)").inserted { continue }
        if cell.token.label != nil || cell.token.isLabel || cell.meanings.fund != nil {
          labels += 1
        }
      }
      if labels >= fewest { return true }
    }
    return false
  }

  static func isSame(_ cell: GridCell, _ next: GridCell) -> Bool {
    cell.area.columns.upperBound + 1 == next.column && cell.area.rows == next.area.rows
      && cell.cell.kind == next.cell.kind && cell.text == next.text
  }

  /// Whether the label of a block goes on in the row below.
  private static func goesDown(_ cell: GridCell, lastSeen: GridCell, to next: GridCell) -> Bool {
    guard cell.area.columns == next.area.columns, lastSeen.area.last.row + 1 == next.row, cell.text == next.text else {
      return false
    }
    if case .block = cell.token { return true }
    return cell.token.label?.isGoal == true
  }
}
