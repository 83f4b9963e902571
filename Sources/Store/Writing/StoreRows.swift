import Conversion
import Findings
import GRDB
import TrackingModel

/// The rows of an input on their way into the tables.
///
/// Used within one connection only.
final class StoreRows {
  private let schema: StoreSchema
  private let language: Language
  private let insertions: Insertions
  private let removals: [Statement]

  init(_ database: Database, _ schema: StoreSchema, language: Language) throws {
    self.schema = schema
    self.language = language
    insertions = try Insertions(database, schema)
    // From the leaves to the root: what a row is referred to by goes before it.
    removals = try schema.owned.reversed().map {
      try database.makeStatement(sql: "DELETE FROM \"\($0.name)\" WHERE file_id = ?")
    }
  }

  func remove(_ id: Int64) throws {
    for statement in removals { try statement.execute(arguments: [id]) }
  }

  /// - Parameter forms: Hands over the forms in their order.
  func add(
    _ file: StoredFile, _ id: Int64, _ findings: [Finding], forms: ((StoredForm) throws -> Void) throws -> Void
  ) throws {
    try insertions.file.execute(arguments: [
      id, file.path, file.name, file.sha256, file.size, file.isDone ? "done" : "refused", file.forms, file.settings,
    ])
    var number = 0
    var findingNumber = 0
    try forms { stored in
      number += 1
      try add(stored.form, id, number, stored.findings)
      for (field, cells) in stored.cells {
        for cell in cells.count > 1 ? Set(cells).sorted() : cells {
          try insertions.sourceCell.execute(arguments: [id, number, field, cell])
        }
      }
      for finding in stored.findings {
        findingNumber += 1
        try add(finding, of: file.path, id, findingNumber, form: number)
      }
    }
    for finding in findings {
      findingNumber += 1
      try add(finding, of: file.path, id, findingNumber, form: nil)
    }
  }

  private func add(_ form: TrackingForm, _ id: Int64, _ number: Int, _ findings: [Finding]) throws {
    var values: [(any DatabaseValueConvertible)?] = [id, number, form.kind.rawValue]
    values.append(schema.form.texts(of: form, kind: form.kind))
    for severity in [Severity.error, .warning, .note] { values.append(findings.count { $0.severity == severity }) }
    let source = form.source ?? Source()
    values.append([source.file, source.sha256, source.sheet, source.cells])
    try insertions.form.execute(arguments: StatementArguments(values))
    var extras = ExtraNumbers(file: id, form: number)
    for extra in form.extras { try add(extra, &extras) }
    var lineNumber = 0
    for fund in form.definition.budget.funds {
      guard let line = form.budget[keyPath: fund.keyPath] else { continue }
      lineNumber += 1
      try add(line, lineNumber, [fund.rawValue, fund.officialLabel, nil], &extras)
    }
    for fund in form.budget.additional {
      lineNumber += 1
      try add(fund.line, lineNumber, [nil, fund.label, fund.partOf], &extras)
    }
    for (index, indicator) in form.indicators.enumerated() {
      var values: [(any DatabaseValueConvertible)?] = [id, number, index + 1]
      values.append(schema.indicator.texts(of: indicator, kind: form.kind))
      try insertions.indicator.execute(arguments: StatementArguments(values))
      for extra in indicator.extras { try add(extra, &extras, indicator: index + 1) }
    }
  }

  private func add(_ line: BudgetLine, _ number: Int, _ identity: [String?], _ extras: inout ExtraNumbers) throws {
    var values: [(any DatabaseValueConvertible)?] = [extras.file, extras.form, number]
    values.append(identity + BudgetColumn.allCases.map { line[keyPath: $0.keyPath]?.amountText })
    try insertions.budgetLine.execute(arguments: StatementArguments(values))
    for extra in line.extras { try add(extra, &extras, line: number) }
  }

  private func add(_ extra: Extra, _ numbers: inout ExtraNumbers, line: Int? = nil, indicator: Int? = nil) throws {
    numbers.last += 1
    try insertions.extra.execute(arguments: [
      numbers.file, numbers.form, numbers.last, line, indicator, extra.label.storable, extra.text.storable,
      extra.cell?.storable,
    ])
  }

  private func add(_ finding: Finding, of path: String, _ id: Int64, _ number: Int, form: Int?) throws {
    let place = finding.place
    try insertions.finding.execute(arguments: [
      id, number, form, finding.rule.name, finding.severity.rawValue, finding.message(in: language).storable,
      finding.advice(in: language)?.storable, place.file == path ? nil : place.file?.storable, place.sheet?.storable,
      place.cells?.a1, place.field?.storable, place.position?.part?.storable, place.position?.line,
      place.position?.column, place.position?.byteOffset, finding.valuesJSON,
    ])
  }

  /// How many extras a form has so far.
  private struct ExtraNumbers {
    let file: Int64
    let form: Int
    var last = 0
  }
}

/// The statements that put rows into the tables.
private struct Insertions {
  let file, form, budgetLine, indicator, extra, finding, sourceCell: Statement

  init(_ database: Database, _ schema: StoreSchema) throws {
    func statement(_ table: StoreTable) throws -> Statement { try database.makeStatement(sql: table.insertion) }
    file = try statement(schema.file)
    form = try statement(schema.forms)
    budgetLine = try statement(schema.budgetLine)
    indicator = try statement(schema.indicators)
    extra = try statement(schema.extra)
    finding = try statement(schema.finding)
    sourceCell = try statement(schema.sourceCell)
  }
}

extension [(any DatabaseValueConvertible)?] {
  fileprivate mutating func append(_ texts: [String?]) {
    for text in texts { append(text?.storable) }
  }
}

extension String {
  /// Without the character NUL, at which SQLite takes a text to end; a conversion has said so (`output.character`).
  fileprivate var storable: String { utf8.contains(0) ? filter { $0 != "\0" } : self }
}

extension Finding {
  /// What fills its words, as a JSON object with its keys in order.
  fileprivate var valuesJSON: String {
    var text = JSONText(.compact)
    text.object { for (name, value) in values.sorted(by: { $0.key < $1.key }) { $0.member(name, value) } }
    return text.string
  }
}
