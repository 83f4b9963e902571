/// What recognition has to say of where the cells of a table stand.
extension Rule {
  static let tableRules = [placementInDoubt, tableBesideYear, labelRepeated]

  public static let placementInDoubt = Rule(
    "form.placement-in-doubt", .warning,
    zh: .init("不能确定这一行的内容各属于哪个表头：读作“{read}”，也可能是“{found}”。", advice: "请核对，或提供保留合并单元格的文件。"),
    en: .init(
      "It is not certain under which headings the row stands: it was read as “{read}”, and could be read as “{found}”.",
      advice: "Check it, or send a file that keeps its merged cells."))

  public static let tableBesideYear = Rule(
    "form.table-beside-year", .note,
    zh: .init("“{found}”与年度的内容并列：以年度的为准，“{found}”作为附加信息保留。"),
    en: .init("“{found}” stands beside the one of the year, which counts; it was kept as extra information."))

  public static let labelRepeated = Rule(
    "form.label-repeated", .note,
    zh: .init("“{found}”里又写了一遍栏目名称，去掉后读作“{read}”。"),
    en: .init("“{found}” repeats its label; without the label “{read}” was taken."))
}
