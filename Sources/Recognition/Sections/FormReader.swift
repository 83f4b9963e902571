import Findings
import TrackingModel

/// Reads one form from its lines, block by block, in whatever order they stand.
///
/// ## For those who change it
///
/// `read()` stands at a line and asks in a fixed order what begins there; the function that matches reads lines and returns the next one. The order is
/// from what is certain to what is not:
///
/// | question | read by | why here |
/// | --- | --- | --- |
/// | does the form's own page draw the line? | `readDefinedLine` | its labels are known exactly |
/// | is it a header of indicators, or of the budget? | `readIndicators`, `readBudget` | a header owns the rows below, whatever they say |
/// | does it go on with the table that was interrupted? | `readRows` | page breaks and notes come between rows |
/// | are there funds beside their amounts, without a header? | `readFundPairs` | weaker than a header: it needs several |
/// | does a visible row have the labels of this hidden one? | kept for the end | a hidden value never counts before a visible one |
/// | else | `readFields` | labels with their values; words without a label at the very end |
///
/// What has to stay true:
///
/// - **Each line is read once, and each cell assigned**, be it as what belongs to no field: `Coverage` counts, and a sheet whose account does
///   not balance is refused as a whole. A reader that looks at a line and gives it back has assigned nothing.
/// - **The place decides, the words only confirm.** What stands under a heading or beside a label belongs there, whatever it says; a new word
///   in the vocabulary can make a value a label, which the tests of the layouts see.
/// - **Values that go on below are open** (`open`, `prose`, `notes`, `table`) until something else begins, which calls `closeTexts()`. A reader
///   of a new kind of block has to call it, or the block's first line ends up in the text above.
/// - **What depends on the whole form comes last**: the period from headings, the unit that nothing states, a further fund as 其他资金.
struct FormReader {
  let lines: [Line]
  var builder: FormBuilder
  /// Texts of several lines, piece by piece, joined at the end.
  var prose: [Label: [ProsePiece]] = [:]
  /// The values that the next line may go on with.
  var open: [OpenText] = []
  /// Where the texts of 预期目标 and 跟踪期实际完成情况 stand, once they have been found below their labels.
  var goalColumns: [(label: Label, column: Int)] = []
  /// The note that further lines may go on with.
  var notes = NoteLines()
  /// The last row with a signature.
  var signatureRow: Int?
  /// How many titles have been passed.
  private(set) var page = 0
  /// Whether the indicator table has been read.
  var sawTable: Bool { table != nil }
  /// The indicator table as far as it has been read.
  var table: IndicatorTable?
  /// Whether a label heads the indicators of the year; nil until it matters.
  var hasTableOfTheYear: Bool?
  /// Whether the texts of merged cells were repeated in every cell that they covered.
  let repeatsMerges: Bool
  /// Hidden lines whose labels stand in visible ones as well.
  var hiddenTwins: [Int] = []
  /// The labels of all visible lines; nil until they matter.
  var visibleLabels: Set<Label>?
  /// The label of the block whose amounts are read by the labels of the form's own page.
  var blockOfAmounts: GridCell?
  /// How many of the further funds are known not to be 其他资金.
  private var fundsLookedAt = 0
  /// Whether amounts were read for which nothing says in which unit they are.
  var sawBudgetAmounts = false

  init(lines: [Line], context: FormContext) {
    self.lines = lines
    repeatsMerges = lines.contains { $0.cells.contains { !$0.repeats.isEmpty } }
    builder = FormBuilder(lines: lines, context: context)
  }

  /// The form, with every cell of it assigned that is a value or a label.
  mutating func read() -> FormBuilder {
    builder.scan(lines)
    let ownPage = builder.form.definition.hasOwnPage ? DefinedPage(builder.form.definition) : nil
    var index = 0
    while index < lines.count {
      if lines[index].cells.contains(where: \.isTitle) { page += 1 }
      if let ownPage, readDefinedLine(lines[index], of: ownPage) {
        index += 1
      } else if let header = IndicatorHeader(lines[index...]) {
        index = readIndicators(header, from: index)
      } else if let header = BudgetHeader(lines[index...]) {
        index = readBudget(header, from: index)
      } else if let table, table.isResumed(by: lines[index]) {
        let next = readRows(table, from: index)
        index = next > index ? next : readFields(at: index)
      } else if let next = readFundPairs(at: index) {
        index = next
      } else if isHiddenTwin(of: index) {
        hiddenTwins.append(index)
        index += 1
      } else {
        index = readFields(at: index)
      }
    }
    closeTexts()
    table?.reader.joinTexts(of: &builder.form.indicators)
    readHiddenFields()
    finishProse()
    compareHiddenTexts()
    builder.resolveContext()
    if sawBudgetAmounts { builder.addUnitAssumedFinding() }
    builder.assignDefinedFields()
    return builder
  }

  private mutating func readBudget(_ header: BudgetHeader, from start: Int) -> Int {
    closeTexts()
    var reader = BudgetReader(header: header, into: &builder)
    var index = start + header.lineCount
    var hidden: [Line] = []
    while index < lines.count, IndicatorHeader(lines[index...]) == nil, !BudgetHeader.isHeader(lines[index]) {
      if isHiddenTwin(index) {
        hidden.append(lines[index])
      } else if !reader.read(lines[index], into: &builder) {
        break
      }
      index += 1
    }
    for line in hidden { _ = reader.read(line, into: &builder) }
    reader.finish(&fundsLookedAt, into: &builder)
    if reader.sawAmounts, reader.unitIsAssumed { sawBudgetAmounts = true }
    return index
  }

  /// Whether the line is a hidden row of a fund that a visible row below has as well: that one counts.
  private func isHiddenTwin(_ index: Int) -> Bool {
    let hidden = builder.context.grid.sheet.hiddenRows
    func fund(_ line: Line) -> Fund? { line.cells.lazy.compactMap(\.meanings.fund).first?.fund }
    guard hidden.contains(lines[index].row), let own = fund(lines[index]) else { return false }
    return lines[(index + 1)...].prefix(BudgetHeader.rowsToLookAt).contains { line in
      !hidden.contains(line.row) && fund(line) == own && line.cells.contains(where: BudgetReader.isAmount)
    }
  }
}
