import Foundation
import TrackingModel

/// Makes canonical forms full of what files get wrong: line breaks, tabs, quotation marks, formulas, escapes, wide and rare
/// characters, look-alikes of numbers, dates and marks for none.
struct RandomForms {
  private var random: SplitMix

  init(seed: UInt64) { random = SplitMix(seed) }

  mutating func form() -> TrackingForm {
    TrackingForm(
      title: text(), definition: maybe { $0.definition() },
      period: TrackingPeriod(start: month(), end: month()), project: entity(),
      supervisingDepartment: entity(), implementingUnit: entity(), budget: budget(),
      goals: Goals(expected: text(), actual: text()), indicators: list(upTo: 5) { $0.indicator() },
      assessment: Assessment(budgetCompletion: judgment(), goalCompletion: judgment()), correctiveMeasures: text(),
      extras: extras())
  }

  private mutating func definition() -> FormDefinition {
    let all = FormFamily.standard.definitions
    return all[random.below(all.count)]
  }

  mutating func list<Element>(upTo count: Int, _ make: (inout RandomForms) -> Element) -> [Element] {
    (0..<random.below(count + 1)).map { _ in make(&self) }
  }

  private mutating func maybe<Value>(_ make: (inout RandomForms) -> Value) -> Value? {
    random.below(4) == 0 ? nil : make(&self)
  }

  private mutating func text() -> String? { maybe { $0.someText() } }

  private static let texts = [
    "住宅小区（综合治理）修缮工程", "=100.00(%)", "=1+1", "+86 21", "-", "/", "—", "无", "'=1", "'", "\"引号\"", "a,b;c\td",
    "第一行\n第二行", "一\r\n二", "一\r二", "尾\n", "_x0041_", "_x000D_", "<b>&amp;</b>", "]]>", "12月底前", "75.00", "007", "-0",
    "-0.00",
    "1e5", "1,234.50", "１２３", "219-某某局", "2023-01", "TRUE", "#REF!", "👨‍👩‍👧", "𠮷野家", "é", "\u{301}组合", "\u{FEFF}零宽",
    "（１）", "合计", "项目名称", "续", "表号", "\\n", "：＝〔〕【】＋\\", "注：说明", "一级指标", "123456789012345678", "0.10", "SUM(A1)",
    "@here", "sep=;", "\u{7F}", "　全角空格　", " 前后空格 ", "\u{1}", "x\u{B}y", "ﬁ", "½", "🇨🇳",
  ]

  private mutating func someText() -> String {
    let first = Self.texts[random.below(Self.texts.count)]
    return random.below(3) == 0 ? first + Self.texts[random.below(Self.texts.count)] : first
  }

  private mutating func month() -> YearMonth? {
    maybe { YearMonth(year: 2000 + $0.random.below(40), month: 1 + $0.random.below(12)) } ?? nil
  }

  private mutating func entity() -> NamedEntity { NamedEntity(code: text(), name: text()) }

  private mutating func amount() -> Decimal? {
    maybe {
      let digits = [1, 4, 9, 15, 17, 30][$0.random.below(6)]
      var number = Decimal(0)
      for _ in 0..<digits { number = number * 10 + Decimal($0.random.below(10)) }
      let scaled = number / Decimal(sign: .plus, exponent: $0.random.below(8), significand: 1)
      return $0.random.below(5) == 0 ? -scaled : scaled
    }
  }

  private mutating func line() -> BudgetLine {
    BudgetLine(
      initialBudget: amount(), periodBudget: amount(), periodExpenditure: amount(), executionRate: amount(),
      extras: extras())
  }

  private mutating func budget() -> Budget {
    Budget(
      total: maybe { $0.line() }, currentYearAppropriation: maybe { $0.line() }, carryOver: maybe { $0.line() },
      otherFunds: maybe { $0.line() },
      additional: list(upTo: 2) { AdditionalFund(label: $0.someText(), partOf: $0.text(), line: $0.line()) })
  }

  private mutating func extras() -> [Extra] {
    random.below(3) > 0 ? [] : list(upTo: 3) { Extra(label: $0.someText(), text: $0.someText(), cell: $0.text()) }
  }

  private mutating func value() -> IndicatorValue? {
    maybe {
      var value = IndicatorValue(text: $0.someText())
      if $0.random.below(5) == 0 { value.unit = $0.text() }
      if $0.random.below(9) == 0 { value.comparison = .atLeast }
      return value
    }
  }

  private mutating func indicator() -> Indicator {
    Indicator(
      level1: text(), level2: text(), name: text(), target: value(), planned: value(), actual: value(),
      deviationReason: text(), extras: extras())
  }

  private mutating func judgment() -> Judgment? {
    maybe {
      let text = $0.random.below(2) == 0 ? "确定能完成" : $0.someText()
      return $0.random.below(4) == 0 ? Judgment(text: text, likelihood: .impossible) : Judgment(text: text)
    }
  }
}

/// The same numbers for the same seed, on every machine.
struct SplitMix {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
