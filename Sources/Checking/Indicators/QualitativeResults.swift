import Findings
import TrackingModel

/// A quantitative target is answered with numbers.
///
/// Source: what importing systems say, 定量指标只能填写数字. 无 answers a target of nothing; a text with digits in it is not
/// qualitative.
enum QualitativeResults: FormRule {
  static let rules: [Rule] = [.qualitativeResult]

  static func objections(to checked: RuleContext) -> [Objection] {
    checked.eachResult { indicator, value, field, label in
      guard let target = indicator.target, target.amount != nil, value.amount == nil,
        isQualitative(value.text, for: target)
      else { return nil }
      return Objection(
        .qualitativeResult, at: field,
        ["indicator": indicator.displayName, "label": label, "found": value.text, "expected": target.text])
    }
  }

  private static func isQualitative(_ text: String, for target: IndicatorValue) -> Bool {
    if text.contains(where: { $0.isWholeNumber && $0.unicodeScalars.first?.properties.numericType == .decimal }) {
      return false
    }
    return !PlaceholderText.matches(text) && !(target.isLimit && ResultWords.meanNone(text))
  }
}

extension Rule {
  package static let qualitativeResult = Rule(
    "indicator.qualitative-result", .warning,
    zh: .init("定量指标“{indicator}”（年度指标值 {expected}）的{label}填写了文字“{found}”。", advice: "定量指标请填写数字。"),
    en: .init(
      "The indicator “{indicator}” has the quantity {expected} as its target, but the words “{found}” as {label}.",
      advice: "State a number."))
}
