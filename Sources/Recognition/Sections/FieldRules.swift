import Findings

/// What there is to say of values that stand twice, in several cells or under a label again.
extension Rule {
  static let fieldRules: [Rule] = [fieldTwice, textJoined, mergedValueShared, mergesRepeated, labelRepeated]

  package static let fieldTwice = Rule(
    "form.field-twice", .error,
    zh: .init("同一栏目出现两次，内容不一致：“{found}”和“{read}”；取“{read}”。", advice: "请核对后保留一个。"),
    en: .init(
      "The field is given twice, differently: “{found}” and “{read}”; “{read}” was taken.", advice: "Keep only one."))

  package static let textJoined = Rule(
    "form.text-joined", .note,
    zh: .init("一段文字分在 {count} 个单元格里，已连成一段。"),
    en: .init("A text is spread over {count} cells; they were joined."))

  package static let mergedValueShared = Rule(
    "form.merged-value", .note,
    zh: .init("“{found}”所在的合并单元格跨了几个指标，各指标都取这个值。"),
    en: .init("The merged cell “{found}” covers several indicators; it was taken for each of them."))

  package static let mergesRepeated = Rule(
    "form.merges-repeated", .note,
    zh: .init("合并单元格的内容在它覆盖的每个格里重复写出，{range} 中的 {count} 处各按一个单元格读取。"),
    en: .init(
      "The text of merged cells is repeated in every cell they covered; {count} in {range} were read as one cell each.")
  )

  package static let labelRepeated = Rule(
    "form.label-repeated", .note,
    zh: .init("“{found}”里又写了一遍栏目名称，去掉后读作“{read}”。"),
    en: .init("“{found}” repeats its label; without the label “{read}” was taken."))
}
