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
    return !PlaceholderText.matches(text) && !(target.isLimit && ResultWords.sayNone(text))
  }
}
