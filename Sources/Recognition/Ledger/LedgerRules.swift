import Findings

/// What recognition of a ledger has to say.
extension Rule {
  static let ledgerRules: [Rule] = [
    ledgerHeading, ledgerUnknownColumn, ledgerNoHeading, ledgerTotalAssumed, ledgerSumRow, ledgerOtherRow,
    ledgerRepeatedHeader, ledgerConflict, ledgerRowsMissing, ledgerLateRow, ledgerNoProject, ledgerCarriedDown,
    ledgerRowWithoutIndicator, ledgerSupplement, ledgerNumber, ledgerUnaccounted, ledgerGroupRow, ledgerColumnNumbers,
  ]

  package static let ledgerHeading = Rule(
    "ledger.heading", .note,
    zh: .init("台账表头上方的“{found}”是说明，不是数据。"),
    en: .init("“{found}” above the headings of the ledger is a note and not data."))

  package static let ledgerUnknownColumn = Rule(
    "ledger.unknown-column", .note,
    zh: .init("“{found}”列没有对应的栏目，作为附加信息保留。"),
    en: .init("The column “{found}” has no field of its own and is kept as extra information."))

  package static let ledgerNoHeading = Rule(
    "ledger.no-heading", .warning,
    zh: .init("{found} 列没有表头，内容作为附加信息保留。", advice: "请补上表头。"),
    en: .init("Column {found} has no heading; what stands in it is kept as extra information.", advice: "Give it one."))

  package static let ledgerTotalAssumed = Rule(
    "ledger.total-assumed", .warning,
    zh: .init("没有“年度资金总额”的列，“{found}”下的金额按年度资金总额读取。", advice: "请核对这几列的表头。"),
    en: .init(
      "There are no columns called 年度资金总额; the amounts under “{found}” were taken for it.",
      advice: "Check the headings of these columns."))

  package static let ledgerSumRow = Rule(
    "ledger.sum-row", .note,
    zh: .init("“{found}”行是合计，不作为一张表。"),
    en: .init("The row “{found}” is a total and not a form."))

  package static let ledgerOtherRow = Rule(
    "ledger.other-row", .note,
    zh: .init("“{found}”是说明或签名，不是数据。"),
    en: .init("“{found}” is a note or signature and not data."))

  package static let ledgerRepeatedHeader = Rule(
    "ledger.repeated-header", .note,
    zh: .init("这一行重复了表头，不作为数据。"),
    en: .init("The row repeats the headings and is not data."))

  package static let ledgerConflict = Rule(
    "ledger.conflict", .error,
    zh: .init("同一张表的“{heading}”前后不一：先是“{expected}”，这里是“{found}”；取前者。", advice: "请核对这几行。"),
    en: .init(
      "“{heading}” of one form is “{expected}” in an earlier row and “{found}” here; the earlier one was taken.",
      advice: "Check these rows."))

  package static let ledgerRowsMissing = Rule(
    "ledger.rows-missing", .error,
    zh: .init("第 {form} 号表应有 {expected} 条指标，台账里只有 {found} 条。", advice: "请核对是否删掉了行。"),
    en: .init(
      "Form {form} is said to have {expected} indicators, but the ledger has {found} of them.",
      advice: "Check whether rows were deleted."))

  package static let ledgerLateRow = Rule(
    "ledger.late-row", .error,
    zh: .init("第 {form} 号表的指标已经齐了，这一行另成一张表。", advice: "请把它放到那张表的其他行旁边，并更新指标数。"),
    en: .init(
      "Form {form} was complete before this row, which became a form of its own.",
      advice: "Move it beside the form's other rows and correct the number of indicators."))

  package static let ledgerNoProject = Rule(
    "ledger.no-project", .error,
    zh: .init("这一行没有项目名称，上面也没有可以沿用的。", advice: "请补上项目名称。"),
    en: .init(
      "The row has no project name, and no row above it has one to take over.", advice: "Fill in the project name."))

  package static let ledgerCarriedDown = Rule(
    "ledger.carried-down", .note,
    zh: .init("“{heading}”列的空格沿用上一行的内容，如“{found}”。"),
    en: .init("Blanks in the column “{heading}” repeat what stands above them, such as “{found}”."))

  package static let ledgerRowWithoutIndicator = Rule(
    "ledger.row-without-indicator", .note,
    zh: .init("这一行只有指标级别“{found}”，没有指标。"),
    en: .init("The row has only the levels “{found}” and no indicator."))

  package static let ledgerSupplement = Rule(
    "ledger.supplement", .warning,
    zh: .init("看不懂“{heading}”里的写法，整段作为附加信息保留。", advice: "请按“名称：内容”逐行填写。"),
    en: .init(
      "“{heading}” is not written as this program writes it; the whole text was kept as extra information.",
      advice: "Write one “name：text” a line."))

  package static let ledgerNumber = Rule(
    "ledger.number", .error,
    zh: .init("“{heading}”应是从 1 起的整数，这里是“{found}”。", advice: "请改正编号。"),
    en: .init("“{heading}” has to be a whole number from 1, but is “{found}”.", advice: "Correct the number."))

  package static let ledgerUnaccounted = Rule(
    "ledger.unaccounted", .error,
    zh: .init("程序核对出错：台账有 {expected} 个非空单元格，程序只说明了其中 {found} 个的去处。", advice: "这是本程序的错误，请把文件报告给程序的维护者。"),
    en: .init(
      "Internal check failed: of {expected} non-empty cells of the ledger only {found} are accounted for.",
      advice: "This is a fault of the program; report the file to its maintainers."))

  package static let ledgerGroupRow = Rule(
    "ledger.group-row", .note,
    zh: .init("“{found}”单独一行，是下面各项目的单位。"),
    en: .init("“{found}” in a row of its own is the unit of the projects below."))

  package static let ledgerColumnNumbers = Rule(
    "ledger.column-numbers", .note,
    zh: .init("这一行是栏次（{found}），不作为数据。"),
    en: .init("The row numbers the columns ({found}) and is not data."))
}
