import Findings
import Spreadsheet

/// A document whose tables are put together where they are one form, cut by a page or drawn as a table for each of its parts.
///
/// A table goes on with the one before it where it has no project of its own and words of the form, as a page of a text file does: then its
/// rows follow below, and both are one sheet, named by the first. Every other table is a sheet of its own.
final class JoinedTables: Workbook {
  let format: FileFormat
  let sheets: [SheetInfo]
  let findings: [Finding]
  let limits: Limits
  let compressedSize: Int?
  private let joined: [[Sheet]]

  init(_ document: any Workbook, synonymIndex: SynonymIndex) throws(Refusal) {
    format = document.format
    findings = document.findings
    limits = document.limits
    compressedSize = document.compressedSize
    var joined: [[Sheet]] = []
    var outline: PageOutline?
    for info in document.sheets {
      let sheet = try document.sheet(info)
      let lines = Grid(sheet, synonymIndex: synonymIndex).lines
      let page = PageOutline(lines)
      if let before = outline, Self.goesOn(page, lines, behind: before) {
        joined[joined.count - 1].append(sheet)
        outline?.add(page)
      } else {
        joined.append([sheet])
        outline = page
      }
    }
    self.joined = joined
    sheets = joined.enumerated().compactMap { index, sheets in
      sheets.first.map { SheetInfo(name: $0.info.name, index: index, state: $0.info.state) }
    }
  }

  func rows(of sheet: SheetInfo) -> any RowReader {
    StackedRows(joined.indices.contains(sheet.index) ? joined[sheet.index] : [])
  }

  private static func goesOn(_ page: PageOutline, _ lines: [Line], behind before: PageOutline) -> Bool {
    if page.title != nil { return page.continues(before) }
    if page.hasProject { return !before.hasProject || page.continues(before) }
    return page.isPart || lines.contains { $0.cells.contains(where: belongsToForm) }
  }

  /// Whether a cell stands in the parts of a form below its heading, by its words.
  private static func belongsToForm(_ cell: GridCell) -> Bool {
    if cell.level1 != nil || cell.level2 != nil { return true }
    if cell.meanings.indicatorHeading != nil || cell.meanings.budgetHeading != nil { return true }
    switch cell.token {
    case .block: return true
    case .field(let label), .inline(let label, _):
      return [.budgetCompletion, .goalCompletion, .correctiveMeasures, .goalsExpected, .goalsActual].contains(label)
    case .plain: return false
    }
  }
}

/// The rows of tables, one below the other.
private final class StackedRows: RowReader {
  private var merges: [CellRange] = []
  let hiddenColumns: Set<Int> = []
  private(set) var findings: [Finding] = []
  private var rest: ArraySlice<Row>

  init(_ sheets: [Sheet]) {
    var rows: [Row] = []
    var offset = 0
    for sheet in sheets {
      for row in sheet.rows {
        let cells = row.cells.map { Cell(at: $0.reference.moved(down: offset), text: $0.text) }
        rows.append(Row(index: row.index + offset, cells: cells))
      }
      merges += sheet.merges.map { $0.moved(down: offset) }
      findings += sheet.findings.map { finding in
        var finding = finding
        finding.place.sheet = sheets.first?.info.name
        finding.place.cells = finding.place.cells?.moved(down: offset)
        return finding
      }
      let lastRows = sheet.cells.suffix(1).map(\.reference.row) + sheet.merges.map(\.last.row)
      offset += (lastRows.max() ?? -1) + 1
    }
    rest = rows[...]
  }

  func next() -> Row? { rest.popFirst() }

  func readToEnd() -> SheetLayout {
    rest = []
    return SheetLayout(merges: merges)
  }
}

extension CellReference {
  fileprivate func moved(down rows: Int) -> CellReference { CellReference(row: row + rows, column: column) }
}

extension CellRange {
  fileprivate func moved(down rows: Int) -> CellRange {
    CellRange(first.moved(down: rows), last.moved(down: rows))
  }
}
