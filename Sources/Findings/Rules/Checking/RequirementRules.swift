/// What has to be filled in, and what may not have been left in.
extension Rule {
  static let requirementRules = [requiredField, requiredBlock, placeholderLeft, periodOrder, periodSpan]

  public static let requiredField = Rule(
    "required.field", .error,
    zh: .init("“{label}”未填写。", advice: "请补填。"),
    en: .init("“{label}” is not filled in.", advice: "Fill it in."))

  public static let requiredBlock = Rule(
    "required.block", .error,
    zh: .init("表中没有“{label}”的内容。", advice: "请按官方表的格式补齐这一部分。"),
    en: .init("The form has nothing under “{label}”.", advice: "Complete it as in the official form."))

  public static let placeholderLeft = Rule(
    "placeholder.left", .warning,
    zh: .init("“{label}”中留有占位符：{found}。", advice: "请用实际内容替换占位符。"),
    en: .init("“{label}” still holds a placeholder: {found}.", advice: "Replace it by what it stands for."))

  public static let periodOrder = Rule(
    "period.order", .error,
    zh: .init("跟踪时段的起始月 {start} 晚于终止月 {end}。", advice: "请核对跟踪时段，起始月不得晚于终止月。"),
    en: .init("The period starts in {start}, after its end in {end}.", advice: "Correct the period."))

  public static let periodSpan = Rule(
    "period.span", .warning,
    zh: .init("跟踪时段 {start} 至 {end} 跨越了年度。", advice: "跟踪时段应在同一预算年度内，请核对起止月份。"),
    en: .init(
      "The period from {start} to {end} does not lie within one year.",
      advice: "A form tracks one budget year; check both months."))
}
