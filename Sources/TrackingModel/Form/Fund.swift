import Foundation

/// A fund row of the budget block: its key, where the model keeps it, and its label.
///
/// Two are the same where their keys are.
public struct Fund: Sendable {
  /// The place of a row in a budget.
  public typealias Path = WritableKeyPath<Budget, BudgetLine?> & Sendable

  private final class Definition: Sendable {
    let rawValue: String
    let label: String
    let path: Path?
    /// A number that is the same for equal keys.
    let hashWord: UInt32

    init(_ rawValue: String, _ label: String, _ path: Path?) {
      self.rawValue = rawValue
      self.label = label
      self.path = path
      hashWord = UInt32(truncatingIfNeeded: rawValue.hashValue)
    }
  }

  private let definition: Definition

  /// A row that the official form does not have.
  public init(_ key: String, label: String? = nil) { definition = Definition(key, label ?? key, nil) }

  private init(_ key: String, _ label: String, _ path: Path) { definition = Definition(key, label, path) }

  /// The row of the official form with this key; nil where it has none.
  public init?(rawValue: String) {
    guard let fund = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = fund
  }

  public static let total = Fund("total", "年度资金总额", \.total)
  public static let currentYearAppropriation = Fund(
    "currentYearAppropriation", "其中：当年财政拨款", \.currentYearAppropriation)
  public static let carryOver = Fund("carryOver", "上年结转资金", \.carryOver)
  public static let otherFunds = Fund("otherFunds", "其他资金", \.otherFunds)

  /// The four fund rows of the official form, in its order.
  public static let allCases: [Fund] = [.total, .currentYearAppropriation, .carryOver, .otherFunds]

  /// The key that JSON has for the row.
  public var rawValue: String { definition.rawValue }

  /// The row's label on the form.
  public var officialLabel: String { definition.label }

  /// The row's label without the words that only make sense below another row.
  public var plainLabel: String { officialLabel.replacing("其中：", with: "") }

  /// Where a budget keeps this row.
  public var keyPath: Path { definition.path ?? \.further[self] }
}

extension Fund: CustomStringConvertible {
  /// Its key.
  public var description: String { rawValue }
}

extension Fund: Hashable {
  public static func == (left: Fund, right: Fund) -> Bool {
    left.definition === right.definition || left.rawValue == right.rawValue
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(hashWord) }

  var hashWord: UInt32 { definition.hashWord }
}

/// The four number columns of the budget block, in the official form's order.
public enum BudgetColumn: String, CaseIterable, Sendable {
  case initialBudget, periodBudget, periodExpenditure, executionRate

  /// Where a fund row keeps this number.
  public var keyPath: WritableKeyPath<BudgetLine, Decimal?> & Sendable {
    switch self {
    case .initialBudget: \.initialBudget
    case .periodBudget: \.periodBudget
    case .periodExpenditure: \.periodExpenditure
    case .executionRate: \.executionRate
    }
  }

  /// The column's heading on the official form.
  public var officialLabel: String {
    switch self {
    case .initialBudget: "年初预算数"
    case .periodBudget: "跟踪期预算数"
    case .periodExpenditure: "跟踪期执行数"
    case .executionRate: "执行率(%)"
    }
  }
}
