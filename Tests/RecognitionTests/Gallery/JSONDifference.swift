import Foundation
import TrackingModel

/// Two lists of canonical forms compared as the JSON that a user would see, path by path.
enum JSONDifference {
  /// Lines such as `forms[0].budget.total.periodBudget: expected "71.33", found null`; empty where all is equal.
  static func lines(expected: [TrackingForm], found: [TrackingForm]) throws -> [String] {
    let expected = try leaves(of: expected)
    let found = try leaves(of: found)
    return Set(expected.keys).union(found.keys)
      .filter { expected[$0] != found[$0] }
      .sorted { $0.compare($1, options: .numeric) == .orderedAscending }
      .map { "\($0): expected \(expected[$0] ?? "nothing"), found \(found[$0] ?? "nothing")" }
  }

  private static func leaves(of forms: [TrackingForm]) throws -> [String: String] {
    let bytes = CanonicalJSON.document(forms.map(\.withoutSource))
    var leaves: [String: String] = [:]
    collect(try JSONSerialization.jsonObject(with: Data(bytes)), at: "", into: &leaves)
    return leaves
  }

  private static func collect(_ value: Any, at path: String, into leaves: inout [String: String]) {
    switch value {
    case let object as [String: Any]:
      for (key, member) in object { collect(member, at: path.isEmpty ? key : path + "." + key, into: &leaves) }
    case let array as [Any]:
      for (index, element) in array.enumerated() { collect(element, at: "\(path)[\(index)]", into: &leaves) }
    case let text as String: leaves[path] = "\"\(text)\""
    default: leaves[path] = "null"
    }
  }
}
