import Foundation

/// JSON that was received, looked into without ceremony: what is not there is null.
enum JSONValue: Decodable, Sendable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let string = try? value.decode(String.self) {
      self = .string(string)
    } else if let array = try? value.decode([JSONValue].self) {
      self = .array(array)
    } else {
      self = .object(try value.decode([String: JSONValue].self))
    }
  }

  init(_ bytes: some Sequence<UInt8>) {
    self = (try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))) ?? .null
  }

  subscript(_ key: String) -> JSONValue { if case .object(let members) = self { members[key] ?? .null } else { .null } }
  subscript(_ index: Int) -> JSONValue { index < array.count ? array[index] : .null }
  var string: String? { if case .string(let text) = self { text } else { nil } }
  var int: Int? { if case .number(let number) = self { Int(number) } else { nil } }
  var array: [JSONValue] { if case .array(let items) = self { items } else { [] } }
  var strings: [String] { array.compactMap(\.string) }
  var keys: Set<String> { if case .object(let members) = self { Set(members.keys) } else { [] } }

  func first(_ key: String, _ value: String) -> JSONValue { array.first { $0[key].string == value } ?? .null }
}
