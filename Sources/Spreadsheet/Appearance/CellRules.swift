import Findings

/// What there is to say of how the text of a cell is set, and of what covers it.
extension Rule {
  static let cellRules: [Rule] = [
    cellStruckOut, cellSuperscript, cellSymbols, cellSymbolUnknown, cellRadicals, cellCovered, cellMore,
  ]

  package static let cellStruckOut = Rule(
    "cell.struck-out", .warning,
    zh: .init("“{found}”上有删除线，视为已删去，没有读取。", advice: "如果仍然有效，请去掉删除线。"),
    en: .init("“{found}” is struck out and was not read.", advice: "Remove the line through it if it still counts."))

  package static let cellSuperscript = Rule(
    "cell.superscript", .warning,
    zh: .init("“{found}”是上标或下标，不算作数字，单元格读作“{read}”。", advice: "请核对；注释请写在表外。"),
    en: .init(
      "“{found}” is a superscript or subscript and does not count as a digit; the cell was read as “{read}”.",
      advice: "Check the value."
    ))

  package static let cellSymbols = Rule(
    "cell.symbols", .note,
    zh: .init("单元格里有符号字体的字符（如打勾），读作“{read}”。"),
    en: .init("The cell has characters of a symbol font; it was read as “{read}”."))

  package static let cellSymbolUnknown = Rule(
    "cell.symbol-unknown", .warning,
    zh: .init("“{found}”用符号字体 {font} 显示为图形，读不出它的意思，按字符保留。", advice: "请改用普通文字或 √。"),
    en: .init(
      "“{found}” shows as a picture of the font {font}; it was kept as characters.", advice: "Use plain text or √."))

  package static let cellRadicals = Rule(
    "cell.radicals", .note,
    zh: .init("单元格里的“{found}”是部首或兼容字符，不是通用汉字（多由 PDF 复制而来），读作“{read}”。"),
    en: .init("“{found}” are radicals or compatibility characters (copied from a PDF); the cell was read as “{read}”."))

  package static let cellCovered = Rule(
    "cell.covered", .warning,
    zh: .init("合并单元格 {range} 下面还藏着“{found}”，表面看不到，没有读取。", advice: "如果需要，请取消合并后填到看得见的地方。"),
    en: .init(
      "“{found}” lies hidden under the merged range {range} and was not read.",
      advice: "If it is needed, type it where it can be seen."))

  package static let cellMore = Rule(
    "cell.more", .warning,
    zh: .init("还有 {count} 处删除线、上下标、符号字体或部首字符同样处理，未逐一列出。", advice: "请核对整张表。"),
    en: .init(
      "{count} more texts struck out, raised, in symbol fonts or of radicals were read in the same way.",
      advice: "Check the whole sheet."))
}
