/// What 绩效跟踪总体判断 and 纠偏措施 have to keep.
extension Rule {
  static let assessmentRules = [assessmentOption, assessmentBehindCalendar, assessmentUnexplained, measuresMissing]

  public static let assessmentOption = Rule(
    "assessment.option", .warning,
    zh: .init("“{label}”填为“{found}”，不在规定选项内。", advice: "请从以下选项中选择：{expected}。"),
    en: .init("“{label}” says “{found}”, which is not one of the options.", advice: "Choose one of: {expected}."))

  public static let assessmentBehindCalendar = Rule(
    "assessment.behind-calendar", .warning,
    zh: .init(
      "截至 {month} 月预算执行率为 {found}%，低于时间进度（{elapsed}%）的 60%（即 {expected}%），却判断年度预算“{judgment}”。",
      advice: "请核实预算执行进度，重新判断“年度项目预算完成可能性”，或在“纠偏措施”中说明如何按期完成。"),
    en: .init(
      "By month {month} only {found}% of the budget is spent, less than 60 % of the share of the year gone by ({elapsed}%), that is {expected}%; yet the budget is judged “{judgment}”.",
      advice: "Reconsider 年度项目预算完成可能性, or say under 纠偏措施 how the year's budget will be spent in time."))

  public static let assessmentUnexplained = Rule(
    "assessment.unexplained", .warning,
    zh: .init("“{label}”判断为“{found}”，但未填写纠偏措施。", advice: "请在“纠偏措施”栏说明原因和拟采取的措施。"),
    en: .init(
      "“{label}” is judged “{found}”, but no corrective measures are given.",
      advice: "State the cause and the measures under 纠偏措施."))

  public static let measuresMissing = Rule(
    "measures.missing", .warning,
    zh: .init("有 {count} 个指标的完成值偏离计划，未填写纠偏措施。", advice: "请在“纠偏措施”栏写明拟采取的措施。"),
    en: .init(
      "Indicators that deviate from the plan: {count}; no corrective measures are given.",
      advice: "State the measures under 纠偏措施."))
}
