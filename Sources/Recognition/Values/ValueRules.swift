import Findings

/// What reading a single value has to say, whatever it is a value of.
extension Rule {
  static let valueRules: [Rule] = [
    notANumber, cellHoldsError, formulaReadAsText, formulaHasNoResult, fullWidthFolded, codeSplit, lineBreaksDropped,
    numberShownAsDate, codeLostDigits,
  ]

  package static let notANumber = Rule(
    "value.not-a-number", .error,
    zh: .init("“{found}”不是一个数。", advice: "请改为数字，如 1234.50。"),
    en: .init("“{found}” is not a number.", advice: "Write a number such as 1234.50."))

  package static let cellHoldsError = Rule(
    "value.cell-error", .error,
    zh: .init("单元格里是错误值 {found}。", advice: "请修正公式后重新保存。"),
    en: .init("The cell holds the error {found}.", advice: "Correct the formula and save the file again."))

  package static let formulaReadAsText = Rule(
    "value.formula-read-as-text", .note,
    zh: .init("“{found}”被存成了公式，按文字读取。"),
    en: .init("“{found}” was stored as a formula and was read as the text it is."))

  package static let formulaHasNoResult = Rule(
    "value.formula-without-result", .error,
    zh: .init("公式没有保存计算结果。", advice: "请用 WPS 或 Excel 打开，重新计算并保存。"),
    en: .init("The formula was saved without its result.", advice: "Open the file in Excel or WPS and save it again."))

  package static let fullWidthFolded = Rule(
    "value.full-width", .note,
    zh: .init("“{found}”中的全角字符按半角读作 {read}。"),
    en: .init("Full-width characters in “{found}” were read as {read}."))

  package static let codeSplit = Rule(
    "value.code-split", .note,
    zh: .init("“{found}”分为编码 {code} 和名称“{name}”。"),
    en: .init("“{found}” was split into the code {code} and the name “{name}”."))

  package static let lineBreaksDropped = Rule(
    "value.line-breaks", .note,
    zh: .init("去掉了换行，读作“{read}”。"),
    en: .init("Line breaks were dropped; the text reads “{read}”."))

  package static let numberShownAsDate = Rule(
    "value.shown-as-date", .warning,
    zh: .init("这个数显示成了日期“{found}”，按单元格里存的数 {read} 读取。", advice: "请把单元格设为数值格式。"),
    en: .init(
      "The number is shown as the date “{found}”; the stored number, {read}, was taken.",
      advice: "Format the cell as a number."))

  package static let codeLostDigits = Rule(
    "value.code-lost-digits", .warning,
    zh: .init("“{found}”里的编码被存成科学计数法，已丢失数位。", advice: "请在原文件中把编码设为文本格式后重新导出。"),
    en: .init(
      "The code in “{found}” was saved in scientific notation and has lost digits.",
      advice: "Format codes as text in the original file and export it again."))
}
