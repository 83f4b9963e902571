import Findings
import TrackingModel

/// Who judges the year's budget or goals less than certain says why and what will be done.
///
/// Source: the footnote of monitoring forms: 有可能 and 不可能 need 原因 and 措施. Where indicators deviate, the missing
/// measures are said there already.
enum UnexplainedDoubt: FormRule {
  static let rules: [Rule] = [.assessmentUnexplained]

  static func objections(to checked: RuleContext) -> [Objection] {
    guard checked.has(.correctiveMeasures), !checked.deviations.contains(where: \.needsReason) else { return [] }
    if let measures = checked.form.correctiveMeasures, !ResultWords.sayNothing(measures) { return [] }
    return checked.form.assessment.answers.compactMap { answer in
      guard let likelihood = answer.judgment.likelihood, likelihood != .certain else { return nil }
      return Objection(
        .assessmentUnexplained, at: .correctiveMeasures, ["label": answer.label, "found": answer.judgment.text])
    }
  }
}
