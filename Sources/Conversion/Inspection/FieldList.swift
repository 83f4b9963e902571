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

  init(of recognized: RecognizedForm) {
    sources = recognized.sources
    let form = recognized.form
    add(.title, form.title)
    for part in form.definition.parts {
      switch part {
      case .field(let field): add(FieldPath(field.key), field.text(in: form))
      case .group(let group): add(group, of: form)
      case .budget(let budget): add(form.budget, budget.funds)
      case .indicators(let table):
        for (index, indicator) in form.indicators.enumerated() { add(.indicator(index), indicator, table.fields) }
      }
    }
    add(FieldPath(.form, .whole), form.extras)
  }

  private mutating func add(_ path: FieldPath, _ text: String?) {
    entries.append(Entry(path: path.description, text: text, cells: sources[path]))
  }

  private mutating func add(_ group: FieldGroup, of form: TrackingForm) {
    for field in group.fields {
      let path = FieldPath(field.key)
      guard field.kind == .code else {
        add(path, field.text(in: form))
        continue
      }
      // A code is only shown where the form has it.
      guard let code = field.text(in: form) else { continue }
      let cells = sources[path]
      // A code printed before a name stands in the name's cell.
      let name = group.fields.first { $0.kind == .name }.map { sources[FieldPath($0.key)] } ?? []
      entries.append(Entry(path: path.description, text: code, cells: cells.isEmpty ? name : cells))
    }
  }

  private mutating func add(_ budget: Budget, _ funds: [Fund]) {
    for fund in funds {
      if let line = budget[keyPath: fund.keyPath] {
        add(.budget(fund), line)
      } else {
        add(.budget(fund), nil as String?)
      }
    }
    for (index, fund) in budget.additional.enumerated() {
      add(FieldPath.additionalFund(index).field(.label), fund.label)
      add(.additionalFund(index), fund.line)
    }
  }

  private mutating func add(_ path: FieldPath, _ line: BudgetLine) {
    for column in BudgetColumn.allCases { add(path.field(.column(column)), line[keyPath: column.keyPath]?.amountText) }
    add(path, line.extras)
  }

  /// An indicator's fields are only shown where it has them, but for its name.
  private mutating func add(_ path: FieldPath, _ indicator: Indicator, _ fields: [IndicatorField]) {
    for field in fields {
      let text = field.text(in: indicator)
      if text != nil || field.kind == .name { add(path.field(field.key), text) }
    }
    add(path, indicator.extras)
  }

  private mutating func add(_ owner: FieldPath, _ extras: [Extra]) {
    for (index, extra) in extras.enumerated() {
      let path = owner.extra(index)
      var cells = sources[path]
      if cells.isEmpty, let cell = extra.cell.flatMap({ CellReference($0) }) { cells = [cell] }
      entries.append(Entry(path: path.description, text: extra.label + "：" + extra.text, cells: cells))
    }
  }
}
