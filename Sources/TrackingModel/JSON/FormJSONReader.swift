import Findings
import Foundation

extension CanonicalJSON {
  /// Reads a canonical document, a single form, or JSON Lines with one form a line; a byte order mark before them is passed
  /// over. Keys left out count as null.
  ///
  /// - Throws: A refusal with line or path where this is no JSON, a key is unknown, or a value is not of its kind.
  public static func read(_ bytes: [UInt8]) throws(Refusal) -> [TrackingForm] {
    var forms: [TrackingForm] = []
    do {
      try forEachForm(in: bytes) { forms.append($0) }
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw Refusal(.jsonSyntax, ["reason": String(describing: error)])
    }
    return forms
  }

  /// Reads one line of JSON Lines.
  public static func readLine(_ line: some Collection<UInt8>) throws(Refusal) -> TrackingForm {
    let object = try decode(line)
    return try convertingErrors { () throws in try object.form() }
  }

  private static func decode(_ bytes: some Collection<UInt8>) throws(Refusal) -> JSONObject {
    try convertingErrors { () throws in try JSONDecoder().decode(JSONObject.self, from: Data(bytes)) }
  }

  /// Runs a reading step; what Foundation throws becomes a refusal with the JSON path.
  private static func convertingErrors<T>(_ step: () throws -> T) throws(Refusal) -> T {
    do {
      return try step()
    } catch let refusal as Refusal {
      throw refusal
    } catch DecodingError.typeMismatch(let type, let context) {
      throw Refusal(
        .jsonValue,
        ["path": JSONObject.pathText(context.codingPath), "found": "?", "expected": Self.kindName(type)])
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

  private static func kindName(_ type: any Any.Type) -> String {
    type == String.self ? "string" : type is any Collection.Type ? "array" : "object"
  }
}

extension JSONObject {
  fileprivate func form() throws -> TrackingForm {
    try allow(
      "title", "period", "project", "supervisingDepartment", "implementingUnit", "budget", "goals", "indicators",
      "assessment", "correctiveMeasures", "source", "extras")
    let period = try object("period")
    try period?.allow("start", "end")
    let goals = try object("goals")
    try goals?.allow("expected", "actual")
    let assessment = try object("assessment")
    try assessment?.allow("budgetCompletion", "goalCompletion")
    return TrackingForm(
      title: try text("title"),
      period: TrackingPeriod(start: try period?.month("start"), end: try period?.month("end")),
      project: try entity("project"),
      supervisingDepartment: try entity("supervisingDepartment"),
      implementingUnit: try entity("implementingUnit"),
      budget: try object("budget")?.budget() ?? Budget(),
      goals: Goals(expected: try goals?.text("expected"), actual: try goals?.text("actual")),
      indicators: try objects("indicators").map { try $0.indicator() },
      assessment: Assessment(
        budgetCompletion: try assessment?.judgement("budgetCompletion"),
        goalCompletion: try assessment?.judgement("goalCompletion")),
      correctiveMeasures: try text("correctiveMeasures"),
      source: try source(),
      extras: try extras())
  }

  private func month(_ key: String) throws -> YearMonth? {
    try value(key, expected: "YYYY-MM") { YearMonth($0) }
  }

  private func entity(_ key: String) throws -> NamedEntity {
    guard let object = try object(key) else { return NamedEntity() }
    try object.allow("code", "name")
    return NamedEntity(code: try object.text("code"), name: try object.text("name"))
  }

  private func budget() throws -> Budget {
    try allow("total", "currentYearAppropriation", "carryOver", "otherFunds", "additional")
    var budget = Budget()
    for fund in Fund.allCases {
      guard let row = try object(fund.rawValue) else { continue }
      try row.allow("initialBudget", "periodBudget", "periodExpenditure", "executionRate", "extras")
      let line = try row.budgetLine()
      budget[keyPath: fund.keyPath] = line.isEmpty ? nil : line
    }
    budget.additional = try objects("additional").map { row in
      try row.allow(
        "label", "partOf", "initialBudget", "periodBudget", "periodExpenditure", "executionRate", "extras")
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

  private func indicator() throws -> Indicator {
    try allow("level1", "level2", "name", "target", "planned", "actual", "deviationReason", "extras")
    return Indicator(
      level1: try text("level1"), level2: try text("level2"), name: try text("name"),
      target: try indicatorValue("target"), planned: try indicatorValue("planned"),
      actual: try indicatorValue("actual"), deviationReason: try text("deviationReason"), extras: try extras())
  }

  private func indicatorValue(_ key: String) throws -> IndicatorValue? {
    guard let object = try object(key) else { return nil }
    try object.allow("text", "comparison", "amount", "unit")
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

  private func judgement(_ key: String) throws -> Judgement? {
    guard let object = try object(key) else { return nil }
    try object.allow("text", "likelihood")
    let text = try object.requiredText("text")
    guard object.has("likelihood") else { return Judgement(text: text) }
    return Judgement(
      text: text,
      likelihood: try object.value("likelihood", expected: "certain possible impossible") { Likelihood(rawValue: $0) })
  }

  private func source() throws -> Source? {
    guard let object = try object("source") else { return nil }
    try object.allow("file", "sha256", "sheet", "cells")
    let source = Source(
      file: try object.text("file"), sha256: try object.text("sha256"), sheet: try object.text("sheet"),
      cells: try object.text("cells"))
    return source == Source() ? nil : source
  }

  private func extras() throws -> [Extra] {
    try objects("extras").map { item in
      try item.allow("label", "text", "cell")
      return Extra(
        label: try item.requiredText("label"), text: try item.requiredText("text"), cell: try item.text("cell"))
    }
  }
}
