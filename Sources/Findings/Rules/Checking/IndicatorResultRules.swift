/// What planned and actual values have to keep.
extension Rule {
  static let indicatorResultRules = [
    reasonMissing, reasonUnneeded, limitExceeded, unitConflict, qualitativeResult,
  ]

  public static let reasonMissing = Rule(
    "indicator.reason-missing", .warning,
    zh: .init(
      "指标“{indicator}”的跟踪期实际完成值“{found}”与计划完成值“{expected}”不一致，未填写偏差原因。",
      advice: "请在“偏差原因分析”栏说明原因；如完成值填写有误，请更正。"),
    en: .init(
      "The indicator “{indicator}” reached “{found}” where “{expected}” was planned, and no reason is given.",
      advice: "Give the reason under 偏差原因分析, or correct the value."))

  public static let reasonUnneeded = Rule(
    "indicator.reason-unneeded", .note,
    zh: .init("指标“{indicator}”的实际完成值与计划完成值一致（{found}），却填写了偏差原因。", advice: "请核对完成值；没有偏差的，不必填写原因。"),
    en: .init(
      "The indicator “{indicator}” was reached as planned ({found}), yet a reason for deviation is given.",
      advice: "Check the values; without a deviation no reason is needed."))

  public static let limitExceeded = Rule(
    "indicator.limit-exceeded", .warning,
    zh: .init(
      "指标“{indicator}”的跟踪期实际完成值 {found} 已超过年度指标值 {expected}，年内无法再达成。",
      advice: "请核对实际完成值；属实的，请说明原因、提出纠偏措施，并重新判断年度绩效目标完成可能性。"),
    en: .init(
      "The indicator “{indicator}” stands at {found}, already beyond the year's limit {expected}; it cannot be met any more.",
      advice: "Check the value; if it is right, explain it, name measures, and reconsider the likelihood of the goals.")
  )

  public static let unitConflict = Rule(
    "indicator.unit-conflict", .warning,
    zh: .init(
      "指标“{indicator}”的{label}“{found}”的单位与年度指标值“{expected}”的单位不一致。", advice: "请将单位改为与年度指标值一致，并核对数值。"),
    en: .init(
      "The unit of {label} “{found}” contradicts the target “{expected}” of the indicator “{indicator}”.",
      advice: "Use the target's unit and check the number."))

  public static let qualitativeResult = Rule(
    "indicator.qualitative-result", .warning,
    zh: .init("定量指标“{indicator}”（年度指标值 {expected}）的{label}填写了文字“{found}”。", advice: "定量指标请填写数字。"),
    en: .init(
      "The indicator “{indicator}” has the quantity {expected} as its target, but the words “{found}” as {label}.",
      advice: "State a number."))
}
