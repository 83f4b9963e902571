import Foundation
import TrackingModel

/// Makes forms at random, the same ones for the same seed: canonical forms as recognition gives them, with everything that a page can hold.
struct FormGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[number(0...(choices.count - 1))] }

  mutating func form() -> TrackingForm {
    let count = chance(20) ? number(40...80) : number(1...30)
    return TrackingForm(
      title: chance(80) ? "财政项目支出绩效跟踪表" : "2023年度财政项目支出绩效跟踪表", period: period(), project: entity(),
      supervisingDepartment: entity(), implementingUnit: entity(), budget: budget(),
      goals: Goals(expected: maybe(90) { $0.prose() }, actual: maybe(80) { $0.prose() }),
      indicators: indicators(count),
      assessment: Assessment(
        budgetCompletion: maybe(80) { $0.judgment() }, goalCompletion: maybe(80) { $0.judgment() }),
      correctiveMeasures: maybe(50) { $0.prose() })
  }

  private mutating func maybe<Value>(_ percent: Int, _ make: (inout FormGenerator) -> Value) -> Value? {
    chance(percent) ? make(&self) : nil
  }

  private mutating func period() -> TrackingPeriod {
    if chance(5) { return TrackingPeriod() }
    let year = number(2019...2031)
    let end = number(1...12)
    return TrackingPeriod(
      start: YearMonth(year: year, month: number(1...end)), end: YearMonth(year: year, month: end))
  }

  private mutating func entity() -> NamedEntity {
    if chance(4) { return NamedEntity() }
    let place = pick(["上海市莘庄工业区", "闵行区", "某某市第一", "长宁区江苏路街道"])
    let body = pick(["房管办事处", "住宅小区（综合治理）修缮工程", "教育局(汇总)", "2023-2025年道路养护", "水务A标段", "文化馆"])
    let tail = chance(10) ? String(repeating: "及其附属配套设施的日常维护与更新", count: number(1...12)) : ""
    return NamedEntity(
      code: chance(20) ? pick(["219", "219001", "51000021R000000019951"]) : nil, name: place + body + tail)
  }

  private mutating func amount() -> Decimal? {
    let digits = chance(10) ? String(number(0...99_999_999)) : String(number(0...99_999))
    let decimals = pick(["", ".5", ".62", ".02", ".125", ".123456", ".22", ".99"])
    return chance(4) ? nil : Decimal(plain: (chance(2) ? "-" : "") + digits + decimals).map { $0 == 0 ? 0 : $0 }
  }

  private mutating func line() -> BudgetLine? {
    let line = BudgetLine(
      initialBudget: amount(), periodBudget: amount(), periodExpenditure: amount(),
      executionRate: maybe(90) { Decimal(plain: "\($0.number(0...120)).\($0.number(10...99))") ?? 0 })
    return chance(8) || line.isEmpty ? nil : line
  }

  private mutating func budget() -> Budget {
    Budget(total: line(), currentYearAppropriation: line(), carryOver: line(), otherFunds: line())
  }

  private mutating func indicators(_ count: Int) -> [Indicator] {
    var result: [Indicator] = []
    for (level1, level2) in [
      ("产出指标", ["数量指标", "质量指标", "时效指标", "成本指标"]), ("效益指标", ["经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"]),
      ("满意度指标", ["服务对象满意度指标"]),
    ] {
      let share = level1 == "产出指标" ? count - count / 3 - count / 6 : level1 == "效益指标" ? count / 3 : count / 6
      for index in 0..<share {
        result.append(indicator(level1, level2[index * level2.count / max(1, share)], number: result.count + 1))
      }
    }
    return result
  }

  private mutating func indicator(_ level1: String, _ level2: String, number index: Int) -> Indicator {
    let name =
      pick(["住宅小区修缮、改造完成数量", "居民满意度", "网络带宽提升至1000Mbps的户数", "既有多层加装电梯补贴发放完成率（含续建）", "经济效益"])
      + (chance(90) ? "\(index)" : "") + (chance(5) ? String(repeating: "、配套设施同步改造到位情况", count: number(1...30)) : "")
    return Indicator(
      level1: level1, level2: level2, name: name,
      target: maybe(95) {
        IndicatorValue(
          text: $0.pick(["=100.00(%)", "≥90.00(%)", "=0(起)", "及时", "12月底前", "≤5.00(%)", ">=90%", "4次/年", "100"]))
      },
      planned: maybe(90) { IndicatorValue(text: $0.result()) }, actual: maybe(90) { IndicatorValue(text: $0.result()) },
      deviationReason: maybe(30) { $0.chance(90) ? $0.pick(["完成至第三季度", "受汛期影响，工期顺延"]) : $0.prose() })
  }

  private mutating func result() -> String {
    pick([
      "75.00", "0", "0.00", "-3.5", "100", "007", "12月底", "及时", "1234567890.12345", "88%", "123456789012345678", "0.5",
      "-0.00", "19.0",
    ])
  }

  private mutating func judgment() -> Judgment {
    Judgment(text: pick(Likelihood.allCases.map(\.officialText) + ["确定能", "基本能完成"]))
  }

  /// Paragraphs from one word to several pages.
  mutating func prose() -> String {
    let sentences = [
      "对园区内19个住宅小区进行外墙修缮、屋面防水、道路翻新和雨污分流改造等工程，", "提升小区居住环境，满足市民对美好生活的向往。", "完成率达到100%；", "（一）按计划推进；", "无",
      "使用Building Information Modelling软件管理进度，", "详见https://example.org/a?b=c&d=<e>。", "“一网统管”建设有序开展：", "验收合格率≥98.5%，",
    ]
    let count = chance(15) ? number(40...160) : number(1...8)
    var text = ""
    for index in 0..<count {
      text += pick(sentences)
      if index < count - 1, chance(15) { text += chance(80) ? "\n" : "\n　　" }
    }
    return text
  }
}
