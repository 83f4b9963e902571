import Foundation
import TrackingModel

/// How an indicator's result stands to the period's plan.
///
/// Source: the form's rule: the seeds compare with 跟踪期计划完成值, never with the annual target, and more than planned is a
/// deviation as well. Only where less is better (a target with ≤ or `<`, or `=0`) is staying below the plan none that needs
/// words. Dates and words are compared without 前 and 底; a date met early or a word for met is no deviation.
enum Deviation: Hashable {
  /// Both are there and agree, or one of them is missing or cannot be compared.
  case none
  /// Less than was allowed, where less is better.
  case welcome
  /// More than was planned, where more is better.
  case surplus
  /// Less than planned, later than planned, or more than was allowed.
  case shortfall
  /// Other words than planned.
  case different

  /// Whether the form has to explain it.
  var needsReason: Bool { self == .surplus || self == .shortfall || self == .different }

  init(of indicator: Indicator) {
    guard let planned = indicator.planned, let actual = indicator.actual, planned.text != actual.text,
      !PlaceholderText.matches(planned.text), !PlaceholderText.matches(actual.text)
    else {
      self = .none
      return
    }
    let target = indicator.target
    switch (planned.quantity(for: target), actual.quantity(for: target)) {
    case (let plan?, let result?):
      self = Self.compare(result, to: plan, planned: planned, actual: actual, lessIsBetter: target?.isLimit ?? false)
    case (.some, nil) where target?.amount != nil, (nil, .some) where target?.amount != nil:
      // Words for a quantity are a finding of their own.
      self = .none
    default: self = Self.compareWords(actual.text, to: planned.text)
    }
  }

  private static func compare(
    _ result: Decimal, to plan: Decimal, planned: IndicatorValue, actual: IndicatorValue, lessIsBetter: Bool
  ) -> Deviation {
    if result == plan || planned.contradicts(unitOf: actual) { return .none }
    // `≥90` as the plan is met by 95; only a bare number has to be hit.
    switch planned.comparison {
    case .atLeast, .more: return result > plan ? .none : .shortfall
    case .atMost, .less: return result < plan ? .none : .shortfall
    case .equal, nil: break
    }
    if lessIsBetter { return result < plan ? .welcome : .shortfall }
    return result > plan ? .surplus : .shortfall
  }

  private static func compareWords(_ actual: String, to planned: String) -> Deviation {
    let plan = core(planned)
    let result = core(actual)
    if plan == result || ResultWords.meanMet(actual) { return .none }
    if let due = Deadline(planned), let done = Deadline(actual) {
      return done.isLater(than: due) ? .shortfall : .none
    }
    return .different
  }

  /// `12月底前` and `12月底` are the same, and so are 健全 and 已健全.
  private static func core(_ text: String) -> String {
    var words = ComparedText.fold(text).filter { !"。.，,；;".contains($0) }
    for beginning in ["已经", "已", "均已", "全部", "得到", "有所", "有效", "持续", "不断"] where words.hasPrefix(beginning) {
      let rest = words.dropFirst(beginning.count)
      if !rest.isEmpty { words = String(rest) }
    }
    for ending in ["之前", "以前", "前", "底", "完成", "了"] where words.hasSuffix(ending) {
      let rest = words.dropLast(ending.count)
      if !rest.isEmpty { words = String(rest) }
    }
    return words
  }
}

extension IndicatorValue {
  /// The amount; 0 for 无 and the like where the target is a limit.
  fileprivate func quantity(for target: IndicatorValue?) -> Decimal? {
    if let decimal { return decimal }
    return target?.isLimit == true && ResultWords.meanNone(text) ? 0 : nil
  }

  /// A target that the result must not pass: ≤, `<`, or nothing at all.
  var isLimit: Bool {
    switch comparison {
    case .atMost, .less: true
    case .equal, nil: decimal == 0
    case .atLeast, .more: false
    }
  }

  /// Both have a unit, and what they measure is not the same.
  func contradicts(unitOf other: IndicatorValue) -> Bool {
    guard let unit, let otherUnit = other.unit else { return false }
    return MeasureUnit(unit) != MeasureUnit(otherUnit)
  }
}
