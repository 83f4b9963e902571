import Findings

/// What the official page cannot show.
extension Rule {
  static let pageRules: [Rule] = [pageExtra, pageAdditionalFund, pageRelative]

  package static let pageExtra = Rule(
    "page.extra", .warning,
    zh: .init(
      "官方表没有“{found}”一栏，写成官方表时没有带上这项内容（共 {count} 处）。", advice: "如需保留，请另外输出 JSON（--to json）或台账（--layout ledger）。"),
    en: .init(
      "The official form has no place for \"{found}\" ({count} in all); the page is written without it.",
      advice: "To keep it, write JSON (--to json) or a ledger (--layout ledger) as well."))

  package static let pageAdditionalFund = Rule(
    "page.additional-fund", .warning,
    zh: .init(
      "官方表没有资金行“{found}”，写成官方表时没有带上这一行。", advice: "请核对是否应并入其他资金；如需保留，请另外输出 JSON（--to json）或台账（--layout ledger）。"),
    en: .init(
      "The official form has no fund row \"{found}\"; the page is written without it.",
      advice: "Check whether it belongs to the other funds, or write JSON or a ledger."))

  package static let pageRelative = Rule(
    "page.relative", .warning,
    zh: .init("原表是“{found}”，没有官方表的下列栏目，这些栏目留空：{missing}。", advice: "报送前请补齐空栏。"),
    en: .init(
      "The input is a \"{found}\", which lacks parts of the official form, left empty: {missing}.",
      advice: "Fill them in before submission."))
}
