import TrackingModel

/// Whether a cell is the title of a form, told by its words.
enum Title {
  /// 财政项目支出绩效跟踪表 and its relatives, with whatever department, year or 附件 in front and bracket behind.
  static func isTitle(_ cell: GridCell) -> Bool {
    guard let words = words(cell) else { return false }
    return isForm(words) || isDepartmentWide(cell)
  }

  /// 部门整体支出: it has no project.
  static func isDepartmentWide(_ cell: GridCell) -> Bool {
    guard let words = words(cell) else { return false }
    return (words.contains("部门整体") || words.contains("单位整体") || words.contains("整体支出")) && words.hasSuffix("表")
  }

  /// 续表: another page of the form above.
  static func isContinuation(_ cell: GridCell) -> Bool {
    cell.label?.full.contains("续") ?? false
  }

  /// The title as printed: line breaks dropped, and the spaces of letter-spaced type (绩 效 跟 踪 表).
  static func printed(_ cell: GridCell) -> String? {
    guard let text = TextReader.line(cell.text).value else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.count > 3 && words.allSatisfy({ $0.count <= 2 }) ? words.joined() : text
  }

  private static func words(_ cell: GridCell) -> String? {
    guard let label = cell.label else { return nil }
    var words = label.key
    for suffix in ["续表", "续", "-", "_"] where words.hasSuffix(suffix) { words.removeLast(suffix.count) }
    return words
  }

  private static func isForm(_ words: String) -> Bool {
    guard words.hasSuffix("表"), words.contains("绩效"), words.count >= 5,
      !words.contains(where: { ",。;!?、".contains($0) })
    else { return false }
    return ["跟踪", "监控", "自评", "申报", "目标表", "绩效目标", "评价表"].contains { words.contains($0) }
      && !["汇总表", "明细表", "统计表", "台账"].contains { words.hasSuffix($0) }
  }
}
