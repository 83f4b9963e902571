import Foundation
import Findings
import TrackingModel

/// A count or an amount of money that may not pass its annual limit has not passed it already.
///
/// Source: the form's rule: ≤ and `=0` are reverse. What adds up over the year cannot come back; a share or an average (%,
/// 平均, a duration) still can, so it is left alone.
enum ExceededLimits: FormRule {
  static let rules: [Rule] = [.limitExceeded]

  static func objections(to checked: RuleContext) -> [Objection] {
    checked.eachIndicator { index, indicator in
      guard let target = indicator.target, let limit = target.decimal, target.comparison != nil, target.isLimit,
        let actual = indicator.actual, let result = actual.decimal, !target.contradicts(unitOf: actual),
        adds(up: indicator), result > limit || (target.comparison == .less && result == limit)
      else { return [] }
      return [
        Objection(
          .limitExceeded, at: .indicator(index, .actual),
          ["indicator": indicator.displayName, "found": actual.text, "expected": target.text])
      ]
    }
  }

  private static func adds(up indicator: Indicator) -> Bool {
    let unit = indicator.target?.unit ?? indicator.actual?.unit
    if let unit, !MeasureUnit(unit).accumulates { return false }
    let name = indicator.name ?? ""
    return !["率", "占比", "比例", "平均", "均值", "人均", "程度", "时间", "时长", "周期"].contains { name.contains($0) }
  }
}

extension Rule {
  package static let limitExceeded = Rule(
    "indicator.limit-exceeded", .warning,
    zh: .init(
      "指标“{indicator}”的跟踪期实际完成值 {found} 已超过年度指标值 {expected}，年内无法再达成。",
      advice: "请核对实际完成值；属实的，请说明原因、提出纠偏措施，并重新判断年度绩效目标完成可能性。"),
    en: .init(
      "The indicator “{indicator}” stands at {found}, already beyond the year's limit {expected}; it cannot be met any more.",
      advice: "Check the value; if it is right, explain it, name measures, and reconsider the likelihood of the goals.")
  )
}
