import TrackingModel

/// A target's sign, amount and unit, each from a cell of its own.
struct TargetParts {
  /// What a sign and a unit are called where they are kept beside the target.
  static let signLabel = "指标性质"
  static let unitLabel = "度量单位"

  let text: String

  /// The parts in the order of their cells; nil where they are none.
  init?(_ cells: [GridCell]) {
    var sign: String?
    var amount: String?
    var unit: String?
    for cell in cells {
      if sign == nil, amount == nil, Self.sign(cell.text) != nil || Self.isKind(cell.text) {
        sign = cell.text
      } else if amount == nil {
        amount = cell.text.trimmed
      } else if unit == nil, !cell.isNone {
        unit = cell.text
      } else if !cell.isNone {
        return nil
      }
    }
    guard sign.map({ Self.isPart($0, of: amount) }) ?? true,
      let text = Self.compose(sign: sign, amount: amount, unit: unit)
    else { return nil }
    self.text = text
  }

  static func compose(sign: String?, amount: String?, unit: String?) -> String? {
    let number = amount?.trimmed ?? ""
    let unit = unit?.trimmed ?? ""
    let value = IndicatorValue(text: number)
    let mark = value.comparison == nil ? sign.flatMap { Self.sign($0) == nil ? nil : $0.trimmed } ?? "" : ""
    guard !number.isEmpty else { return nil }
    if unit.isEmpty || value.unit != nil && number.contains(unit) { return mark + number }
    return mark + number + (unit.hasPrefix("(") || unit.hasPrefix("（") ? unit : "(\(unit))")
  }

  /// The sign that a cell of its own states; nil where it is none.
  static func sign(_ text: String) -> String? {
    let value = IndicatorValue(text: FoldedText(text).compact + "1")
    return value.amount == "1" ? value.comparison?.rawValue : nil
  }

  /// Whether all that a sign says is in the target put together. Without an amount it is part of nothing; 正向, 反向 are no signs, and
  /// `≤` is not what `≥90` says: these are worth keeping.
  static func isPart(_ sign: String, of amount: String?) -> Bool {
    guard let amount else { return false }
    if isKind(sign) { return true }
    guard let sign = Self.sign(sign) else { return false }
    return IndicatorValue(text: amount.trimmed).comparison.map { $0.rawValue == sign } ?? true
  }

  /// 定性, 定量: says of which kind the target is, and is dropped when it is put together.
  static func isKind(_ text: String) -> Bool { ["定性", "定量", "定性指标", "定量指标"].contains(text.trimmed) }
}
