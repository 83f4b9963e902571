import Findings
import TrackingModel

/// A department, unit or project is written in one way: names that become equal when white space, width and punctuation are
/// folded are equal as they stand.
///
/// Each further spelling is reported once, where it comes first.
struct NameVariants: Sendable {
  static let rules: [Rule] = [.acrossNameVariant]

  private struct First: Sendable {
    let spelling: Int32
    let place: Int32
  }

  private var firsts: [Int: First] = [:]
  private var known: Set<Int> = []

  mutating func objections(to seen: SeenForm, at place: Int32, in texts: inout TextStore) -> [Objection] {
    var found: [Objection] = []
    let names: [(field: FieldPath, label: String, name: String?, folded: String)] = [
      (
        "supervisingDepartment.name", OfficialLabel.supervisingDepartment, seen.form.supervisingDepartment.name,
        seen.department
      ),
      ("implementingUnit.name", OfficialLabel.implementingUnit, seen.form.implementingUnit.name, seen.unit),
      ("project.name", OfficialLabel.project, seen.form.project.name, seen.project),
    ]
    for (field, label, name, folded) in names {
      // A name known as it stands has nothing new to say.
      guard let name, !folded.isEmpty, known.insert(SeenForm.key([label, name])).inserted else { continue }
      let key = SeenForm.key(["folded", label, folded])
      guard let first = firsts[key] else {
        firsts[key] = First(spelling: texts.append(name), place: place)
        continue
      }
      found.append(
        Objection(
          .acrossNameVariant, at: field,
          ["label": label, "found": name, "expected": texts[first.spelling], "other": texts[first.place]]))
    }
    return found
  }
}

extension Rule {
  package static let acrossNameVariant = Rule(
    "across.name-variant", .warning,
    zh: .init(
      "{label}“{found}”与 {other} 中的“{expected}”仅在空格、全半角或符号上不同。", advice: "请统一名称的写法，以便按名称汇总。"),
    en: .init(
      "{label} “{found}” and “{expected}” in {other} differ only in spaces, width or punctuation.",
      advice: "Write the name in one way, so that forms can be grouped by it."))
}
