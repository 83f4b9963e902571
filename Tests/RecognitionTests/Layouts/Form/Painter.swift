import Findings
import Foundation
import Spreadsheet
import TrackingModel

/// Draws one form onto a canvas below `row`, and keeps what a reader has to find: the form as drawn, and the cell of each field.
final class Painter {
  var canvas: Canvas
  var row: Int
  var form: TrackingForm
  var fields: [FieldPath: CellReference] = [:]
  /// The columns ticked for each indicator, and what is said beside the ticks.
  var ticked: [Int: Set<TableLayout.Column>] = [:]
  var details: [Int: String] = [:]
  /// 指标性质 of each target that is split over columns.
  var signs: [Int: String] = [:]
  let choices: Choices
  let left: Int
  let table: TableLayout

  init(_ form: TrackingForm, on canvas: Canvas, row: Int, choices: Choices) {
    self.form = form
    self.canvas = canvas
    self.row = row
    self.choices = choices
    left = choices.pick("left", [0, 0, 1, 4])
    table = TableLayout(choices.within("table"), medium: canvas.medium)
  }

  /// Physical columns of the form.
  var width: Int { table.width }

  // MARK: Ink

  /// Puts words; `columns` are counted from the form's left edge.
  @discardableResult
  func put(_ text: String, _ column: Int, rows: Int = 1, columns: Int = 1) -> CellReference {
    canvas.put(Ink(text), row: row, column: left + column, rows: rows, columns: columns)
  }

  /// Puts a value and remembers whose it is.
  func put(_ text: String?, _ column: Int, rows: Int = 1, columns: Int = 1, as field: FieldPath?) {
    let cell = put(text ?? "", column, rows: rows, columns: columns)
    if let field, let text, !text.isEmpty { fields[field] = cell }
  }

  // MARK: Labels

  func label(_ key: String) -> String { choices.label(key, on: canvas.medium) }

  /// A label as an extra keeps it.
  func printed(_ label: String) -> String {
    label.replacing("\n", with: "").replacing(" ", with: "").trimmingCharacters(in: ["："])
  }

  // MARK: Rows of labels and values

  struct Pair {
    var key: String
    var text: String?
    var field: FieldPath
  }

  enum PairStyle: CaseIterable {
    /// `项目名称 | 住宅…`
    case beside
    /// `项目名称：住宅…` in one cell
    case inside
    /// The label above its value
    case above
  }

  /// One row (two where labels stand above) with these pairs side by side.
  ///
  /// Nothing below or inside of a label says that nothing is there; without any value they stand beside the labels' empty cells.
  func pairs(_ pairs: [Pair], style wish: PairStyle) {
    let style = pairs.contains { $0.text != nil } ? wish : .beside
    let share = width / pairs.count
    for (index, pair) in pairs.enumerated() {
      let start = index * share
      let columns = index == pairs.count - 1 ? width - start : share
      let label = label(pair.key)
      switch style {
      case .beside:
        let labelColumns = columns > 3 && choices.chance("\(pair.key) wide label", oneIn: 5) ? 2 : 1
        put(label, start, columns: labelColumns)
        put(pair.text, start + labelColumns, columns: columns - labelColumns, as: pair.field)
      case .inside:
        let words = label.trimmingCharacters(in: ["：", "\n"]).replacing("\n", with: "")
        put(words + choices.pick("\(pair.key) colon", ["：", ":", "： "]) + (pair.text ?? ""), start, columns: columns)
        if pair.text != nil { fields[pair.field] = CellReference(row: row, column: left + start) }
      case .above:
        put(label, start, columns: columns)
        row += 1
        put(pair.text, start, columns: columns, as: pair.field)
        row -= 1
      }
    }
    row += style == .above ? 2 : 1
  }

  /// A row of one cell over the whole width.
  func line(_ text: String) {
    put(text, 0, columns: width)
    row += 1
  }

  func blankRows(_ name: String, upTo most: Int = 2) { row += choices.number(name, 0...most) }
}
