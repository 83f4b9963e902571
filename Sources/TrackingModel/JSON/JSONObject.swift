import Findings
import Foundation

/// One object of the canonical JSON while it is read: knows its path, refuses unknown keys.
struct JSONObject: Decodable {
  private let container: KeyedDecodingContainer<Key>

  init(from decoder: any Decoder) throws {
    container = try decoder.container(keyedBy: Key.self)
  }

  private init(_ container: KeyedDecodingContainer<Key>) { self.container = container }

  struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Refuses every key that is not one of these. Of several it names always the same one, in whatever order they were read.
  func allow(_ keys: [String]) throws {
    let unknown = container.allKeys.map(\.stringValue).filter { !keys.contains($0) }
    if let key = unknown.min() { throw Refusal(.jsonUnknownKey, ["path": pathText(), "found": key]) }
  }

  func has(_ key: String) -> Bool { container.contains(Key(key)) }

  /// A text without white space around it; nil for null, for a blank text and for a key left out.
  func text(_ key: String) throws -> String? {
    guard let raw = try container.decodeIfPresent(String.self, forKey: Key(key)) else { return nil }
    let trimmed = raw.trimmingCharacters(in: .whitespacesAndNewlines)
    return trimmed.isEmpty ? nil : trimmed
  }

  /// A text that must be there.
  func requiredText(_ key: String) throws -> String {
    guard let text = try text(key) else {
      throw Refusal(.jsonMissingKey, ["path": pathText(), "expected": key])
    }
    return text
  }

  /// A text read as a value of another kind, `expected` naming the kind.
  func value<T>(_ key: String, expected: String, _ read: (String) -> T?) throws -> T? {
    guard let text = try text(key) else { return nil }
    guard let value = read(text) else {
      throw Refusal(.jsonValue, ["path": pathText(key), "found": text, "expected": expected])
    }
    return value
  }

  /// The object under a key; nil for null and for a key left out.
  func object(_ key: String) throws -> JSONObject? {
    guard has(key), try !container.decodeNil(forKey: Key(key)) else { return nil }
    return JSONObject(try container.nestedContainer(keyedBy: Key.self, forKey: Key(key)))
  }

  /// The objects of the array under a key; none for null and for a key left out.
  func objects(_ key: String) throws -> [JSONObject] {
    try container.decodeIfPresent([JSONObject].self, forKey: Key(key)) ?? []
  }

  /// `forms[0].project.name`.
  func pathText(_ key: String? = nil) -> String {
    Self.pathText(container.codingPath + (key.map { [Key($0)] } ?? []))
  }

  static func pathText(_ path: [any CodingKey]) -> String {
    var text = ""
    for key in path {
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += (text.isEmpty ? "" : ".") + key.stringValue
      }
    }
    return text.isEmpty ? "$" : text
  }
}
