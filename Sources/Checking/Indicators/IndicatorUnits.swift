import Findings
import TrackingModel

/// Planned and actual values that name a unit name the target's.
///
/// Source: the form's rule: the target states the unit, planned and actual values hold the bare number. 个 and 家 are no
/// contradiction, 元 and 万元 are.
enum IndicatorUnits: FormRule {
  static let rules: [Rule] = [.unitConflict]

  static func objections(to checked: RuleContext) -> [Objection] {
    checked.eachResult { indicator, value, field, label in
      guard let target = indicator.target, target.contradicts(unitOf: value) else { return nil }
      return Objection(
        .unitConflict, at: field,
        ["indicator": indicator.displayName, "label": label, "found": value.text, "expected": target.text])
    }
  }
}

extension Rule {
  package static let unitConflict = Rule(
    "indicator.unit-conflict", .warning,
    zh: .init(
      "指标“{indicator}”的{label}“{found}”的单位与年度指标值“{expected}”的单位不一致。", advice: "请将单位改为与年度指标值一致，并核对数值。"),
    en: .init(
      "The unit of {label} “{found}” contradicts the target “{expected}” of the indicator “{indicator}”.",
      advice: "Use the target's unit and check the number."))
}
