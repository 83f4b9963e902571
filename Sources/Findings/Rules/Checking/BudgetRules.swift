/// What the figures of 预算执行情况 have to keep.
extension Rule {
  static let budgetRules = [
    budgetSum, budgetRate, budgetRateMissing, budgetRateOfZero, budgetZero, budgetOverspent, budgetNegative,
  ]

  public static let budgetSum = Rule(
    "budget.sum", .warning,
    zh: .init(
      "“年度资金总额”的{column}为 {found} 万元，各项资金合计为 {expected} 万元（{parts}），相差 {difference} 万元。",
      advice: "请核对年度资金总额和各项资金，使总额等于各项之和。"),
    en: .init(
      "The total under “{column}” is {found} (万元), but the funds add up to {expected} ({parts}): {difference} apart.",
      advice: "Correct the total or the funds so that they agree."))

  public static let budgetRate = Rule(
    "budget.rate", .warning,
    zh: .init(
      "“{fund}”的执行率填为 {found}%，按执行数 {expenditure} 万元÷预算数 {budget} 万元计算应为 {expected}%。",
      advice: "请核对执行率、跟踪期执行数和跟踪期预算数；执行率＝跟踪期执行数÷跟踪期预算数×100%。"),
    en: .init(
      "The execution rate of “{fund}” is given as {found}%, but {expenditure} ÷ {budget} (万元) makes {expected}%.",
      advice: "Check the rate, 跟踪期执行数 and 跟踪期预算数; the rate is the second divided by the third."))

  public static let budgetRateMissing = Rule(
    "budget.rate-missing", .warning,
    zh: .init("“{fund}”的执行率未填写，按执行数和预算数计算应为 {expected}%。", advice: "请核对后补填执行率。"),
    en: .init(
      "The execution rate of “{fund}” is not filled in; from the amounts it is {expected}%.",
      advice: "Check it and fill it in."))

  public static let budgetRateOfZero = Rule(
    "budget.rate-of-zero", .warning,
    zh: .init("“{fund}”的跟踪期预算数为 0，执行率却填为 {found}%。", advice: "预算数为 0 时执行率应填 0.00；请核对预算数或执行率。"),
    en: .init(
      "“{fund}” has a period budget of 0, yet an execution rate of {found}%.",
      advice: "The rate of a zero budget is 0.00; check the budget or the rate."))

  public static let budgetZero = Rule(
    "budget.zero", .warning,
    zh: .init("“年度资金总额”的跟踪期预算数为 0。", advice: "请核对项目是否仍有预算；如预算已全部调减，请与主管部门确认是否需要报送。"),
    en: .init(
      "The project's whole period budget is 0.",
      advice: "Check whether it still has a budget; if all of it was withdrawn, ask the department whether to submit."))

  public static let budgetOverspent = Rule(
    "budget.overspent", .warning,
    zh: .init(
      "“{fund}”的跟踪期执行数 {found} 万元大于跟踪期预算数 {expected} 万元，超出 {difference} 万元。",
      advice: "请核对执行数和预算数；预算如有追加，请填写调整后的预算数。"),
    en: .init(
      "“{fund}”: {found} (万元) spent of a period budget of {expected}, {difference} too much.",
      advice: "Check both amounts; after an increase, state the adjusted budget."))

  public static let budgetNegative = Rule(
    "budget.negative", .error,
    zh: .init("“{fund}”的{column}为负数：{found} 万元。", advice: "请核对金额，预算数和执行数不得为负。"),
    en: .init("“{fund}”, “{column}”: the amount is negative, {found} (万元).", advice: "Correct the amount."))
}
