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
      let reason = indicator.deviationReason.flatMap { ResultWords.sayNothing($0) ? nil : $0 }
      func objection(_ rule: Rule) -> Objection {
        let values = ["indicator": indicator.displayName, "found": actual.text, "expected": planned.text]
        return Objection(rule, at: .indicator(index, .deviationReason), values)
      }
      if deviation.needsReason, reason == nil { return objection(.reasonMissing) }
      if deviation == .none, let reason, !ResultWords.sayMet(reason), indicator.statesAgreement {
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
