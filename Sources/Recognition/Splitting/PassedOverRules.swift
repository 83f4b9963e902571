import Findings

/// What lines are that hold no form.
extension Rule {
  static let passedOverRules: [Rule] = [
    sheetWithPart, coverPassedOver, instructionsPassedOver, listPassedOver, blankFormPassedOver,
  ]

  package static let sheetWithPart = Rule(
    "form.sheet-with-part", .error,
    zh: .init("工作表“{found}”里有预算、目标或指标，但没有项目名称，{range} 没有读取。", advice: "请把一张表放在同一个工作表里。"),
    en: .init(
      "The sheet “{found}” has a budget, goals or indicators but no project; {range} was not read.",
      advice: "Put a form on one sheet."))

  package static let coverPassedOver = Rule(
    "form.cover", .note,
    zh: .init("{range}（“{found}”）是封面，没有预算、目标或指标，不作为一张表。"),
    en: .init("{range} (“{found}”) is a cover without budget, goals or indicators; it is not taken for a form."))

  package static let instructionsPassedOver = Rule(
    "form.instructions", .note,
    zh: .init("{range}（“{found}”）是填报说明，不作为一张表。"),
    en: .init("{range} (“{found}”) explains how to fill in a form; it is not taken for one."))

  package static let listPassedOver = Rule(
    "form.list", .note,
    zh: .init("{range}（“{found}”）是项目名单，没有预算、目标或指标，不作为一张表。"),
    en: .init(
      "{range} (“{found}”) is a list of projects without budget, goals or indicators; it is not taken for a form."))

  package static let blankFormPassedOver = Rule(
    "form.blank", .note,
    zh: .init("{range}（“{found}”）是没有填写的空表，不作为一张表。"),
    en: .init("{range} (“{found}”) is a form that nobody has filled in; it is not taken for a form."))
}
