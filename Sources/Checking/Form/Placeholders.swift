import Findings
import TrackingModel

/// No field still holds what a template or an example put there.
///
/// Source: forms that were handed in with `≥**%`, `**元/人·月` and `XX` as indicator values, `指标2` and `……` as names.
enum Placeholders: FormRule {
  static let rules: [Rule] = [.placeholderLeft]

  static func objections(to checked: CheckedForm) -> [Objection] {
    let form = checked.form
    var found: [Objection] = []
    func look(_ text: String?, _ field: FieldPath, _ label: String) {
      guard let text, Placeholder.isIn(text) else { return }
      found.append(Objection(.placeholderLeft, at: field, ["label": label, "found": text]))
    }
    look(form.project.name, "project.name", OfficialLabel.project)
    look(form.supervisingDepartment.name, "supervisingDepartment.name", OfficialLabel.supervisingDepartment)
    look(form.implementingUnit.name, "implementingUnit.name", OfficialLabel.implementingUnit)
    look(form.goals.expected, .goalsExpected, OfficialLabel.goalsExpected)
    look(form.goals.actual, .goalsActual, OfficialLabel.goalsActual)
    for (index, indicator) in form.indicators.enumerated() {
      look(indicator.name, .indicator(index, "name"), OfficialLabel.level3)
      look(indicator.target?.text, .indicator(index, "target"), OfficialLabel.target)
      look(indicator.planned?.text, .indicator(index, "planned"), OfficialLabel.planned)
      look(indicator.actual?.text, .indicator(index, "actual"), OfficialLabel.actual)
      look(indicator.deviationReason, .indicator(index, "deviationReason"), OfficialLabel.deviationReason)
    }
    look(form.correctiveMeasures, .correctiveMeasures, OfficialLabel.correctiveMeasures)
    return found
  }
}
