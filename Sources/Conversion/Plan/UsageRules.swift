import Findings

/// What is wrong with a command before anything is done.
extension Rule {
  static let usageRules: [Rule] = [
    usageNoInput, usageNamePlaceholder, usageOutputIsInputFolder, usageFormat, usageTemplateFormat, usageResume,
    usageTwoOutputs, usageReview, usageLimit, usageReportFormat, usageOutputExtension,
  ]

  package static let usageNoInput = Rule(
    "usage.no-input", .error,
    zh: .init("没有说明要读取什么。", advice: "请写上文件、文件夹、-（标准输入）或 --files-from。"),
    en: .init("There is no input.", advice: "Name a file, a folder, - for standard input, or use --files-from."))

  package static let usageNamePlaceholder = Rule(
    "usage.name-placeholder", .error,
    zh: .init("--name 中不认识“{found}”。", advice: "可用：{expected}。"),
    en: .init("--name does not know \"{found}\".", advice: "There are: {expected}."))

  package static let usageOutputIsInputFolder = Rule(
    "usage.output-is-input-folder", .error,
    zh: .init("输出文件夹“{path}”就是输入文件夹。", advice: "请换一个输出文件夹。"),
    en: .init("The output folder \"{path}\" is the input folder.", advice: "Choose another output folder."))

  package static let usageFormat = Rule(
    "usage.format", .error,
    zh: .init("--name 只能和输出文件夹一起用。", advice: "请让 -o 指向文件夹，例如 -o 成果/。"),
    en: .init("--name needs a folder as output.", advice: "Name a folder, as in -o out/."))

  package static let usageTemplateFormat = Rule(
    "usage.template-format", .error,
    zh: .init("空白表只能写成 .xlsx。", advice: "请把输出文件的扩展名改成 .xlsx。"),
    en: .init("The empty form can only be an .xlsx file.", advice: "Give the output the extension .xlsx."))

  package static let usageOutputExtension = Rule(
    "usage.output-extension", .error,
    zh: .init("不能写成 {found} 文件：“{path}”。", advice: "请改用这些扩展名之一：{expected}；要输出到文件夹，请在末尾加 /。"),
    en: .init(
      "\"{path}\" cannot be written: no {found} files are.",
      advice: "Use one of the extensions {expected}; end it in / where it is a folder."))

  package static let usageResume = Rule(
    "usage.resume", .error,
    zh: .init("标准输出不能用 --resume。", advice: "请输出到文件或文件夹。"),
    en: .init("Standard output cannot be resumed.", advice: "Write to a file or a folder."))

  package static let usageTwoOutputs = Rule(
    "usage.two-outputs", .error,
    zh: .init("“{path}”同时是两项输出。", advice: "请给每项输出各自的文件。"),
    en: .init("\"{path}\" is asked for as two outputs.", advice: "Give each output a file of its own."))

  package static let usageReview = Rule(
    "usage.review", .error,
    zh: .init("--review 需要输出到文件夹，或官方表的 .xlsx 文件。"),
    en: .init("--review needs a folder, or an .xlsx file of official forms, as output."))

  package static let usageLimit = Rule(
    "usage.limit", .error,
    zh: .init("{option} 应为正数。", advice: "请改正，例如 {option} 8。"),
    en: .init("{option} has to be a positive number.", advice: "Correct it, as in {option} 8."))

  package static let usageReportFormat = Rule(
    "usage.report-format", .error,
    zh: .init("报告“{path}”的扩展名不是 .json、.xlsx 或 .html。", advice: "请改用其中一种。"),
    en: .init("The report \"{path}\" has none of the extensions .json, .xlsx and .html.", advice: "Use one of them."))
}
