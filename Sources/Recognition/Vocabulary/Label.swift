import TrackingModel

/// What a label of the form can stand for. The raw value is its identifier, which profiles use to add synonyms.
package enum Label: String, CaseIterable, Sendable {
  // The heading.
  case period
  /// The two ends of the period, where each has a cell of its own.
  case firstMonth = "period.start"
  case lastMonth = "period.end"
  case project, projectCode, supervisingDepartment, supervisingDepartmentCode, implementingUnit
  case implementingUnitCode, year
  /// A unit that implements the project unless the form names another one for that.
  case possibleUnit
  /// Whose hands the form went through: the unit that implements the project only where no other label names one.
  case reportingUnit
  /// Who is responsible and how to reach them: part of the heading, or of the signatures below the form.
  case contact
  /// A cell that names the unit of all amounts: `金额单位：元`.
  case amountUnit

  // Labels of whole blocks.
  case budget, goals, indicators, assessment

  // Fund rows.
  case total = "budget.total"
  case currentYearAppropriation = "budget.currentYearAppropriation"
  case carryOver = "budget.carryOver"
  case otherFunds = "budget.otherFunds"
  /// A source of money that the official form has no row for; it counts in the total.
  case furtherFund = "budget.furtherFund"
  /// A part of 当年财政拨款.
  case partOfAppropriation = "budget.partOfAppropriation"
  /// A total over several years, which is not the year's total.
  case wholeTotal = "budget.wholeTotal"
  /// The year's total unless another row is: then that of all years.
  case possibleTotal = "budget.possibleTotal"

  // Columns of the budget block.
  case initialBudget = "budget.initialBudget"
  case periodBudget = "budget.periodBudget"
  case periodExpenditure = "budget.periodExpenditure"
  case executionRate = "budget.executionRate"
  /// A column of the budget block that the model has no field for.
  case budgetExtra = "budget.extra"
  /// The heading above the names of the fund rows.
  case fundName = "budget.fund"

  // Goals, assessment, measures.
  case goalsExpected = "goals.expected"
  case goalsActual = "goals.actual"
  case budgetCompletion = "assessment.budgetCompletion"
  case goalCompletion = "assessment.goalCompletion"
  case correctiveMeasures

  // Columns of the indicator table.
  case level1 = "indicators.level1"
  case level2 = "indicators.level2"
  case name = "indicators.name"
  case target = "indicators.target"
  /// The sign of a target split over columns: `≥`.
  case targetSign = "indicators.targetSign"
  /// The unit of a target split over columns: `%`.
  case targetUnit = "indicators.targetUnit"
  case planned = "indicators.planned"
  case actual = "indicators.actual"
  case deviationReason = "indicators.deviationReason"
  /// 原因说明 beside ticked reasons.
  case reasonDetail = "indicators.reasonDetail"
  /// A column that is ticked where this is a reason: 经费保障.
  case reasonTick = "indicators.reasonTick"
  case possibility = "indicators.possibility"
  /// A column that is ticked where this is how likely the target is: 确定能.
  case possibilityTick = "indicators.possibilityTick"
  /// A column of the indicator table that the model has no field for.
  case indicatorExtra = "indicators.extra"
  /// A heading over several columns that says nothing of its own: 完成情况.
  case columnGroup = "indicators.columnGroup"
  /// A row of the table that sums up the scores: 总分.
  case scoreTotal = "indicators.scoreTotal"

  /// What the form has and the model does not: 项目起止时间.
  case extra
  /// Who signs, and when: 填报人, 单位负责人, 盖章.
  case signature

  /// The fund row it names.
  var fund: Fund? {
    switch self {
    case .total: .total
    case .currentYearAppropriation: .currentYearAppropriation
    case .carryOver: .carryOver
    case .otherFunds: .otherFunds
    default: nil
    }
  }

  /// The budget column it heads.
  var budgetColumn: BudgetColumn? {
    switch self {
    case .initialBudget: .initialBudget
    case .periodBudget: .periodBudget
    case .periodExpenditure: .periodExpenditure
    case .executionRate: .executionRate
    default: nil
    }
  }
}
