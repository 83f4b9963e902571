import TrackingModel

/// Whether a cell is the title of a form, by its words.
enum Title {
  /// 财政项目支出绩效跟踪表 and its relatives, with whatever department, year or 附件 in front and bracket behind.
  static func isTitle(_ label: LabelText) -> Bool {
    guard let words = words(label) else { return false }
    return isForm(words) || isDepartmentWide(words)
  }

  /// 部门整体支出: it has no project.
  static func isDepartmentWide(_ label: LabelText) -> Bool { words(label).map(isDepartmentWide) ?? false }

  /// 续表: another page of the form above.
  static func isContinuation(_ label: LabelText) -> Bool { label.full.contains("续") }

  /// The title as printed: line breaks dropped, and the spaces of letter-spaced type (绩 效 跟 踪 表).
  static func printed(_ text: String) -> String? {
    guard let text = TextReader.line(text).value else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.count > 3 && words.allSatisfy({ $0.count <= 2 }) ? words.joined() : text
  }

  /// The words of a table's name, without what says that it goes on; nil where it is none.
  private static func words(_ label: LabelText) -> String? {
    var words = label.key
    guard words.last.map({ "表续-_".unicodeScalars.contains($0) }) == true else { return nil }
    for suffix in ["续表", "续", "-", "_"] where words.reversed().starts(with: suffix.unicodeScalars.reversed()) {
      words.removeLast(suffix.unicodeScalars.count)
    }
    return words.last == "表" ? String(words) : nil
  }

  private static func isDepartmentWide(_ words: String) -> Bool {
    words.contains(exactly: "部门整体") || words.contains(exactly: "单位整体") || words.contains(exactly: "整体支出")
  }

  private static func isForm(_ words: String) -> Bool {
    guard words.contains(exactly: "绩效"), words.count >= 5,
      !words.contains(where: { ",。;!?、".contains($0) })
    else { return false }
    return names.contains { words.contains($0) }
      && (words.hasSuffix("申报明细表") || !lists.contains(where: words.hasSuffix))
  }

  private static let names = [
    "跟踪", "监控", "自评", "申报", "目标表", "绩效目标", "评价表", "完成情况表", "批复表", "审批表", "审核表", "公开表", "管理表", "复核表",
  ]
  private static let lists = ["汇总表", "明细表", "统计表", "台账"]
}
