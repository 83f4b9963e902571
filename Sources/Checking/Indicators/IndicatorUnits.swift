import Findings
import TrackingModel

/// Planned and actual values that name a unit name the target's.
///
/// Source: the form's rule: the target states the unit, planned and actual values hold the bare number. 个 and 家 are no
/// contradiction, 元 and 万元 are.
enum IndicatorUnits: FormRule {
  static let rules: [Rule] = [.unitConflict]

  static func objections(to checked: CheckedForm) -> [Objection] {
    checked.form.indicators.enumerated().flatMap { index, indicator -> [Objection] in
      guard let target = indicator.target else { return [] }
      return [
        (indicator.planned, "planned", OfficialLabel.planned), (indicator.actual, "actual", OfficialLabel.actual),
      ].compactMap { value, field, label in
        guard let value, target.contradicts(unitOf: value) else { return nil }
        return Objection(
          .unitConflict, at: .indicator(index, field),
          ["indicator": indicator.displayName, "label": label, "found": value.text, "expected": target.text])
      }
    }
  }
}
