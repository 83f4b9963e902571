import Foundation

/// 年度指标值, 跟踪期计划完成值 or 跟踪期实际完成值: the words as given and, where they state a quantity, its parts.
///
/// `=100.00(%)` is comparison `=`, amount `100.00`, unit `%`. A qualitative value or a date (及时, 12月底前, 2024年3月) and
/// anything that is not one plain quantity (`80-90%`, `≥**%`) has only its text.
public struct IndicatorValue: Hashable, Sendable {
  /// The text as given, trimmed.
  public var text: String
  public var comparison: Comparison?
  /// The digits as written, thousands marks left out: `100.00` keeps its zeros.
  public var amount: String?
  /// `%`, `个`, `次/年`; nil where none is given.
  public var unit: String?

  public init(text: String, comparison: Comparison?, amount: String?, unit: String?) {
    self.text = text
    self.comparison = comparison
    self.amount = amount
    self.unit = unit
  }

  /// Reads the parts from the words.
  public init(text: String) {
    self.text = text
    if let quantity = Quantity(text) {
      comparison = quantity.comparison
      amount = quantity.amount
      unit = quantity.unit
    }
  }

  /// The amount as an exact number; nil for a qualitative value.
  public var decimal: Decimal? { amount.flatMap { Decimal(plain: $0) } }
}

/// How a result has to stand to a target.
public enum Comparison: String, Sendable, CaseIterable {
  case equal = "="
  case atLeast = "≥"
  case atMost = "≤"
  case more = ">"
  case less = "<"
}
