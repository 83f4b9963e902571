import Findings
import TrackingModel

/// A result that is not the planned one has a reason; one that is has none.
///
/// Source: the form's rule: the four rows of the seeds that deviate all have a reason, the 22 others have none. 无 is no
/// reason.
enum DeviationReasons: FormRule {
  static let rules: [Rule] = [.reasonMissing, .reasonUnneeded]

  static func objections(to checked: RuleContext) -> [Objection] {
    guard checked.has(.planned), checked.has(.deviationReason) else { return [] }
    return zip(checked.form.indicators, checked.deviations).enumerated().compactMap { index, pair in
      let (indicator, deviation) = pair
      guard let planned = indicator.planned, let actual = indicator.actual else { return nil }
      let reason = indicator.deviationReason.flatMap { ResultWords.meanNothing($0) ? nil : $0 }
      func objection(_ rule: Rule) -> Objection {
        let values = ["indicator": indicator.displayName, "found": actual.text, "expected": planned.text]
        return Objection(rule, at: .indicator(index, .deviationReason), values)
      }
      if deviation.needsReason, reason == nil { return objection(.reasonMissing) }
      if deviation == .none, let reason, !ResultWords.meanMet(reason), indicator.statesAgreement {
        return objection(.reasonUnneeded)
      }
      return nil
    }
  }
}

extension Indicator {
  /// Planned and actual are the same quantity or the same words, not only impossible to compare.
  fileprivate var statesAgreement: Bool {
    guard let planned, let actual else { return false }
    if let plan = planned.decimal, let result = actual.decimal {
      return plan == result && !planned.contradicts(unitOf: actual)
    }
    return planned.amount == nil && actual.amount == nil
      && ComparedText.fold(planned.text) == ComparedText.fold(actual.text)
  }
}

extension Rule {
  package static let reasonMissing = Rule(
    "indicator.reason-missing", .warning,
    zh: .init(
      "指标“{indicator}”的跟踪期实际完成值“{found}”与计划完成值“{expected}”不一致，未填写偏差原因。",
      advice: "请在“偏差原因分析”栏说明原因；如完成值填写有误，请更正。"),
    en: .init(
      "The indicator “{indicator}” reached “{found}” where “{expected}” was planned, and no reason is given.",
      advice: "Give the reason under 偏差原因分析, or correct the value."))

  package static let reasonUnneeded = Rule(
    "indicator.reason-unneeded", .note,
    zh: .init("指标“{indicator}”的实际完成值与计划完成值一致（{found}），却填写了偏差原因。", advice: "请核对完成值；没有偏差的，不必填写原因。"),
    en: .init(
      "The indicator “{indicator}” was reached as planned ({found}), yet a reason for deviation is given.",
      advice: "Check the values; without a deviation no reason is needed."))
}
