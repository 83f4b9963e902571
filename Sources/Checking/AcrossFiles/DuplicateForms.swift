import Findings
import TrackingModel

/// No two forms are of the same kind, department, unit, project and period.
struct DuplicateForms: Sendable {
  static let rules: [Rule] = [.acrossDuplicateForm]

  private var firsts: [Int: Int32] = [:]

  mutating func objections(to seen: SeenForm, at place: Int32, in places: TextStore) -> [Objection] {
    guard let identity = seen.identity else { return [] }
    guard let first = firsts[identity] else {
      firsts[identity] = place
      return []
    }
    return [
      Objection(
        .acrossDuplicateForm, at: "project.name",
        ["found": seen.form.project.printed ?? "", "other": places[first]])
    ]
  }
}
