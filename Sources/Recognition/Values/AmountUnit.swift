import Foundation

/// A unit of money; amounts of the canonical form are in 万元.
public enum AmountUnit: String, Sendable, CaseIterable {
  case yuan = "元"
  case thousandYuan = "千元"
  case tenThousandYuan = "万元"
  case millionYuan = "百万元"
  case hundredMillionYuan = "亿元"

  /// The unit in which a format shows amounts of 元 whose point it moves this many places; nil where there is none.
  init?(ofScale places: Int) {
    switch places {
    case 3: self = .thousandYuan
    case 4: self = .tenThousandYuan
    case 6: self = .millionYuan
    case 8: self = .hundredMillionYuan
    default: return nil
    }
  }

  /// The unit behind the last figure of a displayed number: `1,205.00元`.
  init?(behind text: String) {
    let compact = FoldedText(text).compact
    guard let last = compact.lastIndex(where: { $0.isASCII && $0.isWholeNumber }) else { return nil }
    self.init(words: compact[compact.index(after: last)...].drop { ")]".contains($0) })
  }

  /// An amount of this unit in 万元, exactly.
  package func inTenThousandYuan(_ amount: Decimal) -> Decimal {
    switch self {
    case .yuan: amount / 10_000
    case .thousandYuan: amount / 10
    case .tenThousandYuan: amount
    case .millionYuan: amount * 100
    case .hundredMillionYuan: amount * 10_000
    }
  }
}
