import Findings
import Foundation
import TrackingModel

/// Where typed values go in a form, each read as its kind of field is read from a file.
extension TrackingForm {
  /// What stands in a field or, where several fields are printed as one value, in all of them.
  func words(of key: FieldKey) -> String? {
    if let field = definition.field(key) { return field.text(in: self) }
    guard let group = definition.group(key) else { return nil }
    switch group.style {
    case .entity(let path): return self[keyPath: path].printed
    case .period(let path):
      let period = self[keyPath: path]
      if period.start == nil, period.end == nil { return nil }
      return "\(period.start?.description ?? "?") 至 \(period.end?.description ?? "?")"
    case .block: return nil
    }
  }

  /// - Throws: A refusal where the funds have no such column.
  mutating func type(_ correction: Correction, into fund: Fund) throws(Refusal) -> [Finding] {
    guard let column = correction.field.key.flatMap({ BudgetColumn(rawValue: $0.name) }),
      definition.budget.funds.contains(fund)
    else { throw correction.field.isNoField }
    var line = budget[keyPath: fund.keyPath] ?? BudgetLine()
    let reading: Reading<Decimal?>
    if column == .executionRate {
      let computed = RateReader.computed(expenditure: line.periodExpenditure, budget: line.periodBudget)
      reading = RateReader.read(correction.text, computed: computed)
    } else {
      reading = AmountReader.read(correction.text, unit: .assumed)
    }
    line[keyPath: column.keyPath] = reading.value
    budget[keyPath: fund.keyPath] = line.isEmpty ? nil : line
    return reading.findings
  }

  /// A level is that of all indicators that the page shows it for in one cell.
  ///
  /// - Throws: A refusal where there is no such indicator.
  mutating func type(
    _ correction: Correction, into field: IndicatorField, ofIndicator number: Int
  ) throws(Refusal) -> [Finding] {
    // The page of a form without indicators has a row for one.
    if indicators.isEmpty, number == 0 { indicators.append(Indicator()) }
    guard indicators.indices.contains(number) else { throw correction.field.isNoField }
    var rows = number...number
    if field.key == definition.page.merged, let level = field.text(in: indicators[number]) {
      func isSame(_ row: Int) -> Bool { indicators.indices.contains(row) && field.text(in: indicators[row]) == level }
      while isSame(rows.lowerBound - 1) { rows = (rows.lowerBound - 1)...rows.upperBound }
      while isSame(rows.upperBound + 1) { rows = rows.lowerBound...(rows.upperBound + 1) }
    }
    var findings: [Finding] = []
    for row in rows { findings = Self.type(correction.text, into: field, of: &indicators[row]) }
    return findings
  }

  /// - Throws: A refusal where the form has no such field.
  mutating func type(_ correction: Correction, intoFormField key: FieldKey) throws(Refusal) -> [Finding] {
    if let field = definition.field(key), field.kind != .title {
      return Self.type(correction.text, into: field, of: &self)
    }
    guard let group = definition.group(key) else { throw correction.field.isNoField }
    switch group.style {
    case .block: throw correction.field.isNoField
    case .entity:
      let reading = EntityReader.read(correction.text)
      for field in group.fields {
        Self.put(field.kind == .code ? reading.value.code : reading.value.name, into: field, of: &self)
      }
      // That a code was split off is no news to the one who typed it.
      return reading.findings.filter { $0.rule != .codeSplit }
    case .period(let path):
      let year = (self[keyPath: path].end ?? self[keyPath: path].start)?.year
      let reading = PeriodReader.read(correction.text, year: year)
      let months = [reading.value.start, reading.value.end]
      for (field, month) in zip(group.fields.filter { $0.kind == .month }, months) {
        Self.put(month?.description, into: field, of: &self)
      }
      return reading.findings
    }
  }

  private static func type<Owner>(_ text: String, into field: Field<Owner>, of owner: inout Owner) -> [Finding] {
    switch field.place {
    case .value(let path):
      let reading = IndicatorValueReader.read(text)
      owner[keyPath: path] = reading.value
      return reading.findings
    case .judgment(let path):
      let reading = JudgmentReader.read(text)
      owner[keyPath: path] = reading.value
      return reading.findings
    case .month(let path):
      let reading = PeriodReader.read(text, year: owner[keyPath: path]?.year)
      owner[keyPath: path] = reading.value.end
      return reading.findings.filter { $0.rule != .periodFromJanuary }
    case .text(let path):
      if field.kind == .prose {
        owner[keyPath: path] = TextReader.prose(text)
        return []
      }
      let reading = TextReader.line(text)
      owner[keyPath: path] = field.kind == .level ? reading.value.map { level($0, field.key) } : reading.value
      return reading.findings
    }
  }

  /// The catalog's name where the words spell one.
  private static func level(_ words: String, _ key: FieldKey) -> String {
    (key == .level1 ? IndicatorCatalog.level1(words) : key == .level2 ? IndicatorCatalog.level2(words) : nil)
      ?? words
  }

  private static func put(_ text: String?, into field: FormField, of form: inout TrackingForm) {
    switch field.place {
    case .text(let path): form[keyPath: path] = text
    case .month(let path): form[keyPath: path] = text.flatMap { YearMonth($0) }
    case .value, .judgment: break
    }
  }
}
