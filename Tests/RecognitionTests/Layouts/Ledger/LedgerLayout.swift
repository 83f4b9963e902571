import TrackingModel

/// The columns of a ledger, in which order they stand, and how many rows its header has.
struct LedgerLayout {
  enum Column: Hashable {
    case serial, project, projectCode, department, unit, period, firstMonth, lastMonth, year
    /// What the model has no field for: of the form, of a fund row, of the indicator.
    case formExtra(Int), fundExtra(Fund), indicatorExtra(Int)
    case amount(Fund, BudgetColumn)
    case goalsExpected, goalsActual, budgetCompletion, goalCompletion, measures
    case level1, level2, name, target, sign, targetUnit, planned, actual, reason
    case reasonTick(Int), reasonDetail, possibilityTick(Int)

    /// Whether the model has no field for it.
    var isExtra: Bool {
      switch self {
      case .serial, .formExtra, .fundExtra, .indicatorExtra: true
      default: false
      }
    }
  }

  /// How a ledger says which months its forms track.
  enum PeriodStyle {
    /// In one column, in two, or as months beside a column of years.
    case column, ends, monthsAndYear
    /// In the title above, or in the heading 1-8月执行数 beside a column of years.
    case title, headingAndYear
  }

  let columns: [Column]
  let headingRows: Int
  let hasIndicators: Bool
  let period: PeriodStyle
  /// Left of it a column that the model has no field for is the form's.
  let firstOfIndicators: Int?

  init(_ choices: Choices) {
    hasIndicators = !choices.chance("one row a project", oneIn: 3)
    let budget = Self.budget(choices)
    let spends = budget.contains(.amount(.total, .periodExpenditure))
    period = choices.pick(
      "period style", [.column, .column, .ends, .monthsAndYear, .title, spends ? .headingAndYear : .column])
    let identity = Self.identity(choices, period)
    let indicators = hasIndicators ? Self.indicators(choices) : []
    var groups = [identity, budget, indicators, [.goalsExpected, .goalsActual], [.budgetCompletion, .goalCompletion]]
    groups.append([.measures])
    if choices.chance("no goals", oneIn: 3) { groups.removeAll { $0.contains(.goalsExpected) } }
    if choices.chance("no assessment", oneIn: 3) { groups.removeAll { $0.contains(.budgetCompletion) } }
    if choices.chance("no measures", oneIn: 3) { groups.removeAll { $0.contains(.measures) } }
    if choices.chance("groups in another order", oneIn: 3) {
      groups = choices.order("group", of: groups.count).map { groups[$0] }
    }
    columns = groups.flatMap { $0 }
    firstOfIndicators = columns.firstIndex { indicators.contains($0) }
    let hasTicks = indicators.contains(.reasonTick(0)) || indicators.contains(.possibilityTick(0))
    headingRows = max(choices.pick("heading rows", [1, 1, 2, 2, 3]), hasTicks ? 2 : 1)
  }

  private static func identity(_ choices: Choices, _ period: PeriodStyle) -> [Column] {
    var columns: [Column] = [.project, .department, .unit]
    if choices.chance("code column", oneIn: 6) { columns.insert(.projectCode, at: 0) }
    switch period {
    case .column: columns.append(.period)
    case .ends: columns += [.firstMonth, .lastMonth]
    case .monthsAndYear: columns += [.year, .period]
    case .headingAndYear: columns.append(.year)
    case .title: break
    }
    for number in 0..<choices.pick("form extras", [0, 0, 1, 2]) { columns.append(.formExtra(number)) }
    if choices.chance("names in another order", oneIn: 3) {
      columns = choices.order("name", of: columns.count).map { columns[$0] }
    }
    return (choices.chance("serial numbers", oneIn: 3) ? [.serial] : []) + columns
  }

  private static func budget(_ choices: Choices) -> [Column] {
    let funds = choices.pick("funds", [[.total], Fund.allCases, [.total, .currentYearAppropriation]])
    var amounts = BudgetColumn.allCases
    if choices.chance("no rates", oneIn: 3) { amounts.removeLast() }
    if choices.chance("no period budget", oneIn: 5) { amounts.removeAll { $0 == .periodBudget } }
    if choices.chance("amounts in another order", oneIn: 5) {
      amounts = choices.order("amount", of: amounts.count).map { amounts[$0] }
    }
    let hasExtra = choices.chance("fund extra", oneIn: 6)
    return funds.flatMap { fund in
      amounts.map { Column.amount(fund, $0) } + (hasExtra && fund == .total ? [.fundExtra(fund)] : [])
    }
  }

  private static func indicators(_ choices: Choices) -> [Column] {
    var columns: [Column] = [.level1, .level2, .name]
    if choices.chance("no level 1", oneIn: 8) { columns.removeFirst() }
    columns += choices.chance("split target", oneIn: 5) ? [.sign, .target, .targetUnit] : [.target]
    if !choices.chance("no planned", oneIn: 5) { columns.append(.planned) }
    columns.append(.actual)
    if choices.chance("ticked reasons", oneIn: 6) {
      columns += (0..<5).map { .reasonTick($0) } + (choices.chance("no detail", oneIn: 4) ? [] : [.reasonDetail])
    } else if !choices.chance("no reason", oneIn: 6) {
      columns.append(.reason)
    }
    if choices.chance("ticked possibilities", oneIn: 8) { columns += (0..<3).map { .possibilityTick($0) } }
    for number in 0..<choices.pick("indicator extras", [0, 0, 1, 2]) { columns.append(.indicatorExtra(number)) }
    return columns
  }
}
