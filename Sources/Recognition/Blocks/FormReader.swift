import Findings
import TrackingModel

/// Reads one form from its lines, block by block, in whatever order they stand.
struct FormReader {
  let lines: [Line]
  var draft: Draft
  /// Texts of several lines, piece by piece, joined at the end.
  var prose: [Label: [ProsePiece]] = [:]
  /// The values that the next line may go on with.
  var open: [OpenText] = []
  /// Where the texts of 预期目标 and 跟踪期实际完成情况 stand, once they have been found below their labels.
  var goalColumns: [(label: Label, column: Int)] = []
  /// The note that further lines may go on with.
  var notes = NoteLines()
  /// How many titles have been passed.
  private(set) var page = 0
  /// Whether the indicator table has been read.
  var sawTable: Bool { indicatorReader != nil }
  private var indicatorReader: IndicatorReader?
  /// Whether amounts were read for which nothing says in which unit they are.
  var sawBudgetAmounts = false

  init(lines: [Line], grid: Grid, lexicon: Lexicon, settings: RecognitionSettings) {
    self.lines = lines
    draft = Draft(grid: grid, lexicon: lexicon, settings: settings, cells: lines.reduce(0) { $0 + $1.cells.count })
  }

  /// The form, with every cell of it claimed that is a value or a label.
  mutating func read() -> Draft {
    FormContext.scan(lines, into: &draft)
    var index = 0
    while index < lines.count {
      if lines[index].cells.contains(where: \.isTitle) { page += 1 }
      if let header = IndicatorHeader(lines[index...]) {
        index = readIndicators(header, from: index)
      } else if let header = BudgetHeader(lines[index...]) {
        index = readBudget(header, from: index)
      } else if let reader = resumed(by: lines[index]) {
        let next = readRows(reader, from: index)
        index = next > index ? next : readFields(at: index)
      } else if let next = readFundPairs(at: index) {
        index = next
      } else {
        index = readFields(at: index)
      }
    }
    finishProse()
    FormContext.finish(&draft)
    if sawBudgetAmounts { draft.noteUnitAssumed() }
    return draft
  }

  private mutating func readIndicators(_ header: IndicatorHeader, from start: Int) -> Int {
    open = []
    let reader = IndicatorReader(header: header, after: indicatorReader)
    reader.takeHeader(lines[start..<start + header.lineCount], into: &draft)
    return readRows(reader, from: start + header.lineCount)
  }

  /// Reads rows of the indicator table until something else begins; page numbers and titles of further pages do not end it.
  private mutating func readRows(_ reader: IndicatorReader, from start: Int) -> Int {
    var reader = reader
    var index = start
    while index < lines.count, IndicatorHeader(lines[index...]) == nil {
      if isPageMark(lines[index]) {
        for cell in lines[index].cells where !cell.isTitle { draft.takeOther(cell, .note) }
        reader.beginPage()
      } else if !reader.read(lines[index], into: &draft) {
        break
      }
      index += 1
    }
    indicatorReader = reader
    return index
  }

  private func isPageMark(_ line: Line) -> Bool {
    line.cells.allSatisfy { $0.isTitle || OtherCells.isPageNumber($0) }
  }

  /// The table's reader where the line goes on with the table after something else has come between: its first words are levels.
  private func resumed(by line: Line) -> IndicatorReader? {
    guard let indicatorReader, line.cells.count > 2,
      line.cells.prefix(2).contains(where: {
        $0.level1 != nil || $0.level2 != nil
      })
    else { return nil }
    return indicatorReader
  }

  private mutating func readBudget(_ header: BudgetHeader, from start: Int) -> Int {
    open = []
    var reader = BudgetReader(header: header, line: lines[start], into: &draft)
    var index = start + header.lineCount
    while index < lines.count, IndicatorHeader(lines[index...]) == nil,
      !BudgetHeader.isHeader(lines[index]), reader.read(lines[index], into: &draft)
    {
      index += 1
    }
    reader.finish(into: &draft)
    if reader.sawAmounts, reader.unitIsAssumed { sawBudgetAmounts = true }
    return index
  }
}
