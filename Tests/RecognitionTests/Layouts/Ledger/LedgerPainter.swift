import Findings
import Foundation
import TrackingModel

/// Draws forms as a ledger, one row an indicator or one row a project, and keeps what a reader has to find.
final class LedgerPainter {
  var canvas: Canvas
  private(set) var forms: [TrackingForm] = []
  private(set) var fields: [[FieldPath: CellReference]] = []
  private let choices: Choices
  private let layout: LedgerLayout
  private let money: StatedMoney
  private let headings: LedgerHeadingPainter
  /// The forms as they are, whatever of them the ledger has columns for.
  private let whole: [TrackingForm]
  private let left: Int
  private let keysOnEveryRow: Bool
  private let restOnEveryRow: Bool
  private let levelsOnEveryRow: Bool
  /// Whether the rows of the forms stand among each other.
  private let isMixed: Bool
  /// What stands in columns that the model has no field for, by column.
  private var extras: [LedgerLayout.Column: [(form: Int, indicator: Int?, extra: Extra)]] = [:]

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

  private static let keys: Set<LedgerLayout.Column> = [
    .project, .projectCode, .department, .unit, .period, .firstMonth, .lastMonth, .year,
  ]

  private var isEachRowNumbered: Bool { choices.chance("a number for each row", oneIn: 2) }

  /// What a form says once.
  private func drawOnce(
    _ column: LedgerLayout.Column, _ number: Int, _ indicator: Int?, at place: CellReference, rows: Int, isFirst: Bool,
    _ choices: Choices
  ) {
    let form = whole[number]
    func put(_ ink: Ink, _ field: FieldPath?) {
      let cell = canvas.put(ink, row: place.row, column: place.column, rows: rows)
      if isFirst, let field, !ink.text.isEmpty { fields[number][field] = cell }
    }
    func keep(_ extra: String, _ label: String) {
      // Among the indicators a row without one has nobody to keep it for.
      if let first = layout.firstOfIndicators, place.column - left > first, indicator == nil { return }
      put(Ink(extra), nil)
      let extra = Extra(label: label, text: extra, cell: place.a1)
      // Among the indicators it is the row's own.
      if let first = layout.firstOfIndicators, place.column - left > first, let indicator {
        forms[number].indicators[indicator].extras.append(extra)
      } else {
        extras[column, default: []].append((number, indicator, extra))
      }
    }
    switch column {
    case .project:
      let hasCodeColumn = layout.columns.contains(.projectCode)
      put(Ink(hasCodeColumn ? form.project.name ?? "" : form.project.printed ?? ""), "project.name")
      forms[number].project = form.project
    case .projectCode: put(Ink(form.project.code ?? ""), nil)
    case .department:
      let above = number > 0 ? whole[number - 1].supervisingDepartment : nil
      let isBlank = !keysOnEveryRow && !isMixed && above == form.supervisingDepartment
      if !isBlank { put(Ink(form.supervisingDepartment.printed ?? ""), "supervisingDepartment.name") }
      forms[number].supervisingDepartment = form.supervisingDepartment
    case .unit:
      put(Ink(form.implementingUnit.printed ?? ""), "implementingUnit.name")
      forms[number].implementingUnit = form.implementingUnit
    case .period, .firstMonth, .lastMonth, .year:
      if let ink = LedgerForms.ink(column, form.period, keepsNumbers: canvas.medium.keepsNumbers, layout, choices) {
        put(ink, column == .firstMonth ? .periodStart : column == .year ? nil : .periodEnd)
      }
    case .amount(let fund, let amount):
      guard let line = form.budget[keyPath: fund.keyPath], let value = line[keyPath: amount.keyPath] else {
        put(Ink(choices.pick("none \(fund) \(amount)", Words.noneMarks)), nil)
        break
      }
      let isAmong =
        layout.columns.contains(.amount(fund, .periodBudget))
        && layout.columns.contains(.amount(fund, .periodExpenditure))
      let keepsNumbers = canvas.medium.keepsNumbers
      put(
        amount == .executionRate
          ? PrintedRate.ink(value, keepsNumbers: keepsNumbers, isAmongAmounts: isAmong, choices.within("\(fund)"))
          : money.ink(value, under: amount, keepsNumbers: keepsNumbers, choices.within("\(fund)")),
        .budget(fund, amount))
      var kept = forms[number].budget[keyPath: fund.keyPath] ?? BudgetLine()
      kept[keyPath: amount.keyPath] = value
      forms[number].budget[keyPath: fund.keyPath] = kept
    case .fundExtra(let fund):
      let label = headings.heading(column)
      guard layout.headingRows > 1 else { return keep("12.5", label) }
      put(Ink("12.5"), nil)
      guard isFirst else { break }
      let extra = Extra(label: label, text: "12.5", cell: place.a1)
      forms[number].budget[keyPath: fund.keyPath]?.extras.append(extra)
    case .goalsExpected:
      put(Ink(form.goals.expected ?? ""), .goalsExpected)
      forms[number].goals.expected = form.goals.expected
    case .goalsActual:
      put(Ink(form.goals.actual ?? ""), .goalsActual)
      forms[number].goals.actual = form.goals.actual
    case .budgetCompletion:
      put(Ink(form.assessment.budgetCompletion?.text ?? ""), .budgetCompletion)
      forms[number].assessment.budgetCompletion = form.assessment.budgetCompletion
    case .goalCompletion:
      put(Ink(form.assessment.goalCompletion?.text ?? ""), .goalCompletion)
      forms[number].assessment.goalCompletion = form.assessment.goalCompletion
    case .measures:
      put(Ink(form.correctiveMeasures ?? ""), .correctiveMeasures)
      forms[number].correctiveMeasures = form.correctiveMeasures
    case .formExtra(let extra): keep(["021-1234567\(number)", "经常性项目"][extra], headings.heading(column))
    case .serial: keep(String(isEachRowNumbered ? place.row : number + 1), "序号")
    default: break
    }
    forms[number].period = form.period
  }

  /// What describes the indicator of a row.
  private func draw(
    _ column: LedgerLayout.Column, _ form: Int, _ index: Int, at place: CellReference, _ choices: Choices
  ) {
    let indicator = whole[form].indicators[index]
    let above = index > 0 ? whole[form].indicators[index - 1] : nil
    func put(_ text: String?, _ field: String?) {
      let cell = canvas.put(Ink(text ?? ""), row: place.row, column: place.column)
      if let field, text?.isEmpty == false { fields[form][.indicator(index, field)] = cell }
    }
    let number = forms[form].indicators.count - 1
    switch column {
    case .level1:
      if levelsOnEveryRow || above?.level1 != indicator.level1 {
        put(self.choices.spelling(of: indicator.level1, in: 1), "level1")
      }
    case .level2:
      if levelsOnEveryRow || above?.level1 != indicator.level1 || above?.level2 != indicator.level2 {
        put(self.choices.spelling(of: indicator.level2, in: 2), "level2")
      }
    case .name: put(indicator.name, "name")
    case .target:
      put(
        layout.columns.contains(.sign) ? indicator.target?.amount ?? indicator.target?.text : indicator.target?.text,
        "target")
    case .sign: put(Words.sign(of: indicator.target, self.choices), nil)
    case .targetUnit: put(indicator.target?.unit ?? choices.pick("no unit", Words.noneMarks), nil)
    case .planned:
      put(
        indicator.planned?.text ?? choices.pick("no planned", Words.noneMarks),
        indicator.planned == nil ? nil : "planned")
    case .actual:
      put(
        indicator.actual?.text ?? choices.pick("no actual", Words.noneMarks), indicator.actual == nil ? nil : "actual")
    case .reason: put(indicator.deviationReason, "deviationReason")
    case .reasonTick(let reason):
      let isTicked = choices.chance("reason \(reason)", oneIn: 5)
      put(self.choices.mark(isTicked, choices.within("reason \(reason)")), nil)
      if isTicked { forms[form].indicators[number].tick(headings.heading(column)) }
    case .reasonDetail:
      put(indicator.deviationReason, "deviationReason")
      if let text = indicator.deviationReason { forms[form].indicators[number].explain(text) }
    case .possibilityTick(let possibility):
      let isTicked = choices.number("possibility", 0...3) == possibility + 1
      put(self.choices.mark(isTicked, choices.within("possibility \(possibility)")), nil)
      guard isTicked else { break }
      let label = printed(headings.path(column).dropLast().last ?? "")
      forms[form].indicators[number].extras.append(
        Extra(label: label, text: headings.heading(column), cell: place.a1))
    case .indicatorExtra(let extra):
      guard !choices.chance("extra \(extra) empty", oneIn: 4) else { break }
      let text = ["10", "已核实"][extra]
      put(text, nil)
      forms[form].indicators[number].extras.append(Extra(label: headings.heading(column), text: text, cell: place.a1))
    default: break
    }
  }

  // MARK: Extras

  /// Left of the indicators a column is the form's where it says one thing on all rows, else each row's.
  private func placeExtras() {
    for column in layout.columns.reversed() {
      for form in forms.indices {
        let own = extras[column, default: []].filter { $0.form == form }
        guard let first = own.first else { continue }
        if !layout.hasIndicators || first.indicator == nil || own.allSatisfy({ $0.extra.text == first.extra.text }) {
          forms[form].extras.insert(first.extra, at: 0)
        } else {
          for (_, indicator, extra) in own {
            if let indicator { forms[form].indicators[indicator].extras.insert(extra, at: 0) }
          }
        }
      }
    }
  }

  private func printed(_ label: String) -> String {
    label.replacing("\n", with: "").replacing(" ", with: "").trimmingCharacters(in: ["："])
  }
}
