import Findings
import Foundation
import Testing

@testable import Publishing

@Suite struct JSONReportTests {
  private let settings = AppliedSettings(disabled: ["budget.zero"], severities: ["period.span": .error])

  private func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test(arguments: [SampleReport.all, [], [SampleReport.refused]])
  func theReportKeepsItsPublishedSchema(files: [ReportedFile]) throws {
    let schema = try object(JSONReport.schema.document(id: JSONReport.name, title: "report"))
    for language in Language.allCases {
      let report = try object(SampleReport.bytes(.json, files, language: language, settings: settings))
      #expect(schemaViolations(of: schema, in: report) == [])
    }
  }

  @Test func everythingASystemNeedsIsThere() throws {
    let report = try object(SampleReport.bytes(.json, settings: settings))
    #expect(report["schema"] as? String == "tracktable-report/1")
    let files = try #require(report["files"] as? [[String: Any]])
    #expect(files.map { $0["outcome"] as? String } == ["done", "refused", "done"])
    #expect(files[0]["counts"] as? [String: Int] == ["errors": 0, "warnings": 2, "notes": 1])
    let forms = try #require(files[0]["forms"] as? [[String: Any]])
    #expect(forms[0]["implementingUnit"] as? String == "房管办事处")
    let finding = try #require((forms[0]["findings"] as? [[String: Any]])?.first)
    #expect(finding["rule"] as? String == "budget.overspent")
    #expect(finding["cells"] as? String == "G7")
    #expect(finding["field"] as? String == "budget.currentYearAppropriation.periodExpenditure")
    #expect(finding["found"] as? String == "60.50")
    #expect(finding["expected"] as? String == "50.00")
    let summary = try #require(report["summary"] as? [String: Any])
    #expect(summary["outcomes"] as? [String: Int] == ["done": 2, "refused": 1, "unwritten": 0, "unchanged": 0])
    let rules = try #require(report["rules"] as? [String: Any])
    #expect(rules["disabled"] as? [String] == ["budget.zero"])
  }

  @Test func eachInputStandsOnALineOfItsOwn() throws {
    let lines = String(decoding: try SampleReport.bytes(.json), as: UTF8.self).split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix(#"{"file":"#) }.count == 3)
  }

  @Test func inputsLeaveMemoryAsTheyAreAdded() throws {
    let collected = SampleReport.Collected()
    let report = try Report(.json) { collected.bytes += $0 }
    try report.add(SampleReport.seed)
    #expect(String(decoding: collected.bytes, as: UTF8.self).contains("budget.overspent"))
  }

  @Test func theSameInputsGiveTheSameBytes() throws {
    for format in ReportFormat.allCases {
      #expect(try SampleReport.bytes(format) == SampleReport.bytes(format))
    }
  }
}

/// What a value has against the schema, for as much of JSON Schema as the program publishes.
func schemaViolations(of schema: [String: Any], in value: Any, at path: String = "$") -> [String] {
  let types = (schema["type"] as? [String]) ?? [schema["type"] as? String ?? ""]
  if value is NSNull { return types.contains("null") ? [] : ["\(path) is null"] }
  if let text = value as? String, types.contains("string") {
    guard let options = schema["enum"] as? [Any] else { return [] }
    return options.contains { $0 as? String == text } ? [] : ["\(path) is not an option"]
  }
  if value is Int, types.contains("integer") { return [] }
  if let array = value as? [Any], types.contains("array"), let items = schema["items"] as? [String: Any] {
    return array.enumerated().flatMap { schemaViolations(of: items, in: $1, at: "\(path)[\($0)]") }
  }
  if let object = value as? [String: Any], types.contains("object"),
    let properties = schema["properties"] as? [String: [String: Any]], let required = schema["required"] as? [String]
  {
    return required.filter { object[$0] == nil }.map { "\(path).\($0) is missing" }
      + object.flatMap { name, member in
        properties[name].map { schemaViolations(of: $0, in: member, at: "\(path).\(name)") }
          ?? ["\(path).\(name) is unknown"]
      }
  }
  return ["\(path) has the wrong type"]
}
