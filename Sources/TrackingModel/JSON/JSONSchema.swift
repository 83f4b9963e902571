/// A JSON Schema (builder 2020-12), built as data and written as text: every published contract of the program is made of it.
public indirect enum JSONSchema: Sendable {
  /// A string; `pattern` is an ECMA-262 regular expression without anchors, matched as a whole.
  case string(pattern: String? = nil, description: String? = nil)
  /// One of these strings.
  case choice([String], description: String? = nil)
  case integer(description: String? = nil)
  /// An object with exactly these members, all required.
  case object([(name: String, value: JSONSchema)], description: String? = nil)
  case array(of: JSONSchema, description: String? = nil)
  /// The value or null.
  case nullable(JSONSchema)

  /// The schema as a document of its own.
  public func document(id: String, title: String) -> [UInt8] {
    var text = JSONText()
    text.object {
      $0.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      $0.member("$id", id)
      $0.member("title", title)
      members(into: &$0, nullable: false)
    }
    text.endLine()
    return text.bytes
  }

  private func write(into text: inout JSONText, nullable: Bool = false) {
    if case .nullable(let value) = self { return value.write(into: &text, nullable: true) }
    text.object { members(into: &$0, nullable: nullable) }
  }

  private func members(into text: inout JSONText, nullable: Bool) {
    switch self {
    case .nullable(let value): value.members(into: &text, nullable: true)
    case .string(let pattern, let description):
      head("string", nullable, description, into: &text)
      if let pattern { text.member("pattern", "^(?:\(pattern))$") }
    case .choice(let options, let description):
      head("string", nullable, description, into: &text)
      text.key("enum")
      text.array {
        for option in options { $0.string(option) }
        if nullable { $0.null() }
      }
    case .integer(let description): head("integer", nullable, description, into: &text)
    case .array(let element, let description):
      head("array", nullable, description, into: &text)
      text.key("items")
      element.write(into: &text)
    case .object(let properties, let description):
      head("object", nullable, description, into: &text)
      text.key("additionalProperties")
      text.boolean(false)
      text.key("required")
      text.array(of: properties) { $0.string($1.name) }
      text.key("properties")
      text.object {
        for property in properties {
          $0.key(property.name)
          property.value.write(into: &$0)
        }
      }
    }
  }

  private func head(_ type: String, _ nullable: Bool, _ description: String?, into text: inout JSONText) {
    text.key("type")
    if nullable {
      text.array {
        $0.string(type)
        $0.string("null")
      }
    } else {
      text.string(type)
    }
    if let description { text.member("description", description) }
  }
}
