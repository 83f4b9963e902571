import Conversion
import Foundation
import GRDB
import TrackingModel

/// Forms out of their rows.
struct FormRows {
  private let schema: StoreSchema
  private let forms, lines, indicators, extras: Statement

  init(_ database: Database, _ schema: StoreSchema) throws {
    self.schema = schema
    func select(_ table: StoreTable, _ columns: [StoreColumn], where condition: String) throws -> Statement {
      // What a store from before a field came lacks is null.
      let present = Set(try database.columns(in: table.name).map(\.name))
      let list = columns.map { present.contains($0.name) ? "\"\($0.name)\"" : "NULL" }.joined(separator: ", ")
      return try database.cachedStatement(
        sql: "SELECT \(list) FROM \"\(table.name)\" WHERE file_id = ? AND \(condition)")
    }
    func own(_ table: StoreTable) -> [StoreColumn] { Array(table.columns.dropFirst(2)) }
    forms = try select(schema.forms, own(schema.forms), where: "form_no = ?")
    lines = try select(schema.budgetLine, own(schema.budgetLine), where: "form_no = ? ORDER BY line_no")
    indicators = try select(schema.indicators, own(schema.indicators), where: "form_no = ? ORDER BY indicator_no")
    extras = try select(schema.extra, own(schema.extra), where: "form_no = ? ORDER BY extra_no")
  }

  /// - Throws: `StoreFault` where a row says what no form can.
  func form(_ number: Int, of file: Int64) throws -> TrackingForm {
    let key: StatementArguments = [file, number]
    guard let row = try Row.fetchOne(forms, arguments: key) else { throw StoreFault("form \(number)") }
    let word = try row.requiredText(0)
    guard let definition = schema.family.definition(of: word) else { throw StoreFault("kind = \(word)") }
    var form = TrackingForm(definition: definition)
    let ownFields = 1..<(1 + schema.form.columns.count)
    try schema.form.set(row.texts(ownFields), kind: definition.kind, in: &form)
    let source = try row.texts((row.count - StoreSchema.source.count)..<row.count)
    form.source = Source(file: source[0], sha256: source[1], sheet: source[2], cells: source[3])
    if form.source == Source() { form.source = nil }
    let extras = try Extras(Row.fetchAll(extras, arguments: key))
    form.extras = extras.ofForm
    for row in try Row.fetchAll(lines, arguments: key) { try add(row, extras, to: &form.budget) }
    for row in try Row.fetchAll(indicators, arguments: key) {
      var indicator = Indicator()
      try schema.indicator.set(row.texts(1..<row.count), kind: definition.kind, in: &indicator)
      indicator.extras = extras.ofIndicators[try row.requiredInteger(0)] ?? []
      form.indicators.append(indicator)
    }
    return form
  }

  private func add(_ row: Row, _ extras: Extras, to budget: inout Budget) throws {
    let texts = try row.texts(1..<row.count)
    var line = BudgetLine(extras: extras.ofLines[try row.requiredInteger(0)] ?? [])
    for (column, text) in zip(BudgetColumn.allCases, texts.dropFirst(3)) {
      guard let text else { continue }
      guard let amount = Decimal(plain: text) else { throw StoreFault("\(column.rawValue) = \(text)") }
      line[keyPath: column.keyPath] = amount
    }
    if let key = texts[0] {
      let known = schema.family.definitions.lazy.flatMap(\.budget.funds).first { $0.rawValue == key }
      guard let known else { throw StoreFault("fund = \(key)") }
      budget[keyPath: known.keyPath] = line
    } else {
      budget.additional.append(AdditionalFund(label: texts[1] ?? "", partOf: texts[2], line: line))
    }
  }

  /// The extras of a form by what they belong to.
  private struct Extras {
    var ofForm: [Extra] = []
    var ofLines: [Int: [Extra]] = [:]
    var ofIndicators: [Int: [Extra]] = [:]

    init(_ rows: [Row]) throws(StoreFault) {
      for row in rows {
        let extra = Extra(label: try row.requiredText(3), text: try row.requiredText(4), cell: try row.text(5))
        if let line = try row.integer(1) {
          ofLines[line, default: []].append(extra)
        } else if let indicator = try row.integer(2) {
          ofIndicators[indicator, default: []].append(extra)
        } else {
          ofForm.append(extra)
        }
      }
    }
  }
}
