import Findings

/// Why a workbook or a sheet of it holds no form.
extension Rule {
  static let formRules: [Rule] = [
    notAForm, notAFormInEncoding, nothingWritten, departmentWide, sheetSkipped, sheetNotChosen, sheetWithoutForm,
    accountBroken,
  ]

  package static let notAForm = Rule(
    "form.not-a-form", .error,
    zh: .init("文件里没有绩效跟踪表：找不到“项目名称”和任何一个预算、目标或指标表格，开头是“{found}”。", advice: "请核对文件。"),
    en: .init(
      "There is no tracking form in the file: neither 项目名称 nor a budget, goals or indicator block; it begins with “{found}”.",
      advice: "Check that it is the right file."))

  package static let notAFormInEncoding = Rule(
    "form.not-a-form-in-encoding", .error,
    zh: .init(
      "按猜测的编码 {encoding} 读取，文件里没有绩效跟踪表，开头是“{found}”。", advice: "如果文字不对，请用 --encoding 指定编码；否则请核对文件。"),
    en: .init(
      "Read in the encoding {encoding}, which was guessed, the file holds no form; it begins with “{found}”.",
      advice: "If the text looks wrong, name the encoding with --encoding; else check that it is the right file."))

  package static let nothingWritten = Rule(
    "form.nothing-written", .error,
    zh: .init("文件里可读的工作表都是空的。", advice: "请核对文件。"),
    en: .init("No cell of any sheet that is read has anything in it.", advice: "Check that it is the right file."))

  package static let departmentWide = Rule(
    "form.whole-department", .error,
    zh: .init("“{found}”是部门整体支出的表，没有项目，不能转换为项目支出绩效跟踪表。", advice: "请报送项目支出的表。"),
    en: .init(
      "“{found}” covers a department's whole spending and has no project, so it cannot become a tracking form.",
      advice: "Send the form of a project."))

  package static let sheetSkipped = Rule(
    "form.sheet-skipped", .note,
    zh: .init("隐藏的工作表“{found}”没有读取。"),
    en: .init("The hidden sheet “{found}” was not read."))

  package static let sheetNotChosen = Rule(
    "form.sheet-not-chosen", .note,
    zh: .init("配置文件（sheet）指定了只读哪个工作表，“{found}”没有读取。"),
    en: .init("The profile names the only sheet to read; “{found}” was not read."))

  package static let sheetWithoutForm = Rule(
    "form.sheet-without-form", .note,
    zh: .init("工作表“{found}”里没有绩效跟踪表，{range} 没有读取。"),
    en: .init("The sheet “{found}” holds no form; {range} was not read."))

  package static let accountBroken = Rule(
    "form.account", .error,
    zh: .init("程序核对出错：文件有 {count} 个非空单元格，程序只说明了其中 {accounted} 个的去处。这是本程序的错误，请把文件报告给程序的维护者。"),
    en: .init(
      "Internal check failed: of {count} non-empty cells only {accounted} are accounted for. This is a fault of the program; report the file to its maintainers."
    ))
}
