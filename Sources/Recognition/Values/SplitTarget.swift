import TrackingModel

/// A target whose sign, amount and unit stand apart, each in a cell or under a heading of its own: `≥`, `90.00`, `%`.
struct SplitTarget {
  /// What a sign and a unit are called where they are kept beside the target.
  static let signLabel = "指标性质"
  static let unitLabel = "度量单位"

  private let sign: String?
  private let amount: String?
  private let unit: String?

  /// Dashes and blanks are none of the three.
  init(sign: String?, amount: String?, unit: String?) {
    func stated(_ words: String?) -> String? {
      words.map(\.trimmed).flatMap { $0.isEmpty || NoneMark.isNone($0) ? nil : $0 }
    }
    self.sign = stated(sign)
    self.amount = stated(amount)
    self.unit = stated(unit)
  }

  /// Put together as `≥90.00(%)`, 定性 being no sign; nil without an amount.
  var text: String? {
    guard let amount else { return nil }
    let value = IndicatorValue(text: amount)
    let mark = value.comparison == nil ? sign.flatMap { Self.sign($0) == nil ? nil : $0 } ?? "" : ""
    guard let unit, value.unit == nil || !amount.contains(unit) else { return mark + amount }
    return mark + amount + (unit.hasPrefix("(") || unit.hasPrefix("（") ? unit : "(\(unit))")
  }

  /// Whether the sign says something that the target put together does not, and is worth keeping: without an amount it is part of nothing; 正向, 反向 are no
  /// signs, and `≤` is not what `≥90` says.
  var hasSignApart: Bool {
    guard let sign else { return false }
    guard let amount else { return true }
    if Self.isKind(sign) { return false }
    guard let own = Self.sign(sign) else { return true }
    return IndicatorValue(text: amount).comparison.map { $0.rawValue != own } ?? false
  }

  /// Whether there is a unit of no amount.
  var hasUnitApart: Bool { unit != nil && amount == nil }

  /// The sign that a cell of its own states; nil where it is none.
  static func sign(_ text: String) -> String? {
    let value = IndicatorValue(text: FoldedText(text).compact + "1")
    return value.amount == "1" ? value.comparison?.rawValue : nil
  }

  /// 定性, 定量: says of which kind the target is, and is dropped when it is put together.
  static func isKind(_ text: String) -> Bool { ["定性", "定量", "定性指标", "定量指标"].contains(text.trimmed) }
}
