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
    if let measures = checked.form.correctiveMeasures, !ResultWords.meanNothing(measures) { return [] }
    return checked.form.assessment.answers.compactMap { answer in
      guard let likelihood = answer.judgment.likelihood, likelihood != .certain else { return nil }
      return Objection(
        .assessmentUnexplained, at: .correctiveMeasures, ["label": answer.label, "found": answer.judgment.text])
    }
  }
}

extension Rule {
  package static let assessmentUnexplained = Rule(
    "assessment.unexplained", .warning,
    zh: .init("“{label}”判断为“{found}”，但未填写纠偏措施。", advice: "请在“纠偏措施”栏说明原因和拟采取的措施。"),
    en: .init(
      "“{label}” is judged “{found}”, but no corrective measures are given.",
      advice: "State the cause and the measures under 纠偏措施."))
}
