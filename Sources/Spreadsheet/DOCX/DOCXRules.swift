import Findings

/// What the reader of Word documents has to say beyond what is said of every workbook.
extension Rule {
  static let docxRules: [Rule] = [
    docxNoTables, docxOutside, docxMergeWithoutBeginning, docxHiddenText, docxDeleted, docxPlaceholder,
  ]

  package static let docxNoTables = Rule(
    "docx.no-tables", .error,
    zh: .init("文档里没有表格。", advice: "请向报送单位索取带表格的文档，或 .xlsx。"),
    en: .init("The document has no tables.", advice: "Ask for a document with the table, or for an .xlsx."))

  package static let docxOutside = Rule(
    "docx.outside", .note,
    zh: .init("表格以外的文字（{count} 段，“{found}”起）没有读取。"),
    en: .init("The text outside of the tables ({count} paragraphs from “{found}” on) was not read."))

  package static let docxMergeWithoutBeginning = Rule(
    "docx.merge-without-beginning", .warning,
    zh: .init("单元格标为与上方合并，上方却没有合并的起点；按单独的单元格读取（“{found}”）。", advice: "请用 Word 或 WPS 打开文档，核对此处的合并。"),
    en: .init(
      "The cell continues a vertical merge that has no first cell; it was read as a separate cell (“{found}”).",
      advice: "Check the merge in Word or WPS."))

  package static let docxHiddenText = Rule(
    "docx.hidden-text", .warning,
    zh: .init("“{found}”是隐藏文字，没有读取。", advice: "如果是表的内容，请取消隐藏。"),
    en: .init("“{found}” is hidden text and was not read.", advice: "Unhide it if it belongs to the form."))

  package static let docxDeleted = Rule(
    "docx.deleted", .note,
    zh: .init("“{found}”在修订中已删除，没有读取。"),
    en: .init("“{found}” is deleted in a tracked change and was not read."))

  package static let docxPlaceholder = Rule(
    "docx.placeholder", .note,
    zh: .init("“{found}”是待填处的提示文字，不算填写的内容。"),
    en: .init("“{found}” is the prompt of a field that nobody filled in; it was not read."))
}
