import Foundation
import TrackingModel

/// Forms as fields of a line: how they cross the pipe to an output that is gathered as a workbook or table. Canonical JSON
/// says the same, but takes ten times as long to read, and one process reads what all workers have made.
extension FieldLineWriter {
  mutating func add(_ form: TrackingForm) {
    add(form.title)
    add(form.period.start?.description)
    add(form.period.end?.description)
    for entity in [form.project, form.supervisingDepartment, form.implementingUnit] {
      add(entity.code)
      add(entity.name)
    }
    for fund in Fund.allCases {
      let line = form.budget[keyPath: fund.keyPath]
      add(line != nil)
      if let line { add(line) }
    }
    add(form.budget.additional) {
      $0.add($1.label)
      $0.add($1.partOf)
      $0.add($1.line)
    }
    add(form.goals.expected)
    add(form.goals.actual)
    add(form.indicators) { $0.add($1) }
    for judgement in [form.assessment.budgetCompletion, form.assessment.goalCompletion] {
      add(judgement?.text)
      add(judgement?.likelihood?.rawValue)
    }
    add(form.correctiveMeasures)
    add(form.source != nil)
    if let source = form.source { for text in [source.file, source.sha256, source.sheet, source.cells] { add(text) } }
    add(form.extras)
  }

  private mutating func add<T>(_ items: [T], _ body: (inout FieldLineWriter, T) -> Void) {
    add(items.count)
    for item in items { body(&self, item) }
  }

  private mutating func add(_ extras: [Extra]) {
    add(extras) {
      $0.add($1.label)
      $0.add($1.text)
      $0.add($1.cell)
    }
  }

  private mutating func add(_ line: BudgetLine) {
    for column in BudgetColumn.allCases { add(line[keyPath: column.keyPath]?.description) }
    add(line.extras)
  }

  private mutating func add(_ indicator: Indicator) {
    for text in [indicator.level1, indicator.level2, indicator.name] { add(text) }
    for value in [indicator.target, indicator.planned, indicator.actual] {
      add(value?.text)
      guard let value else { continue }
      for text in [value.comparison?.rawValue, value.amount, value.unit] { add(text) }
    }
    add(indicator.deviationReason)
    add(indicator.extras)
  }
}

extension FieldLineReader {
  mutating func form() throws(Malformed) -> TrackingForm {
    var form = TrackingForm(title: try optionalText())
    form.period.start = try optionalText().flatMap { YearMonth($0) }
    form.period.end = try optionalText().flatMap { YearMonth($0) }
    form.project = NamedEntity(code: try optionalText(), name: try optionalText())
    form.supervisingDepartment = NamedEntity(code: try optionalText(), name: try optionalText())
    form.implementingUnit = NamedEntity(code: try optionalText(), name: try optionalText())
    for fund in Fund.allCases where try flag() { form.budget[keyPath: fund.keyPath] = try budgetLine() }
    for _ in 0..<(try count()) {
      form.budget.additional.append(
        AdditionalFund(label: try text(), partOf: try optionalText(), line: try budgetLine()))
    }
    form.goals = Goals(expected: try optionalText(), actual: try optionalText())
    for _ in 0..<(try count()) { form.indicators.append(try indicator()) }
    form.assessment = Assessment(budgetCompletion: try judgement(), goalCompletion: try judgement())
    form.correctiveMeasures = try optionalText()
    if try flag() {
      form.source = Source(
        file: try optionalText(), sha256: try optionalText(), sheet: try optionalText(), cells: try optionalText())
    }
    form.extras = try extras()
    return form
  }

  private mutating func extras() throws(Malformed) -> [Extra] {
    var extras: [Extra] = []
    for _ in 0..<(try count()) {
      extras.append(Extra(label: try text(), text: try text(), cell: try optionalText()))
    }
    return extras
  }

  private mutating func budgetLine() throws(Malformed) -> BudgetLine {
    var line = BudgetLine()
    for column in BudgetColumn.allCases {
      line[keyPath: column.keyPath] = try optionalText().flatMap { Decimal(plain: $0) }
    }
    line.extras = try extras()
    return line
  }

  private mutating func indicator() throws(Malformed) -> Indicator {
    var indicator = Indicator(level1: try optionalText(), level2: try optionalText(), name: try optionalText())
    indicator.target = try value()
    indicator.planned = try value()
    indicator.actual = try value()
    indicator.deviationReason = try optionalText()
    indicator.extras = try extras()
    return indicator
  }

  private mutating func value() throws(Malformed) -> IndicatorValue? {
    guard let text = try optionalText() else { return nil }
    return IndicatorValue(
      text: text, comparison: try optionalText().flatMap { Comparison(rawValue: $0) }, amount: try optionalText(),
      unit: try optionalText())
  }

  private mutating func judgement() throws(Malformed) -> Judgement? {
    let words = try optionalText()
    let likelihood = try optionalText().flatMap { Likelihood(rawValue: $0) }
    return words.map { Judgement(text: $0, likelihood: likelihood) }
  }
}
