import Findings
import Foundation
import TrackingModel

/// The columns of a ledger that describe the indicator of a row.
extension LedgerPainter {
  /// What describes the indicator of a row.
  func draw(
    _ column: LedgerLayout.Column, _ form: Int, _ index: Int, at place: CellReference, _ choices: Choices
  ) {
    let indicator = whole[form].indicators[index]
    let above = index > 0 ? whole[form].indicators[index - 1] : nil
    func put(_ text: String?, _ field: FieldKey?, amount: String? = nil) {
      var ink = Ink(text ?? "")
      if let amount, canvas.medium.keepsNumbers, choices.chance("\(column) is a number", oneIn: 3) {
        ink = Ink(displayed: amount)
      }
      let cell = canvas.put(ink, row: place.row, column: place.column)
      if let field, !ink.text.isEmpty { fields[form][.indicator(index, field)] = cell }
    }
    func value(_ value: IndicatorValue?, _ field: FieldKey) {
      guard let value else { return put(choices.pick("no \(field)", Words.noneMarks), nil) }
      put(value.text, field, amount: value.amount)
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
    case .target where layout.columns.contains(.sign) && indicator.target?.amount != nil:
      put(indicator.target?.amount ?? "", "target", amount: indicator.target?.amount)
    case .target: put(indicator.target?.text, "target")
    case .sign: put(Words.sign(of: indicator.target, self.choices), nil)
    case .targetUnit: put(indicator.target?.unit ?? choices.pick("no unit", Words.noneMarks), nil)
    case .planned: value(indicator.planned, "planned")
    case .actual: value(indicator.actual, "actual")
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

  private func printed(_ label: String) -> String {
    label.replacing("\n", with: "").replacing(" ", with: "").trimmingCharacters(in: ["："])
  }
}
