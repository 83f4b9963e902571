import Foundation
import TrackingModel

/// Forms at random, the same ones for the same seed, with everything that canonical JSON can say in any combination.
struct RandomForms {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  mutating func number(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[number(values.count)] }

  private mutating func maybe<Value>(_ make: (inout RandomForms) -> Value) -> Value? {
    number(4) == 0 ? nil : make(&self)
  }

  private static let words = [
    "河道整治", "=1+1", "'; DROP TABLE form; --", "\"引号\"", "第一行\n第二行\r\n\t第三行", " ", "0012", "1e5", "NULL", "12.0", "é́",
    "👨‍👩‍👧‍👦",
    "\u{FEFF}", "\u{1}\u{1F}", "%_\\", String(repeating: "长", count: 20_000), "true", "-0", "９９",
  ]

  private mutating func text() -> String { pick(Self.words) + (number(3) == 0 ? String(number(1_000_000)) : "") }

  private mutating func amount() -> Decimal {
    Decimal(
      plain: pick([
        "0", "71.3", "6883.62", "-0.000001", "99999999999999999999999999999999999999", "1234.123456", "0.10",
      ]))
      ?? 0
  }

  private mutating func extras() -> [Extra] {
    (0..<pick([0, 0, 1, 3])).map { _ in Extra(label: text(), text: text(), cell: maybe { _ in "B7" }) }
  }

  private mutating func line() -> BudgetLine {
    var line = BudgetLine(
      initialBudget: maybe { $0.amount() }, periodBudget: maybe { $0.amount() },
      periodExpenditure: maybe { $0.amount() },
      executionRate: maybe { $0.amount() }, extras: extras())
    if line.isEmpty { line.periodBudget = 0 }
    return line
  }

  private mutating func value() -> IndicatorValue {
    number(2) == 0
      ? IndicatorValue(text: pick(["≥90.00(%)", "75.00", "12月底前", "≤90万元", "4次/年", "及时"]))
      : IndicatorValue(
        text: text(), comparison: maybe { $0.pick(Comparison.allCases) },
        amount: maybe { $0.pick(["1.50", "007", "1,000"]) },
        unit: maybe { $0.text() })
  }

  private mutating func judgment() -> Judgment {
    Judgment(text: text(), likelihood: maybe { $0.pick(Likelihood.allCases) })
  }

  private mutating func entity() -> NamedEntity { NamedEntity(code: maybe { $0.text() }, name: maybe { $0.text() }) }

  private mutating func month() -> YearMonth? {
    maybe { YearMonth(year: 2000 + $0.number(40), month: 1 + $0.number(12)) } ?? nil
  }

  mutating func form() -> TrackingForm {
    let definitions = FormFamily.standard.definitions
    var form = TrackingForm(
      title: maybe { $0.text() }, definition: pick(definitions), period: TrackingPeriod(start: month(), end: month()),
      project: entity(), supervisingDepartment: entity(), implementingUnit: entity(),
      goals: Goals(expected: maybe { $0.text() }, actual: maybe { $0.text() }),
      assessment: Assessment(budgetCompletion: maybe { $0.judgment() }, goalCompletion: maybe { $0.judgment() }),
      correctiveMeasures: maybe { $0.text() }, extras: extras())
    for fund in Fund.allCases { form.budget[keyPath: fund.keyPath] = maybe { $0.line() } }
    form.budget.additional = (0..<number(3)).map { _ in
      AdditionalFund(label: text(), partOf: maybe { $0.pick(Fund.allCases).rawValue }, line: line())
    }
    form.indicators = (0..<number(8)).map { _ in
      var indicator = Indicator(
        level1: maybe { $0.text() }, level2: maybe { $0.text() }, name: maybe { $0.text() },
        target: maybe { $0.value() },
        planned: maybe { $0.value() }, actual: maybe { $0.value() }, deviationReason: maybe { $0.text() })
      indicator.extras = extras()
      return indicator
    }
    form.source = maybe {
      Source(
        file: $0.text(), sha256: $0.maybe { _ in String(repeating: "a", count: 64) }, sheet: $0.maybe { $0.text() },
        cells: $0.maybe { _ in "A1:H27" })
    }
    return form
  }
}
