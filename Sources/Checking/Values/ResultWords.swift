import TrackingModel

/// Words that say how a result stands to its plan without a figure.
enum ResultWords {
  /// The plan was met (the fixed phrases of qualitative results, and what clerks write instead of repeating the plan).
  static func meanMet(_ text: String) -> Bool { met.contains(ComparedText.fold(text)) }

  /// There is none of it: another way to write 0.
  static func meanNone(_ text: String) -> Bool { none.contains(ComparedText.fold(text)) }

  /// The field holds words, but they say that there is nothing to say.
  static func meanNothing(_ text: String) -> Bool {
    var words = ComparedText.fold(text)
    while let last = words.last, ".。;;!".contains(last) { words.removeLast() }
    return words.isEmpty || nothing.contains(words) || words.allSatisfy { "-—–/\\_".contains($0) }
  }

  private static let met: Set<String> = [
    "完成", "已完成", "全部完成", "已全部完成", "按时完成", "已按时完成", "按期完成", "已按期完成", "按计划完成", "已按计划完成", "及时完成",
    "已及时完成", "如期完成", "达成目标", "达成年度指标", "达成预期指标", "达到预期", "达到预期目标", "达标", "已达标", "达成", "已达成",
    "符合预期", "及时", "按时",
  ]
  private static let none: Set<String> = ["无", "零", "没有", "未发生", "无发生", "0"]
  private static let nothing: Set<String> = [
    "无", "无偏差", "没有", "没有偏差", "暂无", "不适用", "不涉及", "无需",
  ]
}
