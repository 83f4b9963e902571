import Foundation
import TrackingModel

/// A canonical form made of random choices: what a layout says, before anybody knows how.
enum RandomForm {
  static func make(_ choices: Choices) -> TrackingForm {
    var form = TrackingForm()
    form.period = period(choices)
    form.project = entity("project", name: projectName(choices), choices, oneIn: 8)
    form.supervisingDepartment = entity(
      "department", name: choices.pick("department", Words.departments), choices, oneIn: 5)
    form.implementingUnit = entity("unit", name: choices.pick("unit", Words.units), choices, oneIn: 5)
    form.budget = budget(choices)
    form.goals = Goals(expected: prose("expected goal", choices), actual: prose("actual goal", choices))
    form.indicators = indicators(choices)
    form.assessment = Assessment(
      budgetCompletion: judgment("budget completion", choices), goalCompletion: judgment("goal completion", choices))
    form.correctiveMeasures = choices.chance("measures given", oneIn: 2) ? prose("measures", choices) : nil
    return form
  }

  private static func period(_ choices: Choices) -> TrackingPeriod {
    let year = choices.pick("year", [2023, 2024, 2019])
    return TrackingPeriod(
      start: YearMonth(year: year, month: choices.pick("start month", [1, 1, 1, 3])),
      end: YearMonth(year: year, month: choices.pick("end month", [8, 6, 7, 9, 12])))
  }

  private static func projectName(_ choices: Choices) -> String {
    let prefix = choices.chance("years in the name", oneIn: 12) ? "2023-2025年" : ""
    return prefix + choices.pick("place", Words.places) + choices.pick("object", Words.objects)
      + choices.pick("deed", Words.deeds) + choices.pick("noun", Words.nouns)
  }

  private static func entity(_ key: String, name: String, _ choices: Choices, oneIn n: Int) -> NamedEntity {
    // What begins with a digit behind a dash is no code's name.
    guard choices.chance("\(key) has a code", oneIn: n), !name.hasPrefix("2") else { return NamedEntity(name: name) }
    return NamedEntity(
      code: choices.pick("\(key) code", ["219", "219001", "326A01", "51000021R000000019951"]), name: name)
  }

  private static func prose(_ key: String, _ choices: Choices) -> String? {
    if choices.chance("no \(key)", oneIn: 12) { return nil }
    let count = choices.number("sentences of \(key)", 1...4)
    let joint = choices.pick("joint of \(key)", ["", "", "\n"])
    return (0..<count).map { choices.pick("\(key) sentence \($0)", Words.sentences) }.joined(separator: joint)
  }

  private static func judgment(_ key: String, _ choices: Choices) -> Judgment? {
    if choices.chance("no \(key)", oneIn: 10) { return nil }
    let answer = choices.pick(key, Words.answers)
    return Judgment(text: answer.text, likelihood: answer.likelihood.flatMap { Likelihood(rawValue: $0) })
  }

  private static func budget(_ choices: Choices) -> Budget {
    var budget = Budget()
    var parts: [BudgetLine] = []
    for fund in [Fund.currentYearAppropriation, .carryOver, .otherFunds] {
      if fund != .currentYearAppropriation, choices.chance("no \(fund)", oneIn: 4) { continue }
      let isZero = fund != .currentYearAppropriation && choices.chance("\(fund) is zero", oneIn: 2)
      let line =
        isZero
        ? BudgetLine(initialBudget: 0, periodBudget: 0, periodExpenditure: 0, executionRate: 0)
        : self.line("\(fund)", choices)
      budget[keyPath: fund.keyPath] = line
      parts.append(line)
    }
    func sum(_ column: KeyPath<BudgetLine, Decimal?>) -> Decimal { parts.reduce(0) { $0 + ($1[keyPath: column] ?? 0) } }
    let total = (sum(\.initialBudget), sum(\.periodBudget), sum(\.periodExpenditure))
    budget.total = BudgetLine(
      initialBudget: total.0, periodBudget: total.1, periodExpenditure: total.2,
      executionRate: rate(total.2, of: total.1))
    return budget
  }

  static func line(_ key: String, _ choices: Choices) -> BudgetLine {
    // Amounts that were converted once before have more decimals than two.
    let unit = choices.pick("decimals of \(key)", [100, 100, 100, 10_000, 1_000_000])
    func amount(_ column: String) -> Decimal {
      let size = choices.pick("\(key) size", [999, 9_999, 999_999])
      return Decimal(choices.number("\(key) \(column)", unit...size * unit)) / Decimal(unit)
    }
    let periodBudget = amount("period budget")
    let most = NSDecimalNumber(decimal: periodBudget * Decimal(unit)).intValue
    let spent = Decimal(choices.number("\(key) expenditure", 0...most)) / Decimal(unit)
    return BudgetLine(
      initialBudget: amount("initial budget"), periodBudget: periodBudget, periodExpenditure: spent,
      executionRate: rate(spent, of: periodBudget, digits: choices.pick("digits of \(key) rate", [2, 2, 4])))
  }

  /// Cut off, as the seeds' system prints it.
  private static func rate(_ spent: Decimal, of budget: Decimal, digits: Int = 2) -> Decimal {
    guard budget != 0 else { return 0 }
    var exact = spent * 100 / budget
    var cut = Decimal()
    NSDecimalRound(&cut, &exact, digits, .down)
    return cut
  }

  private static func indicators(_ choices: Choices) -> [Indicator] {
    var result: [Indicator] = []
    let most = choices.pick("indicators a level 2", [1, 1, 2, 3, 6])
    for (one, group) in Words.levels.enumerated() {
      for (two, level2) in group.level2.enumerated() {
        let key = "level \(one).\(two)"
        guard one + two == 0 || choices.chance(key, oneIn: 2) else { continue }
        for number in 0..<choices.number("\(key) count", 1...most) {
          result.append(
            indicator(group.level1[0], level2[0], choices.within("\(key) row \(number)"), number: result.count))
        }
      }
    }
    return result
  }

  private static func indicator(_ level1: String, _ level2: String, _ choices: Choices, number: Int) -> Indicator {
    let name =
      choices.pick("object", Words.objects) + choices.pick("deed", Words.deeds) + choices.pick("aspect", Words.aspects)
    var indicator = Indicator(level1: level1, level2: level2, name: name + (number > 0 ? "（\(number)）" : ""))
    if choices.chance("qualitative", oneIn: 3) {
      let words = choices.pick("quality", Words.qualities)
      indicator.target = text(words)
      indicator.planned = text(words)
      indicator.actual = text(choices.chance("other outcome", oneIn: 4) ? "部分达成" : words)
    } else {
      let unit = choices.pick("unit", Words.units2)
      let amount = choices.pick("amount", ["100.00", "19.00", "0", "90", "85.5", "1200", "0.5"])
      let sign = choices.pick("sign", [Comparison.equal, .atLeast, .atMost, .more, .less])
      let spelled = choices.pick("target style", ["=A(U)", "=AU", "=A（U）"])
        .replacing("=", with: sign.rawValue).replacing("A", with: amount).replacing("U", with: unit)
      indicator.target = IndicatorValue(text: spelled, comparison: sign, amount: amount, unit: unit)
      let planned = choices.pick("planned", ["75.00", "19.00", "0.00", "60", "12.5"])
      let actual = choices.pick("actual", [planned, planned, "80.00", "0", "33.33"])
      indicator.planned = bare(planned)
      indicator.actual = bare(actual)
    }
    if choices.chance("no planned", oneIn: 15) { indicator.planned = nil }
    if choices.chance("no actual", oneIn: 15) { indicator.actual = nil }
    if choices.chance("reason", oneIn: 3) { indicator.deviationReason = choices.pick("reason words", Words.reasons) }
    return indicator
  }

  private static func text(_ words: String) -> IndicatorValue {
    IndicatorValue(text: words, comparison: nil, amount: nil, unit: nil)
  }

  private static func bare(_ amount: String) -> IndicatorValue {
    IndicatorValue(text: amount, comparison: nil, amount: amount, unit: nil)
  }
}
