/// What the table 绩效指标 has to hold: levels, names, completeness.
extension Rule {
  static let indicatorTableRules = [
    indicatorValueMissing, levelMissing, levelUnknown, levelMisplaced, indicatorDuplicate, outputMissing,
    benefitMissing, satisfactionMissing,
  ]

  public static let indicatorValueMissing = Rule(
    "indicator.value-missing", .warning,
    zh: .init("指标“{indicator}”缺少：{label}。", advice: "请补填；确实不适用的，请写明原因。"),
    en: .init("The indicator “{indicator}” lacks: {label}.", advice: "Fill it in, or say why it does not apply."))

  public static let levelMissing = Rule(
    "indicator.level-missing", .warning,
    zh: .init("指标“{indicator}”未填{label}。", advice: "请按指标体系补填{label}。"),
    en: .init("The indicator “{indicator}” has no {label}.", advice: "Fill in {label}."))

  public static let levelUnknown = Rule(
    "indicator.level-unknown", .warning,
    zh: .init("指标“{indicator}”的{label}“{found}”不在指标体系内。", advice: "请改为以下名称之一：{expected}。"),
    en: .init(
      "“{found}”, the {label} of the indicator “{indicator}”, is not in the catalogue.",
      advice: "Use one of: {expected}."))

  public static let levelMisplaced = Rule(
    "indicator.level-misplaced", .warning,
    zh: .init("指标“{indicator}”的二级指标“{found}”不属于一级指标“{level1}”。", advice: "“{found}”应归入“{expected}”，请核对两级指标。"),
    en: .init(
      "The indicator “{indicator}” has “{found}” under “{level1}”, where it does not belong.",
      advice: "“{found}” belongs under “{expected}”; check both levels."))

  public static let indicatorDuplicate = Rule(
    "indicator.duplicate", .warning,
    zh: .init("指标“{indicator}”与第 {first} 个指标重复（同在“{level2}”下）。", advice: "请删除重复的指标，或修改名称以示区别。"),
    en: .init(
      "The indicator “{indicator}” repeats indicator no. {first} (both under “{level2}”).",
      advice: "Remove one or give it another name."))

  public static let outputMissing = Rule(
    "indicators.output-missing", .warning,
    zh: .init("没有产出指标。", advice: "请至少设置一个产出指标。"),
    en: .init("There is no 产出指标.", advice: "Set at least one output indicator."))

  public static let benefitMissing = Rule(
    "indicators.benefit-missing", .warning,
    zh: .init("没有效益指标。", advice: "请至少设置一个效益指标。"),
    en: .init("There is no 效益指标.", advice: "Set at least one benefit indicator."))

  public static let satisfactionMissing = Rule(
    "indicators.satisfaction-missing", .note,
    zh: .init("没有满意度指标。", advice: "项目有明确服务对象的，建议设置满意度指标。"),
    en: .init("There is no 满意度指标.", advice: "Consider one if the project serves particular people."))
}
