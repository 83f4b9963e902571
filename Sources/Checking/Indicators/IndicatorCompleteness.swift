import Findings
import TrackingModel

/// Every indicator has a name, a target, a planned and an actual value, as far as the form's kind has them.
///
/// Source: the form's rule: the columns of 绩效指标.
enum IndicatorCompleteness: FormRule {
  static let rules: [Rule] = [.indicatorValueMissing]

  static func objections(to checked: CheckedForm) -> [Objection] {
    checked.eachIndicator { index, indicator in
      var missing: [(field: String, label: String)] = []
      if indicator.name == nil { missing.append(("name", OfficialLabel.level3)) }
      if indicator.target == nil { missing.append(("target", OfficialLabel.target)) }
      if indicator.planned == nil, checked.has(.planned) { missing.append(("planned", OfficialLabel.planned)) }
      if indicator.actual == nil, checked.has(.actual) { missing.append(("actual", OfficialLabel.actual)) }
      guard let first = missing.first else { return [] }
      return [
        Objection(
          .indicatorValueMissing, at: .indicator(index, first.field),
          ["indicator": indicator.displayName, "label": missing.map(\.label).joined(separator: "、")])
      ]
    }
  }
}
