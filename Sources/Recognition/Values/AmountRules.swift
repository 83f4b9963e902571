import Findings

/// What reading an amount, its unit or a rate has to say.
extension Rule {
  static let amountRules: [Rule] = [
    negativeInBrackets, unitContradicts, unitConverted, unitAssumed, rateInDoubt, signLost, decimalComma,
    scientificNotation, amountAmongWords, amountScaled,
  ]

  package static let negativeInBrackets = Rule(
    "value.negative-in-brackets", .note,
    zh: .init("“{found}”加了括号，按会计写法读作 {read}。"),
    en: .init("“{found}” in brackets was read as {read}, as accountants write it."))

  package static let unitContradicts = Rule(
    "value.unit-contradicts", .error,
    zh: .init("“{found}”的单位是{unit}，另一处写的是{stated}；这里按{unit}计。", advice: "请核对金额单位。"),
    en: .init(
      "“{found}” is in {unit}, but elsewhere the unit is said to be {stated}; {unit} was taken.",
      advice: "Check the unit of the amounts."))

  package static let unitConverted = Rule(
    "value.unit-converted", .note,
    zh: .init("“{found}”：金额由{unit}精确折算为万元。"),
    en: .init("“{found}”: amounts in {unit} were converted exactly to 万元."))

  package static let unitAssumed = Rule(
    "value.unit-assumed", .warning,
    zh: .init("没有写明金额单位，按万元计。", advice: "请注明单位，或在配置文件中写 unit。"),
    en: .init("No unit of amounts is given; 万元 was assumed.", advice: "State the unit, or set it in a profile."))

  package static let rateInDoubt = Rule(
    "value.rate-in-doubt", .warning,
    zh: .init("执行率“{found}”有两种读法：{read}% 或 {other}%；取 {read}%。", advice: "请按百分数填写，如 48.52。"),
    en: .init(
      "The rate “{found}” can be read as {read}% or {other}%; {read}% was taken.",
      advice: "Write it as a percentage such as 48.52."))

  package static let signLost = Rule(
    "value.sign-lost", .warning,
    zh: .init("“{found}”开头的问号可能原是 ≥ 或 ≤，在另存时丢失了。", advice: "请对照原件补上比较符号。"),
    en: .init(
      "The question mark in “{found}” may have been a ≥ or ≤ that was lost when the file was saved.",
      advice: "Restore the sign from the original."))

  package static let decimalComma = Rule(
    "value.decimal-comma", .error,
    zh: .init("“{found}”里的逗号像是小数点，无法确定是多少。", advice: "请用小数点，如 120.50。"),
    en: .init(
      "“{found}” seems to have a comma for its decimal point, so the number is not certain.",
      advice: "Write a point, as in 120.50."))

  package static let scientificNotation = Rule(
    "value.scientific", .warning,
    zh: .init("“{found}”是科学计数法，读作 {read}；存成文字时可能已丢失数位。", advice: "请在原文件中把单元格设为数值格式后重新导出。"),
    en: .init(
      "“{found}” is in scientific notation and was read as {read}; digits may have been lost when the table was saved.",
      advice: "Format the cells as numbers in the original file and export it again."))

  package static let amountAmongWords = Rule(
    "value.amount-among-words", .warning,
    zh: .init("“{found}”里除金额外还有文字，金额读作“{read}”。", advice: "请只填数字，说明写在别处。"),
    en: .init(
      "“{found}” holds words besides the amount; “{read}” was taken.",
      advice: "Write the number alone and explain it elsewhere."))

  package static let amountScaled = Rule(
    "value.scaled", .warning,
    zh: .init("单元格里存的数是 {stored}，显示为“{found}”；按显示的读作 {read} 万元，而不是 {other} 万元。", advice: "请核对金额单位。"),
    en: .init(
      "The cell holds {stored}, which its format shows as “{found}”; as shown it is {read} 万元, which was taken, not {other} 万元.",
      advice: "Check the unit of the amounts."))
}
