import Findings
import Foundation
import TrackingModel

/// Draws forms as a ledger, one row an indicator or one row a project, and keeps what a reader has to find.
final class LedgerPainter {
  var canvas: Canvas
  var forms: [TrackingForm] = []
  var fields: [[FieldPath: CellReference]] = []
  let choices: Choices
  let layout: LedgerLayout
  let money: StatedMoney
  let headings: LedgerHeadingPainter
  /// The forms as they are, whatever of them the ledger has columns for.
  let whole: [TrackingForm]
  let left: Int
  let keysOnEveryRow: Bool
  let restOnEveryRow: Bool
  let levelsOnEveryRow: Bool
  /// Whether the rows of the forms stand among each other.
  let isMixed: Bool
  /// What stands in columns that the model has no field for, by column.
  var extras: [LedgerLayout.Column: [(form: Int, indicator: Int?, extra: Extra)]] = [:]

  init(on canvas: Canvas, _ choices: Choices) {
    self.canvas = canvas
    self.choices = choices
    layout = LedgerLayout(choices.within("columns"))
    money = StatedMoney(choices.within("money"), hasBlock: layout.headingRows > 1)
    whole = LedgerForms.make(choices, layout)
    headings = LedgerHeadingPainter(
      layout, money, canvas.medium, lastMonth: whole.first?.period.end?.month ?? 1, choices.within("headings"))
    left = choices.pick("left", [0, 0, 1])
    isMixed = layout.hasIndicators && choices.chance("mixed rows", oneIn: 6)
    keysOnEveryRow = isMixed || choices.chance("keys on every row", oneIn: 2)
    restOnEveryRow = choices.chance("the rest on every row", oneIn: 3)
    levelsOnEveryRow = isMixed || choices.chance("levels on every row", oneIn: 2)
  }

  func draw() {
    var row = above(choices.pick("rows above", [0, 0, 1]))
    headings.draw(on: &canvas, row: row, left: left)
    row += layout.headingRows
    forms = whole.map { _ in TrackingForm() }
    fields = whole.map { _ in [:] }
    let rows = rows()
    let middle = rows.count / 2
    let isHeadedAgain = rows.count > 3 && !isMixed && choices.chance("header again", oneIn: 6)
    for (position, (form, indicator, count)) in rows.enumerated() {
      if isHeadedAgain, position == middle, indicator == 0 || indicator == nil {
        headings.draw(on: &canvas, row: row, left: left)
        row += layout.headingRows
      }
      draw(form, indicator, rows: count, at: row)
      row += 1
    }
    placeExtras()
    below(row)
  }

  // MARK: Around the rows

  private func above(_ start: Int) -> Int {
    var row = start
    let period = whole[0].period
    if layout.period == .title, let first = period.start, let last = period.end {
      let months = choices.pick("months in the title", ["Y年A-B月", "Y年A月至B月"])
        .replacing("Y", with: "\(first.year)").replacing("A", with: "\(first.month)").replacing(
          "B", with: "\(last.month)")
      canvas.put(Ink("浦川区项目支出绩效跟踪汇总表（\(months)）"), row: row, column: left, columns: layout.columns.count)
      row += 1
    } else if choices.chance("title", oneIn: 2) {
      canvas.put(Ink("浦川区项目支出绩效跟踪汇总表"), row: row, column: left, columns: layout.columns.count)
      row += 1
    }
    if money.place == .cell {
      let words = choices.pick("unit words", ["单位：", "金额单位："]) + money.common.name
      canvas.put(Ink(words), row: row, column: left + layout.columns.count - 1)
      row += 1
    }
    return row + choices.pick("rows above the header", [0, 0, 1])
  }

  private func below(_ start: Int) {
    var row = start
    if choices.chance("sums", oneIn: 4), let project = layout.columns.firstIndex(of: .project) {
      let words = choices.pick("word for sums", ["合计", "合 计", "总计"])
      canvas.put(Ink(words), row: row, column: left + (layout.columns.firstIndex(of: .serial) ?? project))
      for (index, column) in layout.columns.enumerated() {
        if case .amount(_, .initialBudget) = column { canvas.put(Ink("1234.50"), row: row, column: left + index) }
      }
      row += 1
    }
    for number in 0..<choices.pick("lines below", [0, 0, 1, 2]) {
      canvas.put(Ink(choices.pick("line below \(number)", Words.after)), row: row, column: left)
      row += 1
    }
  }

  /// The rows in their order: which form, which of its indicators, and how many rows a merged cell that begins here has.
  private func rows() -> [(form: Int, indicator: Int?, count: Int)] {
    var rows: [(form: Int, indicator: Int?, count: Int)] = []
    for (number, form) in whole.enumerated() {
      guard layout.hasIndicators, !form.indicators.isEmpty else {
        rows.append((number, nil, 1))
        continue
      }
      for index in form.indicators.indices { rows.append((number, index, isMixed ? 1 : form.indicators.count)) }
    }
    return isMixed ? rows.sorted { ($0.indicator ?? 0, $0.form) < ($1.indicator ?? 0, $1.form) } : rows
  }

  // MARK: Rows

  private func draw(_ form: Int, _ indicator: Int?, rows: Int, at row: Int) {
    let choices = choices.within("form \(form)")
    if let indicator {
      forms[form].indicators.append(LedgerIndicator.blank(whole[form].indicators[indicator], layout, self.choices))
    }
    for (index, column) in layout.columns.enumerated() {
      let place = CellReference(row: row, column: left + index)
      switch column {
      case .level1, .level2, .name, .target, .sign, .targetUnit, .planned, .actual, .reason, .reasonTick,
        .reasonDetail, .possibilityTick, .indicatorExtra:
        guard let indicator else { continue }
        draw(column, form, indicator, at: place, choices.within("row \(indicator)"))
      default:
        let isFirst = indicator == nil || indicator == 0
        let isKey = Self.keys.contains(column)
        guard isFirst || (isKey ? keysOnEveryRow : restOnEveryRow) || column == .serial && isEachRowNumbered else {
          continue
        }
        let isMerged = isKey ? !keysOnEveryRow : !restOnEveryRow && !column.isExtra
        drawOnce(column, form, indicator, at: place, rows: isMerged ? rows : 1, isFirst: isFirst, choices)
      }
    }
  }
}
