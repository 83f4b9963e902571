import Findings

/// What the writer of workbooks has to say.
extension Rule {
  static let workbookRules: [Rule] = [
    workbookWriteFailed, workbookTextTooLong, workbookNumber, workbookMergeOverlap, workbookSheetName,
    workbookListTooLong,
  ]

  package static let workbookWriteFailed = Rule(
    "workbook.write-failed", .error,
    zh: .init("工作簿无法写出：{reason}。", advice: "请检查磁盘空间和权限后重试。"),
    en: .init("The workbook cannot be written: {reason}.", advice: "Check disk space and permissions and try again."))

  package static let workbookTextTooLong = Rule(
    "workbook.text-too-long", .error,
    zh: .init("文字有 {found} 个字符，超过 XLSX 单元格的 {expected} 个；这个上限不能放宽。", advice: "请精简文字，或改为输出 JSON（--to json）。"),
    en: .init(
      "A text has {found} characters, more than the {expected} of an XLSX cell; this limit cannot be raised.",
      advice: "Shorten it, or write JSON (--to json)."))

  package static let workbookNumber = Rule(
    "workbook.number", .error,
    zh: .init("数值 {found} 无法作为 XLSX 的数字保存。", advice: "请核对该数值，或改为输出 JSON（--to json）。"),
    en: .init("The value {found} cannot be a number in XLSX.", advice: "Check it, or write JSON (--to json)."))

  package static let workbookMergeOverlap = Rule(
    "workbook.merge-overlap", .error,
    zh: .init("合并区域 {found} 与另一合并区域重叠。"),
    en: .init("The merged range {found} overlaps another one."))

  package static let workbookSheetName = Rule(
    "workbook.sheet-name", .error,
    zh: .init("工作表名“{found}”不可用或重复。", advice: "请换一个名称：不超过 31 个字符，不含 [ ] : * ? / \\。"),
    en: .init(
      "A sheet cannot be named \"{found}\", or another one has that name.",
      advice: "Choose a name of at most 31 characters without [ ] : * ? / \\."))

  package static let workbookListTooLong = Rule(
    "workbook.list-too-long", .error,
    zh: .init("下拉选项共 {found} 个字符，超过 XLSX 的 255 个（这个上限不能放宽），或选项含逗号、引号。", advice: "请把选项放在工作表中引用。"),
    en: .init(
      "The options of a list take {found} characters, more than the 255 of XLSX (this limit cannot be raised), or contain a comma or quote.",
      advice: "Keep the options on a sheet and refer to it."))
}
