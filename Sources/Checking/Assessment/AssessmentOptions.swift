import Findings
import TrackingModel

/// The two answers of 绩效跟踪总体判断 are options of the list.
///
/// Source: the form's options (`Likelihood`).
enum AssessmentOptions: FormRule {
  static let rules: [Rule] = [.assessmentOption]

  static func objections(to checked: RuleContext) -> [Objection] {
    checked.form.assessment.answers.compactMap { answer in
      guard answer.judgment.likelihood == nil else { return nil }
      return Objection(
        .assessmentOption, at: answer.field,
        [
          "label": answer.label, "found": answer.judgment.text,
          "expected": Likelihood.allCases.map(\.officialText).joined(separator: "、"),
        ])
    }
  }
}

extension Assessment {
  /// The answers given, with their labels and paths.
  var answers: [(label: String, field: FieldPath, judgment: Judgment)] {
    [
      (OfficialLabel.budgetCompletion, FieldPath.budgetCompletion, budgetCompletion),
      (OfficialLabel.goalCompletion, FieldPath.goalCompletion, goalCompletion),
    ].compactMap { label, field, judgment in judgment.map { (label, field, $0) } }
  }
}

extension Rule {
  package static let assessmentOption = Rule(
    "assessment.option", .warning,
    zh: .init("“{label}”填为“{found}”，不在规定选项内。", advice: "请从以下选项中选择：{expected}。"),
    en: .init("“{label}” says “{found}”, which is not one of the options.", advice: "Choose one of: {expected}."))
}
