import Findings

/// What reading an assessment with its options has to say.
extension Rule {
  static let judgmentRules: [Rule] = [optionTicked, optionsInDoubt]

  package static let optionTicked = Rule(
    "form.option-ticked", .note,
    zh: .init("“{found}”勾选的是“{read}”，按它读取。"),
    en: .init("Of “{found}”, “{read}” is ticked and was taken."))

  package static let optionsInDoubt = Rule(
    "form.options-in-doubt", .warning,
    zh: .init("“{found}”勾选了不止一项（{read}），分不清是哪一项。", advice: "请只勾选一项。"),
    en: .init("More than one option of “{found}” is ticked ({read}).", advice: "Tick only one of them."))
}
