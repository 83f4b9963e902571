@testable import PageServer

/// Holds values against the schemas of the OpenAPI description, more strictly than JSON Schema does: an object has no property that the schema does not
/// name. Remembers which properties it has met.
struct SchemaCheck {
  private let document: JSONValue
  private(set) var met: Set<String> = []

  init(_ document: JSONValue) { self.document = document }

  /// What a reference stands for: `#/components/schemas/Problem`.
  func resolved(_ schema: JSONValue) -> JSONValue {
    guard let reference = schema["$ref"].string else { return schema }
    return resolved(reference.split(separator: "/").dropFirst().reduce(document) { $0[String($1)] })
  }

  /// Every property that a component names, as `Finding.sheet`.
  func properties(of component: String) -> Set<String> {
    func walk(_ schema: JSONValue, _ path: String) -> Set<String> {
      if schema["$ref"] != .null { return [] }
      return schema["properties"].keys.reduce(into: walkItems(schema, path)) { names, key in
        names.insert("\(path).\(key)")
        names.formUnion(walk(schema["properties"][key], "\(path).\(key)"))
      }
    }
    func walkItems(_ schema: JSONValue, _ path: String) -> Set<String> {
      schema["items"] == .null ? [] : walk(schema["items"], path)
    }
    return walk(document["components"]["schemas"][component], component)
  }

  /// - Returns: What is wrong; nothing where the value is as the schema says.
  mutating func problems(_ value: JSONValue, _ schema: JSONValue, at path: String = "") -> [String] {
    if let reference = schema["$ref"].string {
      return problems(value, resolved(schema), at: String(reference.split(separator: "/").last ?? ""))
    }
    if schema["anyOf"] != .null {
      var copy = self
      for choice in schema["anyOf"].array where copy.problems(value, choice, at: path).isEmpty {
        return problems(value, choice, at: path)
      }
      return ["\(path): none of the choices"]
    }
    if schema["enum"] != .null { return schema["enum"].array.contains(value) ? [] : ["\(path): not of the list"] }
    switch (schema["type"].string, value) {
    case ("string", .string), ("boolean", .bool): return []
    case ("number", .number): return []
    case ("integer", .number(let number)):
      if number.rounded() != number { return ["\(path): no integer"] }
      if case .number(let least) = schema["minimum"], number < least { return ["\(path): below \(least)"] }
      return []
    case ("array", .array(let items)): return items.flatMap { problems($0, schema["items"], at: path) }
    case ("object", .object(let members)):
      // One that says nothing of its members is described elsewhere.
      guard schema["properties"] != .null else { return [] }
      var found = schema["required"].strings.filter { members[$0] == nil }.map { "\(path).\($0) is missing" }
      for (key, member) in members {
        guard schema["properties"].keys.contains(key) else {
          found.append("\(path).\(key) is not described")
          continue
        }
        met.insert("\(path).\(key)")
        found += problems(member, schema["properties"][key], at: "\(path).\(key)")
      }
      return found
    default: return ["\(path): not of the type"]
    }
  }
}
