import Findings

/// What there is to say of values that a person has typed.
extension Rule {
  static let correctionRules: [Rule] = [formTypedByHand, usageNoField]

  package static let formTypedByHand = Rule(
    "form.typed-by-hand", .warning,
    zh: .init("“{found}”是在网页上手工改录的，原为“{was}”。", advice: "请由填报单位确认，并改正原文件。"),
    en: .init(
      "“{found}” was typed by hand on the page; it was “{was}”.",
      advice: "Have the unit confirm it and correct its own file."))

  package static let usageNoField = Rule(
    "usage.no-field", .error,
    zh: .init("表中没有可以改录的栏目“{found}”。", advice: "请在官方表样的单元格中改录。"),
    en: .init("The form has no field “{found}” to be typed over.", advice: "Type over a cell of the official page."))
}
