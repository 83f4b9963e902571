import TrackingModel

/// What of an indicator a ledger has columns for; what is ticked comes as it is drawn.
enum LedgerIndicator {
  static func blank(_ whole: Indicator, _ layout: LedgerLayout, _ choices: Choices) -> Indicator {
    var indicator = Indicator(level1: whole.level1, level2: whole.level2, name: whole.name, target: whole.target)
    if layout.columns.contains(.sign), let target = whole.target, target.comparison != nil {
      indicator.target?.text =
        Words.sign(of: target, choices) + (target.amount ?? "") + (target.unit.map { "(\($0))" } ?? "")
    }
    if layout.columns.contains(.planned) { indicator.planned = whole.planned }
    indicator.actual = whole.actual
    if layout.columns.contains(.reason) { indicator.deviationReason = whole.deviationReason }
    return indicator
  }
}

extension Indicator {
  /// One more reason is ticked.
  mutating func tick(_ reason: String) { deviationReason = deviationReason.map { $0 + "、" + reason } ?? reason }

  /// 原因说明 beside the ticks.
  mutating func explain(_ words: String) { deviationReason = deviationReason.map { $0 + "：" + words } ?? words }
}
