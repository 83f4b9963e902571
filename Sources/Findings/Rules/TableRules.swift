/// What recognition has to say of where the cells of a table stand.
extension Rule {
  static let tableRules = [placementInDoubt, tableBesideYear, labelRepeated]

  public static let placementInDoubt = Rule(
    "form.placement-in-doubt", .warning,
    zh: .init("这一行对应哪些表头不能确定：读作“{read}”，也可以读作“{found}”。", advice: "请核对，或提供保留合并单元格的文件。"),
    en: .init(
      "It is not certain under which headings the row stands: it was read as “{read}”, and could be read as “{found}”.",
      advice: "Check it, or send a file that keeps its merged cells."))

  public static let tableBesideYear = Rule(
    "form.table-beside-year", .note,
    zh: .init("“{found}”与年度的并列，按年度的读取，另一份作附加项保留。"),
    en: .init("“{found}” stands beside the one of the year, which counts; it was kept in the extras."))

  public static let labelRepeated = Rule(
    "form.label-repeated", .note,
    zh: .init("“{found}”里重复写了标签，去掉标签后读作“{read}”。"),
    en: .init("“{found}” repeats its label; without the label “{read}” was taken."))
}
