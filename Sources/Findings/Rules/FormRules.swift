/// What recognition of a form has to say.
extension Rule {
  static let formRules = [
    notAForm, notAFormInEncoding, nothingWritten, departmentWide, sheetSkipped, sheetNotChosen, sheetWithoutForm,
    hiddenCellsRead,
    rowRealigned,
    levelCarried,
    levelDerived, levelRenamed, levelKept, indicatorWithoutName, fundUnknown, fundTakenAsOther, fieldTwice,
    amountWithoutHeading, textJoined, targetJoined, reasonsTicked, mergedValueShared, mergesRepeated, optionTicked,
    optionsInDoubt,
    cellsAreSignature, cellsAreNote, cellsAreInstruction, cellsAreOther, cellsAreBlank, cellsAreRowNumbers,
    cellsSayNothing, sheetWithPart, coverPassedOver, instructionsPassedOver, listPassedOver, blankFormPassedOver,
    manyOtherCells, accountBroken, formTypedByHand,
  ]

  public static let notAFormInEncoding = Rule(
    "form.not-a-form-in-encoding", .error,
    zh: .init(
      "按猜测的编码 {encoding} 读取，文件里没有绩效跟踪表，开头是“{found}”。", advice: "如果文字不对，请用 --encoding 指定编码；否则请核对文件。"),
    en: .init(
      "Read in the encoding {encoding}, which was guessed, the file holds no form; it begins with “{found}”.",
      advice: "If the text looks wrong, name the encoding with --encoding; else check that it is the right file."))

  public static let notAForm = Rule(
    "form.not-a-form", .error,
    zh: .init("文件里没有绩效跟踪表：找不到“项目名称”和任何一个预算、目标或指标表格，开头是“{found}”。", advice: "请核对文件。"),
    en: .init(
      "There is no tracking form in the file: neither 项目名称 nor a budget, goals or indicator block; it begins with “{found}”.",
      advice: "Check that it is the right file."))

  public static let nothingWritten = Rule(
    "form.nothing-written", .error,
    zh: .init("文件里可读的工作表都是空的。", advice: "请核对文件。"),
    en: .init("No cell of any sheet that is read has anything in it.", advice: "Check that it is the right file."))

  public static let departmentWide = Rule(
    "form.whole-department", .error,
    zh: .init("“{found}”是部门整体支出的表，没有项目，不能转换为项目支出绩效跟踪表。", advice: "请报送项目支出的表。"),
    en: .init(
      "“{found}” covers a department's whole spending and has no project, so it cannot become a tracking form.",
      advice: "Send the form of a project."))

  public static let sheetSkipped = Rule(
    "form.sheet-skipped", .note,
    zh: .init("隐藏的工作表“{found}”没有读取。"),
    en: .init("The hidden sheet “{found}” was not read."))

  public static let sheetNotChosen = Rule(
    "form.sheet-not-chosen", .note,
    zh: .init("配置文件（sheet）指定了只读哪个工作表，“{found}”没有读取。"),
    en: .init("The profile names the only sheet to read; “{found}” was not read."))

  public static let sheetWithoutForm = Rule(
    "form.sheet-without-form", .note,
    zh: .init("工作表“{found}”里没有绩效跟踪表，{range} 没有读取。"),
    en: .init("The sheet “{found}” holds no form; {range} was not read."))

  public static let hiddenCellsRead = Rule(
    "form.hidden", .note,
    zh: .init("{range} 所在的行或列是隐藏的，已照常读取。"),
    en: .init("{range} is in a hidden row or column and was read all the same."))

  public static let rowRealigned = Rule(
    "form.row-realigned", .note,
    zh: .init("这一行错开了 {columns} 列，已按表头对齐。"),
    en: .init("The row is shifted by {columns} column(s) against its header and was realigned."))

  public static let levelCarried = Rule(
    "form.level-carried", .note,
    zh: .init("这里没有写指标级别，沿用上面的“{read}”。"),
    en: .init("The level is not given here; “{read}” from above was taken."))

  public static let levelDerived = Rule(
    "form.level-derived", .note,
    zh: .init("没有写一级指标，由“{level2}”推出“{level1}”。"),
    en: .init("Level 1 is not given; “{level1}” follows from “{level2}”."))

  public static let levelRenamed = Rule(
    "form.level-renamed", .note,
    zh: .init("“{found}”统一写作“{read}”。"),
    en: .init("“{found}” was normalized to “{read}”."))

  public static let levelKept = Rule(
    "form.level-kept", .note,
    zh: .init("“{found}”不是指标体系里的名称，按原样保留。"),
    en: .init("“{found}” is not a name of the indicator system; it was kept as it is."))

  public static let indicatorWithoutName = Rule(
    "form.indicator-without-name", .error,
    zh: .init("这一行有指标值，没有三级指标名称。", advice: "请补上三级指标。"),
    en: .init("The row has indicator values but no 三级指标.", advice: "Name the indicator."))

  public static let fundUnknown = Rule(
    "form.fund-unknown", .warning,
    zh: .init("资金行“{found}”不是官方表的四个资金行之一，作为附加信息保留。", advice: "请核对资金来源。"),
    en: .init(
      "The fund row “{found}” is not one of the official form's four; it was kept as extra information.",
      advice: "Check the source of funds."))

  public static let fundTakenAsOther = Rule(
    "form.fund-taken-as-other", .note,
    zh: .init("没有“其他资金”一行，“{found}”按其他资金计。"),
    en: .init("There is no row 其他资金; “{found}” was taken for it."))

  public static let fieldTwice = Rule(
    "form.field-twice", .error,
    zh: .init("同一栏目出现两次，内容不一致：“{found}”和“{read}”；取“{read}”。", advice: "请核对后保留一个。"),
    en: .init(
      "The field is given twice, differently: “{found}” and “{read}”; “{read}” was taken.", advice: "Keep only one."))

  public static let amountWithoutHeading = Rule(
    "form.amount-without-heading", .note,
    zh: .init("金额上方没有列标题，按年初预算数计。"),
    en: .init("The amounts have no column heading and were taken for 年初预算数."))

  public static let textJoined = Rule(
    "form.text-joined", .note,
    zh: .init("一段文字分在 {count} 个单元格里，已连成一段。"),
    en: .init("A text is spread over {count} cells; they were joined."))

  public static let targetJoined = Rule(
    "form.target-joined", .note,
    zh: .init("年度指标值分列在 {range}，已合为一个值。"),
    en: .init("The target is spread over {range}; the cells were joined."))

  public static let reasonsTicked = Rule(
    "form.reasons-ticked", .note,
    zh: .init("{range} 中勾选的原因已写成文字。"),
    en: .init("The reasons ticked in {range} were written out."))

  public static let mergedValueShared = Rule(
    "form.merged-value", .note,
    zh: .init("“{found}”所在的合并单元格跨了几个指标，各指标都取这个值。"),
    en: .init("The merged cell “{found}” covers several indicators; it was taken for each of them."))

  public static let mergesRepeated = Rule(
    "form.merges-repeated", .note,
    zh: .init("合并单元格的内容在它覆盖的每个格里重复写出，{range} 中的 {count} 处各按一个单元格读取。"),
    en: .init(
      "The text of merged cells is repeated in every cell they covered; {count} in {range} were read as one cell each.")
  )

  public static let optionTicked = Rule(
    "form.option-ticked", .note,
    zh: .init("“{found}”勾选的是“{read}”，按它读取。"),
    en: .init("Of “{found}”, “{read}” is ticked and was taken."))

  public static let optionsInDoubt = Rule(
    "form.options-in-doubt", .warning,
    zh: .init("“{found}”勾选了不止一项（{read}），分不清是哪一项。", advice: "请只勾选一项。"),
    en: .init("More than one option of “{found}” is ticked ({read}).", advice: "Tick only one of them."))

  public static let cellsAreSignature = Rule(
    "form.signature", .note,
    zh: .init("{range} 是签章栏（{found}），不属于表的内容。"),
    en: .init("{range} is for signatures ({found}) and does not belong to the form's content."))

  public static let cellsAreNote = Rule(
    "form.note", .note,
    zh: .init("{range} 是注释（{found}），不属于表的内容。"),
    en: .init("{range} is a note ({found}) and does not belong to the form's content."))

  public static let cellsAreInstruction = Rule(
    "form.instruction", .note,
    zh: .init("{range} 是填表说明（{found}），不属于表的内容。"),
    en: .init("{range} is an instruction ({found}) and does not belong to the form's content."))

  public static let cellsAreOther = Rule(
    "form.other-cells", .note,
    zh: .init("{range} 的内容（{found}）不属于任何栏目，没有读取。", advice: "如果是表的内容，请填到对应的栏目里。"),
    en: .init(
      "{range} belongs to no field ({found}) and was not read.",
      advice: "If it is part of the form, type it into its field."))

  public static let cellsAreBlank = Rule(
    "form.blank-cells", .note,
    zh: .init("{range} 内有 {count} 个单元格只有空格。"),
    en: .init("{count} cells in {range} hold nothing but white space."))

  public static let cellsAreRowNumbers = Rule(
    "form.row-numbers", .note,
    zh: .init("{range} 是序号，不属于表的内容。"),
    en: .init("{range} numbers the rows and does not belong to the form's content."))

  public static let cellsSayNothing = Rule(
    "form.empty-words", .note,
    zh: .init("{range} 内有 {count} 个单元格写着“{found}”一类表示空值的字样，按空白读取。"),
    en: .init("{count} cell(s) in {range} hold a word for nothing such as “{found}” and were read as blank."))

  public static let sheetWithPart = Rule(
    "form.sheet-with-part", .error,
    zh: .init("工作表“{found}”里有预算、目标或指标，但没有项目名称，{range} 没有读取。", advice: "请把一张表放在同一个工作表里。"),
    en: .init(
      "The sheet “{found}” has a budget, goals or indicators but no project; {range} was not read.",
      advice: "Put a form on one sheet."))

  public static let coverPassedOver = Rule(
    "form.cover", .note,
    zh: .init("{range}（“{found}”）是封面，没有预算、目标或指标，不作为一张表。"),
    en: .init("{range} (“{found}”) is a cover without budget, goals or indicators; it is not taken for a form."))

  public static let instructionsPassedOver = Rule(
    "form.instructions", .note,
    zh: .init("{range}（“{found}”）是填报说明，不作为一张表。"),
    en: .init("{range} (“{found}”) explains how to fill in a form; it is not taken for one."))

  public static let listPassedOver = Rule(
    "form.list", .note,
    zh: .init("{range}（“{found}”）是项目名单，没有预算、目标或指标，不作为一张表。"),
    en: .init(
      "{range} (“{found}”) is a list of projects without budget, goals or indicators; it is not taken for a form."))

  public static let blankFormPassedOver = Rule(
    "form.blank", .note,
    zh: .init("{range}（“{found}”）是没有填写的空表，不作为一张表。"),
    en: .init("{range} (“{found}”) is a form that nobody has filled in; it is not taken for a form."))

  public static let manyOtherCells = Rule(
    "form.many-other-cells", .warning,
    zh: .init("{count} 个单元格里有 {other} 个不属于任何栏目。", advice: "请核对表格式样；可以用 inspect 命令查看读取结果，在配置文件的 synonyms 中补充栏目的其他叫法。"),
    en: .init(
      "{other} of {count} cells belong to no field.",
      advice: "Look at the file with the inspect command, or add labels in a profile."))

  public static let accountBroken = Rule(
    "form.account", .error,
    zh: .init("程序核对出错：文件有 {count} 个非空单元格，程序只说明了其中 {accounted} 个的去处。这是本程序的错误，请把文件报告给程序的维护者。"),
    en: .init(
      "Internal check failed: of {count} non-empty cells only {accounted} are accounted for. This is a fault of the program; report the file to its maintainers."
    ))

  public static let formTypedByHand = Rule(
    "form.typed-by-hand", .warning,
    zh: .init("“{found}”是在网页上手工改录的，原为“{was}”。", advice: "请由填报单位确认，并改正原文件。"),
    en: .init(
      "“{found}” was typed by hand on the page; it was “{was}”.",
      advice: "Have the unit confirm it and correct its own file."))
}
