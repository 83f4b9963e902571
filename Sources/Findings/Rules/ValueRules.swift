/// What reading a single value (a period, an amount, a unit) has to say.
extension Rule {
  static let valueRules = [
    notANumber, cellHoldsError, formulaReadAsText, formulaHasNoResult, fullWidthFolded, negativeInBrackets,
    unitContradicts, unitConverted,
    unitAssumed, rateInDoubt, codeSplit, lineBreaksDropped, signLost, periodUnreadable, periodYearMissing,
    periodYearAdded, periodFromJanuary, periodWholeYear, decimalComma, scientificNotation, amountAmongWords,
    amountScaled, numberShownAsDate, codeLostDigits,
  ]

  public static let notANumber = Rule(
    "value.not-a-number", .error,
    zh: .init("“{found}”不是一个数。", advice: "请改为数字，如 1234.50。"),
    en: .init("“{found}” is not a number.", advice: "Write a number such as 1234.50."))

  public static let cellHoldsError = Rule(
    "value.cell-error", .error,
    zh: .init("单元格里是错误值 {found}。", advice: "请修正公式后重新保存。"),
    en: .init("The cell holds the error {found}.", advice: "Correct the formula and save the file again."))

  public static let formulaReadAsText = Rule(
    "value.formula-read-as-text", .note,
    zh: .init("“{found}”被存成了公式，按文字读取。"),
    en: .init("“{found}” was stored as a formula and was read as the text it is."))

  public static let formulaHasNoResult = Rule(
    "value.formula-without-result", .error,
    zh: .init("公式没有保存计算结果。", advice: "请用 WPS 或 Excel 打开，重新计算并保存。"),
    en: .init("The formula was saved without its result.", advice: "Open the file in Excel or WPS and save it again."))

  public static let fullWidthFolded = Rule(
    "value.full-width", .note,
    zh: .init("“{found}”中的全角字符按半角读作 {read}。"),
    en: .init("Full-width characters in “{found}” were read as {read}."))

  public static let negativeInBrackets = Rule(
    "value.negative-in-brackets", .note,
    zh: .init("“{found}”加了括号，按会计写法读作 {read}。"),
    en: .init("“{found}” in brackets was read as {read}, as accountants write it."))

  public static let unitContradicts = Rule(
    "value.unit-contradicts", .error,
    zh: .init("“{found}”的单位是{unit}，另一处写的是{stated}；这里按{unit}计。", advice: "请核对金额单位。"),
    en: .init(
      "“{found}” is in {unit}, but elsewhere the unit is said to be {stated}; {unit} was taken.",
      advice: "Check the unit of the amounts."))

  public static let unitConverted = Rule(
    "value.unit-converted", .note,
    zh: .init("“{found}”：金额由{unit}精确折算为万元。"),
    en: .init("“{found}”: amounts in {unit} were converted exactly to 万元."))

  public static let unitAssumed = Rule(
    "value.unit-assumed", .warning,
    zh: .init("没有写明金额单位，按万元计。", advice: "请注明单位，或在配置文件中写 unit。"),
    en: .init("No unit of amounts is given; 万元 was assumed.", advice: "State the unit, or set it in a profile."))

  public static let rateInDoubt = Rule(
    "value.rate-in-doubt", .warning,
    zh: .init("执行率“{found}”有两种读法：{read}% 或 {other}%；取 {read}%。", advice: "请按百分数填写，如 48.52。"),
    en: .init(
      "The rate “{found}” can be read as {read}% or {other}%; {read}% was taken.",
      advice: "Write it as a percentage such as 48.52."))

  public static let codeSplit = Rule(
    "value.code-split", .note,
    zh: .init("“{found}”分为编码 {code} 和名称“{name}”。"),
    en: .init("“{found}” was split into the code {code} and the name “{name}”."))

  public static let lineBreaksDropped = Rule(
    "value.line-breaks", .note,
    zh: .init("去掉了换行，读作“{read}”。"),
    en: .init("Line breaks were dropped; the text reads “{read}”."))

  public static let signLost = Rule(
    "value.sign-lost", .warning,
    zh: .init("“{found}”开头的问号可能原是 ≥ 或 ≤，在另存时丢失了。", advice: "请对照原件补上比较符号。"),
    en: .init(
      "The question mark in “{found}” may have been a ≥ or ≤ that was lost when the file was saved.",
      advice: "Restore the sign from the original."))

  public static let periodUnreadable = Rule(
    "value.period-unreadable", .error,
    zh: .init("看不懂时段“{found}”。", advice: "请写成“2023-1月 至 2023-8月”的样子。"),
    en: .init("The period “{found}” cannot be understood.", advice: "Write it as 2023-1月 至 2023-8月."))

  public static let periodYearMissing = Rule(
    "value.period-year-missing", .error,
    zh: .init("时段“{found}”没有年份。", advice: "请补上年份，或在配置文件中写 year。"),
    en: .init("The period “{found}” has no year.", advice: "Add the year, or set it in a profile."))

  public static let periodYearAdded = Rule(
    "value.period-year-added", .note,
    zh: .init("时段“{found}”没有年份，按别处写明的{year}年计。"),
    en: .init("The period “{found}” has no year; {year}, which stands elsewhere, was taken."))

  public static let periodFromJanuary = Rule(
    "value.period-from-january", .note,
    zh: .init("时段“{found}”只有截止月份，从当年1月起算。"),
    en: .init("The period “{found}” names only its last month; it was taken to begin in January."))

  public static let periodWholeYear = Rule(
    "value.period-whole-year", .note,
    zh: .init("时段“{found}”只有年份，按全年1月至12月计。"),
    en: .init("The period “{found}” names only a year; January to December was taken."))

  public static let decimalComma = Rule(
    "value.decimal-comma", .error,
    zh: .init("“{found}”里的逗号像是小数点，无法确定是多少。", advice: "请用小数点，如 120.50。"),
    en: .init(
      "“{found}” seems to have a comma for its decimal point, so the number is not certain.",
      advice: "Write a point, as in 120.50."))

  public static let scientificNotation = Rule(
    "value.scientific", .warning,
    zh: .init("“{found}”是科学计数法，读作 {read}；存成文字时可能已丢失数位。", advice: "请在原文件中把单元格设为数值格式后重新导出。"),
    en: .init(
      "“{found}” is in scientific notation and was read as {read}; digits may have been lost when the table was saved.",
      advice: "Format the cells as numbers in the original file and export it again."))

  public static let amountAmongWords = Rule(
    "value.amount-among-words", .warning,
    zh: .init("“{found}”里除金额外还有文字，金额读作“{read}”。", advice: "请只填数字，说明写在别处。"),
    en: .init(
      "“{found}” holds words besides the amount; “{read}” was taken.",
      advice: "Write the number alone and explain it elsewhere."))

  public static let amountScaled = Rule(
    "value.scaled", .warning,
    zh: .init("单元格里存的数是 {stored}，显示为“{found}”；按显示的读作 {read} 万元，而不是 {other} 万元。", advice: "请核对金额单位。"),
    en: .init(
      "The cell holds {stored}, which its format shows as “{found}”; as shown it is {read} 万元, which was taken, not {other} 万元.",
      advice: "Check the unit of the amounts."))

  public static let numberShownAsDate = Rule(
    "value.shown-as-date", .warning,
    zh: .init("这个数显示成了日期“{found}”，按单元格里存的数 {read} 读取。", advice: "请把单元格设为数值格式。"),
    en: .init(
      "The number is shown as the date “{found}”; the stored number, {read}, was taken.",
      advice: "Format the cell as a number."))

  public static let codeLostDigits = Rule(
    "value.code-lost-digits", .warning,
    zh: .init("“{found}”里的编码被存成科学计数法，已丢失数位。", advice: "请在原文件中把编码设为文本格式后重新导出。"),
    en: .init(
      "The code in “{found}” was saved in scientific notation and has lost digits.",
      advice: "Format codes as text in the original file and export it again."))
}
