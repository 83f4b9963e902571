import Foundation

/// 预算执行情况: the fund rows of a form. All amounts are exact decimals in 万元.
public struct Budget: Hashable, Sendable {
  /// 年度资金总额.
  public var total: BudgetLine?
  /// 其中：当年财政拨款.
  public var currentYearAppropriation: BudgetLine?
  /// 上年结转资金.
  public var carryOver: BudgetLine?
  /// 其他资金; only where a form has no row of that name, a synonym of it.
  public var otherFunds: BudgetLine?
  /// Fund rows beyond those of the form.
  public var additional: [AdditionalFund]
  /// Rows of a form whose definition has other funds than the official one.
  public var further = FurtherFunds()

  public init(
    total: BudgetLine? = nil, currentYearAppropriation: BudgetLine? = nil, carryOver: BudgetLine? = nil,
    otherFunds: BudgetLine? = nil, additional: [AdditionalFund] = []
  ) {
    self.total = total
    self.currentYearAppropriation = currentYearAppropriation
    self.carryOver = carryOver
    self.otherFunds = otherFunds
    self.additional = additional
  }
}

/// One fund row of the budget block.
public struct BudgetLine: Hashable, Sendable {
  /// 年初预算数, 万元.
  public var initialBudget: Decimal?
  /// 跟踪期预算数, 万元: the adjusted budget, not the adjustment.
  public var periodBudget: Decimal?
  /// 跟踪期执行数, 万元.
  public var periodExpenditure: Decimal?
  /// 执行率, percent as printed: 48.52, not 0.4852.
  public var executionRate: Decimal?
  /// Columns that the model has no field for: 分值, 得分, 全年预计执行数 …
  public var extras: [Extra]

  public init(
    initialBudget: Decimal? = nil, periodBudget: Decimal? = nil, periodExpenditure: Decimal? = nil,
    executionRate: Decimal? = nil, extras: [Extra] = []
  ) {
    self.initialBudget = initialBudget
    self.periodBudget = periodBudget
    self.periodExpenditure = periodExpenditure
    self.executionRate = executionRate
    self.extras = extras
  }

  /// True where the row says nothing at all: such a row is nil in the model.
  public var isEmpty: Bool {
    initialBudget == nil && periodBudget == nil && periodExpenditure == nil && executionRate == nil && extras.isEmpty
  }
}

/// A fund row beyond the four of the official form, such as 财政专户管理资金.
public struct AdditionalFund: Hashable, Sendable {
  public var label: String
  /// The key of the fund row this one is a part of (`currentYearAppropriation` …); nil where it counts in the total.
  public var partOf: String?
  public var line: BudgetLine

  public init(label: String, partOf: String? = nil, line: BudgetLine = .init()) {
    self.label = label
    self.partOf = partOf
    self.line = line
  }
}
