import Foundation
import TrackingModel

/// Forms as fields of a line: how they cross the pipe to an output that is gathered as a workbook or table. Canonical JSON
/// says the same, but takes ten times as long to read, and one process reads what all workers have made.
extension FieldLineWriter {
  mutating func add(_ form: TrackingForm) {
    let definition = form.definition
    add(definition.kind.rawValue)
    for field in definition.fields { add(field, of: form) }
    for fund in definition.budget.funds {
      let line = form.budget[keyPath: fund.keyPath]
      add(line != nil)
      if let line { add(line) }
    }
    add(form.budget.additional) {
      $0.add($1.label)
      $0.add($1.partOf)
      $0.add($1.line)
    }
    add(form.indicators) { line, indicator in
      for field in definition.indicators.fields { line.add(field, of: indicator) }
      line.add(indicator.extras)
    }
    add(form.source != nil)
    if let source = form.source { for text in [source.file, source.sha256, source.sheet, source.cells] { add(text) } }
    add(form.extras)
  }

  private mutating func add<Owner>(_ field: Field<Owner>, of owner: Owner) {
    switch field.place {
    case .text(let path): add(owner[keyPath: path])
    case .month(let path): add(owner[keyPath: path]?.description)
    case .judgment(let path):
      add(owner[keyPath: path]?.text)
      add(owner[keyPath: path]?.likelihood?.rawValue)
    case .value(let path):
      let value = owner[keyPath: path]
      add(value?.text)
      guard let value else { return }
      for text in [value.comparison?.rawValue, value.amount, value.unit] { add(text) }
    }
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
}

extension FieldLineReader {
  /// - Parameter family: The forms that are known.
  mutating func form(of family: FormFamily = .standard) throws(Malformed) -> TrackingForm {
    guard let definition = family.definition(of: try text()) else { throw Malformed() }
    var form = TrackingForm(definition: definition)
    for field in definition.fields { try read(field, into: &form) }
    for fund in definition.budget.funds where try flag() { form.budget[keyPath: fund.keyPath] = try budgetLine() }
    for _ in 0..<(try count()) {
      form.budget.additional.append(
        AdditionalFund(label: try text(), partOf: try optionalText(), line: try budgetLine()))
    }
    for _ in 0..<(try count()) {
      var indicator = Indicator()
      for field in definition.indicators.fields { try read(field, into: &indicator) }
      indicator.extras = try extras()
      form.indicators.append(indicator)
    }
    if try flag() {
      form.source = Source(
        file: try optionalText(), sha256: try optionalText(), sheet: try optionalText(), cells: try optionalText())
    }
    form.extras = try extras()
    return form
  }

  private mutating func read<Owner>(_ field: Field<Owner>, into owner: inout Owner) throws(Malformed) {
    switch field.place {
    case .text(let path): owner[keyPath: path] = try optionalText()
    case .month(let path): owner[keyPath: path] = try optionalText().flatMap { YearMonth($0) }
    case .judgment(let path): owner[keyPath: path] = try judgment()
    case .value(let path): owner[keyPath: path] = try value()
    }
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

  private mutating func value() throws(Malformed) -> IndicatorValue? {
    guard let text = try optionalText() else { return nil }
    return IndicatorValue(
      text: text, comparison: try optionalText().flatMap { Comparison(rawValue: $0) }, amount: try optionalText(),
      unit: try optionalText())
  }

  private mutating func judgment() throws(Malformed) -> Judgment? {
    let words = try optionalText()
    let likelihood = try optionalText().flatMap { Likelihood(rawValue: $0) }
    return words.map { Judgment(text: $0, likelihood: likelihood) }
  }
}
