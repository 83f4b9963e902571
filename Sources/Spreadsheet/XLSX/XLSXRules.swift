import Findings

/// What the reader of XLSX has to say; the other readers of workbooks say the same by the same rules.
extension Rule {
  static let xlsxRules: [Rule] = [
    xlsxDamaged, xlsxMalformed, xlsxEncoding, xlsxDocumentType, xlsxNoSheets, xlsxWorkbookMissing, xlsxDuplicatePart,
    xlsxSheetMissing, xlsxSharedStringMissing, xlsxFormulaWithoutValue, xlsxCellPicture, xlsxPrecisionLost,
    xlsxInvalidValue, xlsxInvalidReference, xlsxStrayCell, xlsxMisplaced, xlsxRowsOutOfOrder, xlsxDuplicateCell,
    xlsxMergeInvalid, xlsxMergeReversed, xlsxMergeOverlap, xlsxMoreFindings,
  ]

  package static let xlsxDamaged = Rule(
    "xlsx.damaged", .error,
    zh: .init("文件已损坏，读不出内容（{reason}）。", advice: "请用 WPS 或 Excel 打开后另存，或向报送单位重新索取。"),
    en: .init("The file is damaged, its ZIP container cannot be read ({reason}).", advice: "Ask for another copy."))

  package static let xlsxMalformed = Rule(
    "xlsx.malformed", .error,
    zh: .init("文件内部的格式有错误（XML：{reason}），读不出内容。", advice: "请用 WPS 或 Excel 打开后另存，或向报送单位重新索取。"),
    en: .init(
      "The file cannot be read: a part of it is not well-formed XML ({reason}).",
      advice: "Open and save it in Excel or WPS."))

  package static let xlsxEncoding = Rule(
    "xlsx.encoding", .error,
    zh: .init("文件内部的文字用 {found} 编码，而 XLSX 只允许 UTF-8 和 UTF-16，读不出内容。", advice: "请用 WPS 或 Excel 打开后另存为 .xlsx。"),
    en: .init(
      "A part of the file is written in {found}, where only UTF-8 and UTF-16 are allowed.",
      advice: "Open it in Excel or WPS and save it as .xlsx."))

  package static let xlsxDocumentType = Rule(
    "xlsx.doctype", .error,
    zh: .init("文件内部含有正常表格不会有的内容（DOCTYPE 声明），为安全起见没有读取。", advice: "请核实文件来源。"),
    en: .init(
      "A part of the file declares a DOCTYPE, which no spreadsheet does; it was not read.",
      advice: "Find out where it came from."))

  package static let xlsxNoSheets = Rule(
    "xlsx.no-sheets", .error,
    zh: .init("工作簿中没有任何工作表。", advice: "请向报送单位重新索取。"),
    en: .init("The workbook has no sheets.", advice: "Ask for another copy."))

  package static let xlsxWorkbookMissing = Rule(
    "xlsx.workbook-missing", .error,
    zh: .init("文件里缺少工作表的目录（workbook.xml），不知道有哪些工作表。", advice: "请向报送单位重新索取。"),
    en: .init("The part that lists the sheets (workbook.xml) is not in the file.", advice: "Ask for another copy."))

  package static let xlsxDuplicatePart = Rule(
    "xlsx.duplicate-part", .error,
    zh: .init("文件内部有两份同名的内容“{part}”，无法判断以哪一份为准。", advice: "请用 WPS 或 Excel 打开后另存。"),
    en: .init("The package has two parts called {part}.", advice: "Open and save it in Excel or WPS."))

  package static let xlsxSheetMissing = Rule(
    "xlsx.sheet-missing", .error,
    zh: .init("工作表“{sheet}”的内容不在文件中。", advice: "请向报送单位重新索取。"),
    en: .init("The contents of the sheet {sheet} are not in the file.", advice: "Ask for another copy."))

  package static let xlsxSharedStringMissing = Rule(
    "xlsx.shared-string", .error,
    zh: .init("单元格的文字在文件里找不到：它指向第 {found} 条文字，而文件只有 {count} 条。", advice: "请核对该单元格的内容。"),
    en: .init(
      "The cell's text is not in the file: it refers to text {found} of {count}.",
      advice: "Check the cell in the original."))

  package static let xlsxFormulaWithoutValue = Rule(
    "xlsx.formula-without-value", .error,
    zh: .init("公式“{formula}”没有保存计算结果。", advice: "请用 WPS 或 Excel 打开并保存，使结果写入文件。"),
    en: .init(
      "The formula {formula} was saved without its result.", advice: "Open and save the file in Excel or WPS."))

  package static let xlsxCellPicture = Rule(
    "xlsx.cell-picture", .warning,
    zh: .init("单元格中是图片（WPS 的 DISPIMG），没有文字可读。", advice: "如图片中有数据，请改为文字填写。"),
    en: .init("The cell holds a picture (WPS DISPIMG) and no text.", advice: "Type what the picture shows."))

  package static let xlsxPrecisionLost = Rule(
    "xlsx.precision", .warning,
    zh: .init("数字 {found} 超过 15 位，末尾数字在录入时已丢失。", advice: "编码、证件号等请以文本格式填写。"),
    en: .init(
      "The number {found} has more than 15 digits, the last ones are lost.", advice: "Type identifiers as text."))

  package static let xlsxInvalidValue = Rule(
    "xlsx.value", .warning,
    zh: .init("单元格里的“{found}”与单元格的数据类型不符，按文字读取。", advice: "请核对该单元格的内容。"),
    en: .init("The value {found} does not fit the cell's type and is read as text.", advice: "Check the cell."))

  package static let xlsxInvalidReference = Rule(
    "xlsx.reference", .warning,
    zh: .init("文件中有无效的单元格位置“{found}”。", advice: "请用 WPS 或 Excel 打开后另存。"),
    en: .init("The file has an invalid cell address ({found}).", advice: "Open and save it in Excel or WPS."))

  package static let xlsxStrayCell = Rule(
    "xlsx.stray-cell", .note,
    zh: .init("文件内部把这个单元格写在第 {row} 行里，与它标明的位置不符；按标明的位置读取。"),
    en: .init("The file has the cell within row {row}, unlike the cell's own address; it was read by its address."))

  package static let xlsxMisplaced = Rule(
    "xlsx.misplaced", .error,
    zh: .init("工作表内部的结构有错误：第 {row} 行附近有内容写错了位置（{found}），没有读取。", advice: "请用 WPS 或 Excel 打开后另存，再核对内容。"),
    en: .init(
      "Near row {row} an element {found} is out of place; its content was not read.",
      advice: "Open and save the file in Excel or WPS."))

  package static let xlsxRowsOutOfOrder = Rule(
    "xlsx.row-order", .note,
    zh: .init("文件内部行的次序颠倒：第 {found} 行写在第 {other} 行之后。"),
    en: .init("The rows are out of order: row {found} is written after row {other}."))

  package static let xlsxDuplicateCell = Rule(
    "xlsx.duplicate-cell", .warning,
    zh: .init("文件里这个单元格写了不止一次，以最后一次为准。", advice: "请用 WPS 或 Excel 打开后核对。"),
    en: .init("The file has the cell more than once; the last one counts.", advice: "Check it in Excel or WPS."))

  package static let xlsxMergeInvalid = Rule(
    "xlsx.merge", .warning,
    zh: .init("合并区域“{found}”无效，已忽略。", advice: "请用 WPS 或 Excel 打开后核对。"),
    en: .init("The merged range {found} is not valid and was ignored.", advice: "Check it in Excel or WPS."))

  package static let xlsxMergeReversed = Rule(
    "xlsx.merge-reversed", .note,
    zh: .init("合并区域“{found}”的两角次序颠倒，已更正。"),
    en: .init("The corners of the merged range {found} were in the wrong order and were swapped."))

  package static let xlsxMergeOverlap = Rule(
    "xlsx.merge-overlap", .warning,
    zh: .init("合并区域 {found} 与 {other} 重叠，只保留后者。", advice: "请用 WPS 或 Excel 打开后核对。"),
    en: .init("The merged range {found} overlaps {other} and was ignored.", advice: "Check it in Excel or WPS."))

  package static let xlsxMoreFindings = Rule(
    "xlsx.more-findings", .warning,
    zh: .init("同类问题（{rule}）另有 {count} 处未逐一列出。"),
    en: .init("There are {count} more findings of {rule}."))
}
