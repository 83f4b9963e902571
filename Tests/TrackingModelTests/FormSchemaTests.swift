import Foundation
import Testing
import TrackingModel

@Suite struct FormSchemaTests {
  @Test(arguments: [[Sample.full], [Sample.empty], []])
  func `what is written keeps the published schema`(forms: [TrackingForm]) throws {
    let schema = try JSONSerialization.jsonObject(
      with: Data(CanonicalJSON.documentSchema.document(id: "tracktable/1", title: "TrackTable")))
    let document = try JSONSerialization.jsonObject(with: Data(CanonicalJSON.document(forms)))
    #expect(violations(of: try #require(schema as? [String: Any]), in: document, at: "$") == [])
  }

  @Test func `the schema objects to what the contract forbids`() throws {
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(CanonicalJSON.formSchema.document(id: "x", title: "x")))
        as? [String: Any])
    var form = try #require(
      try JSONSerialization.jsonObject(with: Data(CanonicalJSON.line(Sample.full))) as? [String: Any])
    form["title"] = 7
    form["kind"] = "other"
    form["period"] = ["start": "2023-8", "end": NSNull()] as [String: Any]
    form["extras"] = nil
    form["other"] = "x"
    #expect(
      violations(of: schema, in: form, at: "$").sorted() == [
        "$.extras is missing", "$.kind is not an option", "$.other is unknown", "$.period.start has the wrong pattern",
        "$.title has the wrong type",
      ])
  }
}

/// A validator for as much of JSON Schema as the program publishes.
private func violations(of schema: [String: Any], in value: Any, at path: String) -> [String] {
  let types = (schema["type"] as? [String]) ?? [schema["type"] as? String ?? ""]
  if value is NSNull { return types.contains("null") ? [] : ["\(path) is null"] }
  if let text = value as? String, types.contains("string") {
    if let options = schema["enum"] as? [Any], !options.contains(where: { $0 as? String == text }) {
      return ["\(path) is not an option"]
    }
    if let pattern = schema["pattern"] as? String, text.range(of: pattern, options: .regularExpression) == nil {
      return ["\(path) has the wrong pattern"]
    }
    return []
  }
  if let array = value as? [Any], types.contains("array"), let items = schema["items"] as? [String: Any] {
    return array.enumerated().flatMap { violations(of: items, in: $1, at: "\(path)[\($0)]") }
  }
  if let object = value as? [String: Any], types.contains("object"),
    let properties = schema["properties"] as? [String: [String: Any]], let required = schema["required"] as? [String]
  {
    return required.filter { object[$0] == nil }.map { "\(path).\($0) is missing" }
      + object.flatMap { name, member in
        properties[name].map { violations(of: $0, in: member, at: "\(path).\(name)") } ?? ["\(path).\(name) is unknown"]
      }
  }
  return ["\(path) has the wrong type"]
}
