import Findings

/// What the readers of the budget have to say.
extension Rule {
  static let fundRules: [Rule] = [fundUnknown, fundTakenAsOther, amountWithoutHeading]

  package static let fundUnknown = Rule(
    "form.fund-unknown", .warning,
    zh: .init("资金行“{found}”不是官方表的四个资金行之一，作为附加信息保留。", advice: "请核对资金来源。"),
    en: .init(
      "The fund row “{found}” is not one of the official form's four; it was kept as extra information.",
      advice: "Check the source of funds."))

  package static let fundTakenAsOther = Rule(
    "form.fund-taken-as-other", .note,
    zh: .init("没有“其他资金”一行，“{found}”按其他资金计。"),
    en: .init("There is no row 其他资金; “{found}” was taken for it."))

  package static let amountWithoutHeading = Rule(
    "form.amount-without-heading", .note,
    zh: .init("金额上方没有列标题，按年初预算数计。"),
    en: .init("The amounts have no column heading and were taken for 年初预算数."))
}
