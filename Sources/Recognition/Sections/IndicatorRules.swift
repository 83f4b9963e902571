import Findings

/// What the readers of the indicator table have to say.
extension Rule {
  static let indicatorRules: [Rule] = [
    rowRealigned, levelCarried, levelDerived, levelRenamed, levelKept, indicatorWithoutName, targetJoined,
    reasonsTicked, placementInDoubt, tableBesideYear,
  ]

  package static let rowRealigned = Rule(
    "form.row-realigned", .note,
    zh: .init("这一行错开了 {columns} 列，已按表头对齐。"),
    en: .init("The row is shifted by {columns} column(s) against its header and was realigned."))

  package static let levelCarried = Rule(
    "form.level-carried", .note,
    zh: .init("这里没有写指标级别，沿用上面的“{read}”。"),
    en: .init("The level is not given here; “{read}” from above was taken."))

  package static let levelDerived = Rule(
    "form.level-derived", .note,
    zh: .init("没有写一级指标，由“{level2}”推出“{level1}”。"),
    en: .init("Level 1 is not given; “{level1}” follows from “{level2}”."))

  package static let levelRenamed = Rule(
    "form.level-renamed", .note,
    zh: .init("“{found}”统一写作“{read}”。"),
    en: .init("“{found}” was normalized to “{read}”."))

  package static let levelKept = Rule(
    "form.level-kept", .note,
    zh: .init("“{found}”不是指标体系里的名称，按原样保留。"),
    en: .init("“{found}” is not a name of the indicator system; it was kept as it is."))

  package static let indicatorWithoutName = Rule(
    "form.indicator-without-name", .error,
    zh: .init("这一行有指标值，没有三级指标名称。", advice: "请补上三级指标。"),
    en: .init("The row has indicator values but no 三级指标.", advice: "Name the indicator."))

  package static let targetJoined = Rule(
    "form.target-joined", .note,
    zh: .init("年度指标值分列在 {range}，已合为一个值。"),
    en: .init("The target is spread over {range}; the cells were joined."))

  package static let reasonsTicked = Rule(
    "form.reasons-ticked", .note,
    zh: .init("{range} 中勾选的原因已写成文字。"),
    en: .init("The reasons ticked in {range} were written out."))

  package static let placementInDoubt = Rule(
    "form.placement-in-doubt", .warning,
    zh: .init("不能确定这一行的内容各属于哪个表头：读作“{read}”，也可能是“{found}”。", advice: "请核对，或提供保留合并单元格的文件。"),
    en: .init(
      "It is not certain under which headings the row stands: it was read as “{read}”, and could be read as “{found}”.",
      advice: "Check it, or send a file that keeps its merged cells."))

  package static let tableBesideYear = Rule(
    "form.table-beside-year", .note,
    zh: .init("“{found}”与年度的内容并列：以年度的为准，“{found}”作为附加信息保留。"),
    en: .init("“{found}” stands beside the one of the year, which counts; it was kept as extra information."))
}
