import Findings
import TrackingModel

/// The columns of a ledger that say what a form says once.
extension LedgerPainter {
  static let keys: Set<LedgerLayout.Column> = [
    .project, .projectCode, .department, .unit, .period, .firstMonth, .lastMonth, .year,
  ]

  var isEachRowNumbered: Bool { choices.chance("a number for each row", oneIn: 2) }

  /// What a form says once.
  func drawOnce(
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

  /// Left of the indicators a column is the form's where it says one thing on all rows, else each row's.
  func placeExtras() {
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
}
