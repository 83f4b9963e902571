import Findings

/// What the reader of binary workbooks has to say beyond what every workbook's reader says.
extension Rule {
  static let xlsRules: [Rule] = [xlsDamaged, xlsCodePageGuessed, xlsInvalidText]

  package static let xlsDamaged = Rule(
    "xls.damaged", .error,
    zh: .init("文件已损坏，二进制表格无法读取（{reason}）。", advice: "请用 WPS 或 Excel 打开后另存，或向报送单位重新索取。"),
    en: .init(
      "The file is damaged, the binary workbook cannot be read ({reason}).",
      advice: "Open and save it in Excel or WPS, or ask for another copy."))

  package static let xlsCodePageGuessed = Rule(
    "xls.code-page", .warning,
    zh: .init("文件没有注明可识别的字符编码（代码页 {found}），按 {encoding} 读取。", advice: "如有乱码，请用 WPS 或 Excel 打开后另存为 .xlsx。"),
    en: .init(
      "The file names no known character set (code page {found}); its texts are read as {encoding}.",
      advice: "Where they are wrong, open and save it as .xlsx in Excel or WPS."))

  package static let xlsInvalidText = Rule(
    "xls.text", .warning,
    zh: .init("单元格里有不能按 {encoding} 编码解读的内容，以“\u{FFFD}”代替。", advice: "请核对该单元格的内容。"),
    en: .init(
      "The cell has bytes that are not valid {encoding}; “�” stands for them.",
      advice: "Check the cell in the original."))
}
