import Foundation
import Testing

@Suite("tracktable definition")
struct DefinitionTests {
  @Test func `all built-in forms are printed, relatives without what they share`() throws {
    let outcome = try Command.run("definition")
    #expect(outcome.status == 0)
    let document = try #require(
      try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    let forms = try #require(document["forms"] as? [[String: Any]])
    #expect(forms.map { $0["kind"] as? String } == ["monitoring", "tracking", "self-evaluation", "declaration"])
    #expect(forms[0]["relativeOf"] as? String == "tracking" && forms[0]["fields"] == nil)
    #expect(forms[0]["lacks"] as? [String] == ["periodBudget", "goals.actual", "planned", "assessment"])
    let fields = try #require(forms[1]["fields"] as? [[String: Any]])
    #expect(
      fields.map { $0["key"] as? String } == [
        "title", "period", "project", "supervisingDepartment", "implementingUnit", "budget", "goals", "indicators",
        "assessment", "correctiveMeasures",
      ])
    let page = try #require(forms[1]["page"] as? [String: Any])
    #expect((page["shares"] as? [Int])?.count == 8)
  }

  @Test func `one form is printed alone, and an unknown one is wrong usage`() throws {
    let outcome = try Command.run("definition", "--kind", "tracking")
    #expect(
      String(decoding: outcome.output, as: UTF8.self).hasPrefix(
        "{\n  \"kind\": \"tracking\",\n  \"title\": \"财政项目支出绩效跟踪表\""))
    #expect(try Command.run("definition", "--kind", "other").status == 64)
  }
}
