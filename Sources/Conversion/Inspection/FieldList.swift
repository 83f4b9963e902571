import Findings
import Recognition
import TrackingModel

/// The fields of a form in the order of its JSON, each with its words and the cells it was read from.
struct FieldList {
  struct Entry {
    /// As the JSON names it: `budget.total.periodBudget`.
    let path: String
    /// nil where the form does not say it.
    let text: String?
    /// For an absent field, where it ought to stand.
    let cells: [CellReference]
  }

  private(set) var entries: [Entry] = []
  private let sources: SourceMap

  init(of recognised: RecognisedForm) {
    sources = recognised.sources
    let form = recognised.form
    add("title", form.title)
    add("period.start", form.period.start?.description)
    add("period.end", form.period.end?.description)
    add("project", form.project)
    add("supervisingDepartment", form.supervisingDepartment)
    add("implementingUnit", form.implementingUnit)
    for fund in Fund.allCases { add("budget.\(fund.rawValue)", form.budget[keyPath: fund.keyPath]) }
    for (index, fund) in form.budget.additional.enumerated() {
      add("budget.additional[\(index)].label", fund.label)
      add("budget.additional[\(index)]", fund.line)
    }
    add("goals.expected", form.goals.expected)
    add("goals.actual", form.goals.actual)
    for (index, indicator) in form.indicators.enumerated() { add("indicators[\(index)]", indicator) }
    add("assessment.budgetCompletion", form.assessment.budgetCompletion?.text)
    add("assessment.goalCompletion", form.assessment.goalCompletion?.text)
    add("correctiveMeasures", form.correctiveMeasures)
    add("extras", form.extras)
  }

  private mutating func add(_ path: String, _ text: String?) {
    entries.append(Entry(path: path, text: text, cells: sources[FieldPath(path)]))
  }

  /// A field that is only shown where the form has it.
  private mutating func add(ifGiven path: String, _ text: String?) {
    if text != nil { add(path, text) }
  }

  private mutating func add(_ path: String, _ entity: NamedEntity) {
    if let code = entity.code {
      let cells = sources[FieldPath(path + ".code")]
      // A code printed before a name stands in the name's cell.
      let name = sources[FieldPath(path + ".name")]
      entries.append(Entry(path: path + ".code", text: code, cells: cells.isEmpty ? name : cells))
    }
    add(path + ".name", entity.name)
  }

  private mutating func add(_ path: String, _ line: BudgetLine?) {
    guard let line else { return add(path, nil as String?) }
    for column in BudgetColumn.allCases { add("\(path).\(column.rawValue)", line[keyPath: column.keyPath]?.amountText) }
    add(path + ".extras", line.extras)
  }

  private mutating func add(_ path: String, _ indicator: Indicator) {
    add(ifGiven: path + ".level1", indicator.level1)
    add(ifGiven: path + ".level2", indicator.level2)
    add(path + ".name", indicator.name)
    add(ifGiven: path + ".target", indicator.target?.text)
    add(ifGiven: path + ".planned", indicator.planned?.text)
    add(ifGiven: path + ".actual", indicator.actual?.text)
    add(ifGiven: path + ".deviationReason", indicator.deviationReason)
    add(path + ".extras", indicator.extras)
  }

  private mutating func add(_ path: String, _ extras: [Extra]) {
    for (index, extra) in extras.enumerated() {
      let own = "\(path)[\(index)]"
      var cells = sources[FieldPath(own)]
      if cells.isEmpty, let cell = extra.cell.flatMap({ CellReference($0) }) { cells = [cell] }
      entries.append(Entry(path: own, text: extra.label + "：" + extra.text, cells: cells))
    }
  }
}
