/// What the XLSX reader has to say.
extension Rule {
  static let xlsxRules: [Rule] = [
    xlsxDamaged, xlsxMalformed, xlsxEncoding, xlsxDocumentType, xlsxNoSheets, xlsxWorkbookMissing, xlsxDuplicatePart,
    xlsxSheetMissing,
    xlsxSharedStringMissing, xlsxFormulaWithoutValue, xlsxCellPicture, xlsxPrecisionLost, xlsxInvalidValue,
    xlsxInvalidReference, xlsxStrayCell, xlsxMisplaced, xlsxRowsOutOfOrder, xlsxDuplicateCell, xlsxMergeInvalid,
    xlsxMergeReversed, xlsxMergeOverlap, xlsxMoreFindings, cellStruckOut, cellSuperscript, cellSymbols,
    cellSymbolUnknown, cellRadicals, cellCovered, textBoxRead, checkBoxRead, textBoxNotRead, checkBoxNotRead,
    commentNotRead, drawingUnreadable, cellMore,
    pageTextNotRead,
  ]

  public static let cellStruckOut = Rule(
    "cell.struck-out", .warning,
    zh: .init("“{found}”上有删除线，视为已删去，没有读取。", advice: "如果仍然有效，请去掉删除线。"),
    en: .init("“{found}” is struck out and was not read.", advice: "Remove the line through it if it still counts."))

  public static let cellSuperscript = Rule(
    "cell.superscript", .warning,
    zh: .init("“{found}”是上标或下标，不算作数字，单元格读作“{read}”。", advice: "请核对；注释请写在表外。"),
    en: .init(
      "“{found}” is a superscript or subscript and does not count as a digit; the cell was read as “{read}”.",
      advice: "Check the value."
    ))

  public static let cellSymbols = Rule(
    "cell.symbols", .note,
    zh: .init("单元格里有符号字体的字符（如打勾），读作“{read}”。"),
    en: .init("The cell has characters of a symbol font; it was read as “{read}”."))

  public static let cellSymbolUnknown = Rule(
    "cell.symbol-unknown", .warning,
    zh: .init("“{found}”用符号字体 {font} 显示为图形，读不出它的意思，按字符保留。", advice: "请改用普通文字或 √。"),
    en: .init(
      "“{found}” shows as a picture of the font {font}; it was kept as characters.", advice: "Use plain text or √."))

  public static let cellCovered = Rule(
    "cell.covered", .warning,
    zh: .init("合并单元格 {range} 下面还藏着“{found}”，表面看不到，没有读取。", advice: "如果需要，请取消合并后填到看得见的地方。"),
    en: .init(
      "“{found}” lies hidden under the merged range {range} and was not read.",
      advice: "If it is needed, type it where it can be seen."))

  public static let cellRadicals = Rule(
    "cell.radicals", .note,
    zh: .init("单元格里的“{found}”是部首或兼容字符，不是通用汉字（多由 PDF 复制而来），读作“{read}”。"),
    en: .init("“{found}” are radicals or compatibility characters (copied from a PDF); the cell was read as “{read}”."))

  public static let textBoxRead = Rule(
    "object.text-box-read", .warning,
    zh: .init("盖在空单元格上的文本框里写着“{found}”，按填在 {cell} 读取。", advice: "请核对，最好把文字直接填进单元格。"),
    en: .init(
      "A text box on the empty cell {cell} says “{found}”, which was read as its text.",
      advice: "Check it; type it into the cell if you can."))

  public static let checkBoxRead = Rule(
    "object.check-box-read", .warning,
    zh: .init("{cell} 是空的，上面的复选框读作“{found}”。", advice: "请核对，最好在单元格里填写文字。"),
    en: .init(
      "The cell {cell} is empty; the check boxes on it were read as “{found}”.",
      advice: "Check it; type it into the cell if you can."))

  public static let textBoxNotRead = Rule(
    "object.text-box-not-read", .warning,
    zh: .init("文本框里的文字“{found}”不在单元格中，没有读取。", advice: "如果是表的内容，请填进单元格。"),
    en: .init(
      "The text box “{found}” is in no cell and was not read.",
      advice: "If it belongs to the form, type it into a cell."))

  public static let checkBoxNotRead = Rule(
    "object.check-box-not-read", .warning,
    zh: .init("复选框“{found}”不在空单元格上，没有读取。", advice: "如果是表的内容，请填进单元格。"),
    en: .init(
      "The check box “{found}” is not on an empty cell and was not read.",
      advice: "If it belongs to the form, type it into a cell."))

  public static let drawingUnreadable = Rule(
    "object.unreadable", .warning,
    zh: .init("表上的图形（{found}）有错误，没有读完，其中的文本框或复选框可能没有读到。", advice: "请核对，最好把文字直接填进单元格。"),
    en: .init(
      "The drawing {found} is faulty and was not read to its end; text boxes or check boxes may be missing.",
      advice: "Check it; type their texts into cells if you can."))

  public static let cellMore = Rule(
    "cell.more", .warning,
    zh: .init("还有 {count} 处删除线、上下标、符号字体或部首字符同样处理，未逐一列出。", advice: "请核对整张表。"),
    en: .init(
      "{count} more texts struck out, raised, in symbol fonts or of radicals were read in the same way.",
      advice: "Check the whole sheet."))

  public static let commentNotRead = Rule(
    "object.comment-not-read", .note,
    zh: .init("批注“{found}”没有读取。"),
    en: .init("The comment “{found}” was not read."))

  public static let pageTextNotRead = Rule(
    "page.not-read", .note,
    zh: .init("页眉或页脚里的文字“{found}”没有读取。"),
    en: .init("The page's header or footer says “{found}”, which was not read."))

  public static let xlsxDamaged = Rule(
    "xlsx.damaged", .error,
    zh: .init("文件已损坏，读不出内容（{reason}）。", advice: "请用 WPS 或 Excel 打开后另存，或向报送单位重新索取。"),
    en: .init("The file is damaged, its ZIP container cannot be read ({reason}).", advice: "Ask for another copy."))

  public static let xlsxMalformed = Rule(
    "xlsx.malformed", .error,
    zh: .init("文件内部的格式有错误（XML：{reason}），读不出内容。", advice: "请用 WPS 或 Excel 打开后另存，或向报送单位重新索取。"),
    en: .init(
      "The file cannot be read: a part of it is not well-formed XML ({reason}).",
      advice: "Open and save it in Excel or WPS."))

  public static let xlsxEncoding = Rule(
    "xlsx.encoding", .error,
    zh: .init("文件内部的文字用 {found} 编码，而 XLSX 只允许 UTF-8 和 UTF-16，读不出内容。", advice: "请用 WPS 或 Excel 打开后另存为 .xlsx。"),
    en: .init(
      "A part of the file is written in {found}, where only UTF-8 and UTF-16 are allowed.",
      advice: "Open it in Excel or WPS and save it as .xlsx."))

  public static let xlsxWorkbookMissing = Rule(
    "xlsx.workbook-missing", .error,
    zh: .init("文件里缺少工作表的目录（workbook.xml），不知道有哪些工作表。", advice: "请向报送单位重新索取。"),
    en: .init("The part that lists the sheets (workbook.xml) is not in the file.", advice: "Ask for another copy."))

  public static let xlsxNoSheets = Rule(
    "xlsx.no-sheets", .error,
    zh: .init("工作簿中没有任何工作表。", advice: "请向报送单位重新索取。"),
    en: .init("The workbook has no sheets.", advice: "Ask for another copy."))

  public static let xlsxDocumentType = Rule(
    "xlsx.doctype", .error,
    zh: .init("文件内部含有正常表格不会有的内容（DOCTYPE 声明），为安全起见没有读取。", advice: "请核实文件来源。"),
    en: .init(
      "A part of the file declares a DOCTYPE, which no spreadsheet does; it was not read.",
      advice: "Find out where it came from."))

  public static let xlsxDuplicatePart = Rule(
    "xlsx.duplicate-part", .error,
    zh: .init("文件内部有两份同名的内容“{part}”，无法判断以哪一份为准。", advice: "请用 WPS 或 Excel 打开后另存。"),
    en: .init("The package has two parts called {part}.", advice: "Open and save it in Excel or WPS."))

  public static let xlsxSheetMissing = Rule(
    "xlsx.sheet-missing", .error,
    zh: .init("工作表“{sheet}”的内容不在文件中。", advice: "请向报送单位重新索取。"),
    en: .init("The contents of the sheet {sheet} are not in the file.", advice: "Ask for another copy."))

  public static let xlsxSharedStringMissing = Rule(
    "xlsx.shared-string", .error,
    zh: .init("单元格的文字在文件里找不到：它指向第 {found} 条文字，而文件只有 {count} 条。", advice: "请核对该单元格的内容。"),
    en: .init(
      "The cell's text is not in the file: it refers to text {found} of {count}.",
      advice: "Check the cell in the original."))

  public static let xlsxFormulaWithoutValue = Rule(
    "xlsx.formula-without-value", .error,
    zh: .init("公式“{formula}”没有保存计算结果。", advice: "请用 WPS 或 Excel 打开并保存，使结果写入文件。"),
    en: .init(
      "The formula {formula} was saved without its result.", advice: "Open and save the file in Excel or WPS."))

  public static let xlsxCellPicture = Rule(
    "xlsx.cell-picture", .warning,
    zh: .init("单元格中是图片（WPS 的 DISPIMG），没有文字可读。", advice: "如图片中有数据，请改为文字填写。"),
    en: .init("The cell holds a picture (WPS DISPIMG) and no text.", advice: "Type what the picture shows."))

  public static let xlsxPrecisionLost = Rule(
    "xlsx.precision", .warning,
    zh: .init("数字 {found} 超过 15 位，末尾数字在录入时已丢失。", advice: "编码、证件号等请以文本格式填写。"),
    en: .init(
      "The number {found} has more than 15 digits, the last ones are lost.", advice: "Type identifiers as text."))

  public static let xlsxInvalidValue = Rule(
    "xlsx.value", .warning,
    zh: .init("单元格里的“{found}”与单元格的数据类型不符，按文字读取。", advice: "请核对该单元格的内容。"),
    en: .init("The value {found} does not fit the cell's type and is read as text.", advice: "Check the cell."))

  public static let xlsxInvalidReference = Rule(
    "xlsx.reference", .warning,
    zh: .init("文件中有无效的单元格位置“{found}”。", advice: "请用 WPS 或 Excel 打开后另存。"),
    en: .init("The file has an invalid cell address ({found}).", advice: "Open and save it in Excel or WPS."))

  public static let xlsxStrayCell = Rule(
    "xlsx.stray-cell", .note,
    zh: .init("文件内部把这个单元格写在第 {row} 行里，与它标明的位置不符；按标明的位置读取。"),
    en: .init("The file has the cell within row {row}, unlike the cell's own address; it was read by its address."))

  public static let xlsxMisplaced = Rule(
    "xlsx.misplaced", .error,
    zh: .init("工作表内部的结构有错误：第 {row} 行附近有内容写错了位置（{found}），没有读取。", advice: "请用 WPS 或 Excel 打开后另存，再核对内容。"),
    en: .init(
      "Near row {row} an element {found} is out of place; its content was not read.",
      advice: "Open and save the file in Excel or WPS."))

  public static let xlsxRowsOutOfOrder = Rule(
    "xlsx.row-order", .note,
    zh: .init("文件内部行的次序颠倒：第 {found} 行写在第 {other} 行之后。"),
    en: .init("The rows are out of order: row {found} is written after row {other}."))

  public static let xlsxDuplicateCell = Rule(
    "xlsx.duplicate-cell", .warning,
    zh: .init("文件里这个单元格写了不止一次，以最后一次为准。", advice: "请用 WPS 或 Excel 打开后核对。"),
    en: .init("The file has the cell more than once; the last one counts.", advice: "Check it in Excel or WPS."))

  public static let xlsxMergeInvalid = Rule(
    "xlsx.merge", .warning,
    zh: .init("合并区域“{found}”无效，已忽略。", advice: "请用 WPS 或 Excel 打开后核对。"),
    en: .init("The merged range {found} is not valid and was ignored.", advice: "Check it in Excel or WPS."))

  public static let xlsxMergeReversed = Rule(
    "xlsx.merge-reversed", .note,
    zh: .init("合并区域“{found}”的两角次序颠倒，已更正。"),
    en: .init("The corners of the merged range {found} were in the wrong order and were swapped."))

  public static let xlsxMergeOverlap = Rule(
    "xlsx.merge-overlap", .warning,
    zh: .init("合并区域 {found} 与 {other} 重叠，只保留后者。", advice: "请用 WPS 或 Excel 打开后核对。"),
    en: .init("The merged range {found} overlaps {other} and was ignored.", advice: "Check it in Excel or WPS."))

  public static let xlsxMoreFindings = Rule(
    "xlsx.more-findings", .warning,
    zh: .init("同类问题（{rule}）另有 {count} 处未逐一列出。"),
    en: .init("There are {count} more findings of {rule}."))
}
