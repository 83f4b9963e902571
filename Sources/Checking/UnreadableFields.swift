import Findings
import TrackingModel

/// The fields of a form that say something which could not be read: that has been reported, so they are not missing as well.
struct UnreadableFields {
  private let fields: [String]

  init(_ findings: [Finding]) {
    fields = findings.compactMap { $0.severity == .error ? $0.place.field : nil }
  }

  /// Whether the objection says no more than that such a field, or all of the block it stands in, is missing.
  func explain(_ objection: Objection) -> Bool {
    guard !fields.isEmpty, Self.missing.contains(objection.rule) else { return false }
    let field = objection.field.description
    return fields.contains { $0 == field || Self.isPart($0, of: field) || Self.isPart(field, of: $0) }
  }

  private static let missing: Set<Rule> = [.requiredField, .requiredBlock, .budgetRateMissing]

  private static func isPart(_ field: String, of whole: String) -> Bool {
    field.hasPrefix(whole) && field.dropFirst(whole.count).first.map { $0 == "." || $0 == "[" } ?? false
  }
}
