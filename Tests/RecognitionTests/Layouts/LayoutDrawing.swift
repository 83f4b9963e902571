import Findings
import TrackingModel

/// A sheet of forms, or a ledger of them, as random choices lay it out, and what a reader has to find on it.
struct LayoutDrawing {
  private(set) var canvas: Canvas
  /// The forms as drawn.
  private(set) var forms: [TrackingForm] = []
  let isLedger: Bool
  /// For each form, the cell of each value.
  private(set) var fields: [[FieldPath: CellReference]] = []

  init(_ choices: Choices) {
    canvas = Canvas(choices)
    isLedger = choices.chance("ledger", oneIn: 3)
    if isLedger {
      let painter = LedgerPainter(on: canvas, choices.within("ledger"))
      painter.draw()
      (canvas, forms, fields) = (painter.canvas, painter.forms, painter.fields)
      return
    }
    var row = choices.pick("rows above", [0, 0, 0, 1, 7])
    if choices.chance("junk above", oneIn: 4) { row = junk("above", Words.before, at: row, choices) }
    let count = choices.pick("forms", [1, 1, 1, 1, 2, 3])
    for number in 0..<count {
      let own = choices.within("form \(number)")
      row = draw(RandomForm.make(own), own, isFirst: number == 0, at: row)
      if choices.chance("junk below form \(number)", oneIn: 3) {
        row = junk("below form \(number)", Words.after, at: row, choices)
      }
      row += choices.number("rows below form \(number)", 0...3)
    }
    if choices.chance("hidden rows", oneIn: 6) {
      let first = choices.number("first hidden row", 0...canvas.height)
      canvas.hiddenRows = Set(first...first + choices.number("further hidden rows", 0...3))
    }
  }

  private mutating func draw(_ form: TrackingForm, _ choices: Choices, isFirst: Bool, at row: Int) -> Int {
    let painter = Painter(form, on: canvas, row: row, choices: choices)
    // Without a title nothing but the project's name begins a form.
    let isShuffled = choices.chance("blocks in another order", oneIn: 10)
    let title = !isShuffled && choices.chance("no title", oneIn: 15) ? nil : choices.pick("title", Words.titles)
    painter.form.setTitle(title)
    var blocks: [(TrackingForm, Painter) -> Void] = [
      { _, painter in painter.budget() },
      { _, painter in painter.goals() },
      { _, painter in painter.indicators() },
      { _, painter in painter.assessment() },
      { _, painter in painter.measures() },
    ]
    if choices.chance("block left out", oneIn: 8) {
      let index = choices.pick("which block", [0, 1, 3, 4])
      blocks.remove(at: index)
      switch index {
      case 0: painter.form.budget = Budget()
      case 1: painter.form.goals = Goals()
      case 3: painter.form.assessment = Assessment()
      default: painter.form.correctiveMeasures = nil
      }
    }
    let order = isShuffled ? choices.order("block", of: blocks.count) : Array(blocks.indices)
    painter.identity(title: title)
    for index in order {
      if choices.chance("blank above block \(index)", oneIn: 12) { painter.row += 1 }
      blocks[index](painter.form, painter)
    }
    canvas = painter.canvas
    forms.append(painter.form)
    fields.append(painter.fields)
    return max(painter.row, canvas.height)
  }

  private mutating func junk(_ name: String, _ words: [String], at row: Int, _ choices: Choices) -> Int {
    var row = row
    for number in 0..<choices.number("lines of junk \(name)", 1...3) {
      canvas.put(
        Ink(choices.pick("junk \(name) \(number)", words)), row: row,
        column: choices.pick("column of junk \(name)", [0, 0, 3]))
      row += 1
    }
    return row
  }
}
