import Findings
import Foundation

extension CanonicalJSON {
  /// Reads a canonical document, a single form, or JSON Lines with one form a line; a byte order mark before them is passed
  /// over. Keys left out count as null; without its kind, a form is of the kind that its title names.
  ///
  /// - Parameter family: The forms that are known.
  /// - Throws: A refusal with line or path where this is no JSON, a key is unknown, or a value is not of its kind.
  public static func read(
    _ bytes: [UInt8], of family: FormFamily = .standard
  ) throws(Refusal) -> [TrackingForm] {
    var forms: [TrackingForm] = []
    do {
      try forEachForm(in: bytes, of: family) { forms.append($0) }
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw Refusal(.jsonSyntax, ["reason": String(describing: error)])
    }
    return forms
  }

  /// Reads one line of JSON Lines, a form of at most `TrackingForm.mostValues`.
  public static func readLine(
    _ line: some Collection<UInt8>, of family: FormFamily = .standard
  ) throws(Refusal) -> TrackingForm {
    let bytes = ArraySlice(line)
    let form = try convertingErrors(in: bytes) { () throws in
      try JSONDecoder().decode(JSONObject.self, from: Data(bytes)).form(of: family)
    }
    guard form.valueCount <= TrackingForm.mostValues else { throw .exceeded("valuesOfForm", TrackingForm.mostValues) }
    return form
  }

  /// Runs a reading step; what Foundation throws becomes a refusal with the JSON path.
  /// - Parameter bytes: What is read, to quote a value that is of the wrong kind.
  private static func convertingErrors<T>(
    in bytes: ArraySlice<UInt8>, _ step: () throws -> T
  ) throws(Refusal) -> T {
    do {
      return try step()
    } catch let refusal as Refusal {
      throw refusal
    } catch DecodingError.typeMismatch(let type, let context) {
      let found = JSONStructure.value(at: context.codingPath, in: bytes)
      throw Refusal(
        .jsonValue, at: found?.place ?? Place(),
        [
          "path": JSONObject.pathText(context.codingPath), "found": Self.quotation(of: found?.text),
          "expected": Self.kindName(type),
        ])
    } catch DecodingError.valueNotFound(let type, let context) {
      throw Refusal(
        .jsonValue,
        ["path": JSONObject.pathText(context.codingPath), "found": "null", "expected": Self.kindName(type)])
    } catch DecodingError.dataCorrupted(let context) {
      let detail = (context.underlyingError as NSError?)?.userInfo[NSDebugDescriptionErrorKey] as? String
      // The sentence around it has a full stop of its own.
      let reason = detail ?? context.debugDescription
      throw Refusal(.jsonSyntax, ["reason": reason.hasSuffix(".") ? String(reason.dropLast()) : reason])
    } catch {
      throw Refusal(.jsonSyntax, ["reason": String(describing: error)])
    }
  }

  private static func quotation(of text: ArraySlice<UInt8>?) -> String {
    let longest = 40
    guard let text else { return "?" }
    return String(decoding: text.prefix(longest), as: UTF8.self) + (text.count > longest ? "…" : "")
  }

  private static func kindName(_ type: any Any.Type) -> String {
    type == String.self ? "string" : type is any Collection.Type ? "array" : "object"
  }
}

extension JSONObject {
  fileprivate func form(of family: FormFamily) throws -> TrackingForm {
    let title = try text("title")
    let stated = try value("kind", expected: family.kinds.joined(separator: " ")) { family.definition(of: $0) }
    let definition = stated ?? family.definition(titled: title)
    try allow(definition.keys)
    var form = TrackingForm(title: title, definition: definition)
    for part in definition.parts {
      switch part {
      case .field(let field): try read(field, into: &form)
      case .group(let group):
        guard let object = try object(group.key.name) else { continue }
        try object.allow(group.fields.map(\.key.name))
        for field in group.fields { try object.read(field, into: &form) }
      case .budget(let budget): form.budget = try object("budget")?.budget(budget.funds) ?? Budget()
      case .indicators(let table): form.indicators = try objects("indicators").map { try $0.indicator(of: table) }
      }
    }
    form.source = try source()
    form.extras = try extras()
    return form
  }

  private func read<Owner>(_ field: Field<Owner>, into owner: inout Owner) throws {
    let key = field.key.name
    switch field.place {
    case .text(let path): owner[keyPath: path] = try text(key)
    case .month(let path): owner[keyPath: path] = try value(key, expected: "YYYY-MM") { YearMonth($0) }
    case .judgment(let path): owner[keyPath: path] = try judgment(key)
    case .value(let path): owner[keyPath: path] = try indicatorValue(key)
    }
  }

  private func budget(_ funds: [Fund]) throws -> Budget {
    try allow(funds.map(\.rawValue) + ["additional"])
    let columns = BudgetColumn.allCases.map(\.rawValue) + ["extras"]
    var budget = Budget()
    for fund in funds {
      guard let row = try object(fund.rawValue) else { continue }
      try row.allow(columns)
      let line = try row.budgetLine()
      budget[keyPath: fund.keyPath] = line.isEmpty ? nil : line
    }
    budget.additional = try objects("additional").map { row in
      try row.allow(columns + ["label", "partOf"])
      return AdditionalFund(
        label: try row.requiredText("label"), partOf: try row.text("partOf"), line: try row.budgetLine())
    }
    return budget
  }

  private func budgetLine() throws -> BudgetLine {
    var line = BudgetLine(extras: try extras())
    for column in BudgetColumn.allCases {
      line[keyPath: column.keyPath] = try value(column.rawValue, expected: "-?[0-9]+(\\.[0-9]+)?") {
        Decimal(plain: $0)
      }
    }
    return line
  }

  private func indicator(of table: IndicatorDefinition) throws -> Indicator {
    try allow(table.keys)
    var indicator = Indicator()
    for field in table.fields { try read(field, into: &indicator) }
    indicator.extras = try extras()
    return indicator
  }

  private func indicatorValue(_ key: String) throws -> IndicatorValue? {
    guard let object = try object(key) else { return nil }
    try object.allow(["text", "comparison", "amount", "unit"])
    let text = try object.requiredText("text")
    guard object.has("comparison") || object.has("amount") || object.has("unit") else {
      return IndicatorValue(text: text)
    }
    return IndicatorValue(
      text: text,
      comparison: try object.value("comparison", expected: "= ≥ ≤ > <") { Comparison(rawValue: $0) },
      amount: try object.value("amount", expected: "-?[0-9]+(\\.[0-9]+)?") { Decimal(plain: $0) == nil ? nil : $0 },
      unit: try object.text("unit"))
  }

  private func judgment(_ key: String) throws -> Judgment? {
    guard let object = try object(key) else { return nil }
    try object.allow(["text", "likelihood"])
    let text = try object.requiredText("text")
    guard object.has("likelihood") else { return Judgment(text: text) }
    return Judgment(
      text: text,
      likelihood: try object.value("likelihood", expected: "certain possible impossible") { Likelihood(rawValue: $0) })
  }

  private func source() throws -> Source? {
    guard let object = try object("source") else { return nil }
    try object.allow(["file", "sha256", "sheet", "cells"])
    let source = Source(
      file: try object.text("file"), sha256: try object.text("sha256"), sheet: try object.text("sheet"),
      cells: try object.text("cells"))
    return source == Source() ? nil : source
  }

  private func extras() throws -> [Extra] {
    try objects("extras").map { item in
      try item.allow(["label", "text", "cell"])
      return Extra(
        label: try item.requiredText("label"), text: try item.requiredText("text"), cell: try item.text("cell"))
    }
  }
}
