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

extension Rule {
  package static let acrossDuplicateForm = Rule(
    "across.duplicate-form", .warning,
    zh: .init(
      "同一主管部门、实施单位、项目（{found}）和跟踪时段的表已经出现过：{other}。", advice: "请确认以哪一份为准，删除另一份。"),
    en: .init(
      "A form of the same department, unit, project ({found}) and period came before: {other}.",
      advice: "Decide which one counts and remove the other."))
}
