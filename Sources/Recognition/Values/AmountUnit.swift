import Foundation

/// A unit of money; amounts of the canonical form are in 万元.
public enum AmountUnit: String, Sendable, CaseIterable {
  case yuan = "元"
  case thousandYuan = "千元"
  case tenThousandYuan = "万元"
  case hundredMillionYuan = "亿元"

  /// An amount of this unit in 万元, exactly.
  public func inTenThousandYuan(_ amount: Decimal) -> Decimal {
    switch self {
    case .yuan: amount / 10_000
    case .thousandYuan: amount / 10
    case .tenThousandYuan: amount
    case .hundredMillionYuan: amount * 10_000
    }
  }
}
