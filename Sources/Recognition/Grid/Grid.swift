import Findings
import Spreadsheet

/// A cell with the area it covers, its merged range or itself, and what its words alone say.
final class GridCell: Sendable {
  /// Position in the sheet's list of cells, by which roles are kept.
  let index: Int
  let cell: Cell
  let area: CellRange
  /// The text as displayed.
  let text: String
  /// What the text says; nil unless the cell holds words.
  private let words: Words?
  /// Further cells that repeat its text where merged cells were taken apart.
  let repeats: [CellReference]

  init(_ cell: Cell, text: String, index: Int, area: CellRange, synonymIndex: SynonymIndex) {
    self.index = index
    self.cell = cell
    self.area = area
    self.text = text
    words = cell.kind == .text ? synonymIndex.words(text) : nil
    repeats = []
  }

  /// The cell together with those right of it or below it, which say the same again.
  init(_ cell: GridCell, repeatedIn others: [GridCell]) {
    index = cell.index
    self.cell = cell.cell
    area = others.reduce(cell.area) { $0.union($1.area) }
    text = cell.text
    words = cell.words
    repeats = cell.repeats + others.flatMap { [$0.reference] + $0.repeats }
  }

  /// The cell with the places under its merged range that say the same again.
  init(_ cell: GridCell, repeatedAt places: [CellReference]) {
    index = cell.index
    self.cell = cell.cell
    area = cell.area
    text = cell.text
    words = cell.words
    repeats = cell.repeats + places
  }

  var reference: CellReference { cell.reference }
  var row: Int { cell.reference.row }
  var column: Int { cell.reference.column }
}

/// What the words of a cell say; numbers, dates and the like say nothing.
extension GridCell {
  /// The text as a label; nil where it is too long for one.
  var label: LabelText? { words?.label }
  var meanings: Meanings { words?.meanings ?? .none }
  var headings: Words.Headings { words?.headings ?? [] }
  var token: FieldToken { words?.token ?? .plain }
  var isTitle: Bool { words?.isTitle ?? false }
  var isNone: Bool { words?.isNone ?? false }
  /// The full name of the level 1 that it spells.
  var level1: String? { words?.level1 }
  /// The full name of the level 2 that it spells.
  var level2: String? { words?.level2 }
  /// The note or instruction that it begins.
  var beginning: CellRole.OtherKind? { words?.beginning }
  /// 部门整体支出: it has no project.
  var isDepartmentWide: Bool { label.map(Title.isDepartmentWide) ?? false }
  /// 续表: another page of the form above.
  var isContinuation: Bool { label.map(Title.isContinuation) ?? false }
  /// Whether it is the number of a page: `- 1 -`, `第1页`.
  var isPageNumber: Bool { label.map { OtherWords.isPageNumber($0.full) } ?? false }
  /// Whether it is 其中 alone, which leads to the parts of the row above.
  var isOfWhich: Bool { label.map { String($0.key) == "其中" } ?? false }
  /// What it is where it belongs to no field.
  var otherKind: CellRole.OtherKind { words?.otherKind ?? .other }
}

/// A row of cells that are not blank, from left to right.
struct Line: Sendable {
  let row: Int
  private(set) var cells: [GridCell]
  /// The kinds of headings that its cells can be.
  private(set) var headings: Words.Headings

  init(row: Int, cells: [GridCell]) {
    self.row = row
    self.cells = cells
    headings = cells.reduce(into: []) { $0.formUnion($1.headings) }
  }

  mutating func append(_ cell: GridCell) {
    cells.append(cell)
    headings.formUnion(cell.headings)
  }

  /// Puts a cell in the place of another one with the same words.
  mutating func replace(at position: Int, with cell: GridCell) { cells[position] = cell }

  /// The cells whose first column is in these columns.
  func cells(in columns: ClosedRange<Int>) -> [GridCell] { cells.filter { columns.contains($0.column) } }

  func first(in columns: ClosedRange<Int>) -> GridCell? { cells.first { columns.contains($0.column) } }
}

/// A sheet as recognition walks over it: lines of cells with their areas. Making and asking it costs time linear in the cells.
struct Grid: Sendable {
  let sheet: Sheet
  var lines: [Line]
  /// Numbers of rows and columns around the lines, which are in none of them.
  private(set) var rowNumbers: [GridCell] = []
  /// Cells with a program's word for nothing: `NaN`.
  private(set) var emptyWords: [Cell] = []
  private let tallMerges: TallMerges
  /// The first rows of all merged ranges, ascending.
  private let mergedRows: [Int]

  init(_ sheet: Sheet, synonymIndex: SynonymIndex) {
    self.sheet = sheet
    let merges = Dictionary(sheet.merges.map { ($0.first, $0) }, uniquingKeysWith: { first, _ in first })
    tallMerges = TallMerges(sheet.merges)
    mergedRows = sheet.merges.map(\.first.row).sorted()
    var covered = CoveredCells(tallMerges)
    var lines: [Line] = []
    for (index, cell) in sheet.cells.enumerated() {
      let text = cell.text
      if text.isBlank, cell.kind != .formulaWithoutValue { continue }
      if cell.kind == .text, NoneMark.isEmptyWord(text) {
        emptyWords.append(cell)
        continue
      }
      let reference = cell.reference
      let merged = merges.isEmpty ? nil : merges[reference]
      if !merges.isEmpty, merged == nil, covered.repeats(cell, text) { continue }
      let gridCell = GridCell(
        cell, text: text, index: index, area: merged ?? CellRange(reference), synonymIndex: synonymIndex)
      if lines.last?.row == reference.row {
        lines[lines.count - 1].append(gridCell)
      } else {
        lines.append(Line(row: reference.row, cells: [gridCell]))
      }
      if !merges.isEmpty {
        let place = CoveredCells.Place(line: lines.count - 1, cell: lines[lines.count - 1].cells.count - 1)
        covered.passed(gridCell, at: place)
      }
    }
    for (place, cells) in covered.repeated {
      let first = lines[place.line].cells[place.cell]
      lines[place.line].replace(at: place.cell, with: GridCell(first, repeatedAt: cells))
    }
    if let taken = RowNumbers(lines) {
      rowNumbers = taken.numbers
      lines = taken.lines
    }
    self.lines = lines
  }

  /// Whether a merged range begins in these rows.
  func hasMerges(in rows: ClosedRange<Int>) -> Bool {
    let first = mergedRows.partitioningIndex { $0 >= rows.lowerBound }
    return first < mergedRows.count && mergedRows[first] <= rows.upperBound
  }

  /// The cell at this very address; nil where it is blank.
  func cell(at reference: CellReference) -> GridCell? {
    let line = lines.partitioningIndex { $0.row >= reference.row }
    guard line < lines.count, lines[line].row == reference.row else { return nil }
    return lines[line].cells.first { $0.column == reference.column }
  }

  /// The merged range of several rows that begins in one of these columns and covers this row; nil where there is none.
  func tallMerge(at row: Int, columns: ClosedRange<Int>) -> CellRange? {
    tallMerges.range(at: row, columns: columns)
  }
}
