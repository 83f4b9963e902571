import Findings
import TrackingModel

/// Every indicator has a name, a target, a planned and an actual value, as far as the form's kind has them.
///
/// Source: the form's rule: the columns of 绩效指标.
enum IndicatorCompleteness: FormRule {
  static let rules: [Rule] = [.indicatorValueMissing]

  static func objections(to checked: RuleContext) -> [Objection] {
    let required = checked.form.definition.indicators.fields.filter { $0.isRequired && checked.has($0.key) }
    return checked.eachIndicator { index, indicator in
      let missing = required.filter { $0.isEmpty(in: indicator) }
      guard let first = missing.first else { return [] }
      return [
        Objection(
          .indicatorValueMissing, at: .indicator(index, first.key),
          ["indicator": indicator.displayName, "label": missing.map(\.label).joined(separator: "、")])
      ]
    }
  }
}

extension Rule {
  package static let indicatorValueMissing = Rule(
    "indicator.value-missing", .warning,
    zh: .init("指标“{indicator}”缺少：{label}。", advice: "请补填；确实不适用的，请写明原因。"),
    en: .init("The indicator “{indicator}” lacks: {label}.", advice: "Fill it in, or say why it does not apply."))
}
