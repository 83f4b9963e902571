import TrackingModel

/// What the words of a period say before a missing year is filled in.
struct PeriodSpan {
  enum Kind {
    /// Both ends are named.
    case range
    /// Only the end is: it begins in January.
    case endOnly
    /// Only a year is: January to December.
    case wholeYear
  }

  private(set) var kind: Kind
  private var startYear: Int?
  private var endYear: Int?
  private let startMonth: Int
  private let endMonth: Int

  /// One point: a quarter or half-year is a range of its own, a month or day the end of one.
  init?(_ point: PeriodPoint) {
    startYear = point.year
    endYear = point.year
    switch point.unit {
    case .year:
      kind = .wholeYear
      startMonth = 1
      endMonth = 12
    case .quarter, .half:
      guard let first = point.firstMonth, let last = point.lastMonth else { return nil }
      kind = .range
      startMonth = first
      endMonth = last
    case .month, .day, .bare:
      guard let last = point.lastMonth else { return nil }
      kind = .endOnly
      startMonth = 1
      endMonth = last
    }
  }

  /// From one point to another; a year named at one end only holds for both.
  init?(from start: PeriodPoint, to end: PeriodPoint) {
    // `2022-2023年` names no month at all; `2023年至8月` begins with the year.
    let isYears = start.unit == .year && end.unit == .year
    guard end.unit != .year || isYears else { return nil }
    kind = isYears ? .wholeYear : .range
    startYear = start.year ?? end.year
    endYear = end.year ?? start.year
    startMonth = start.firstMonth ?? 1
    endMonth = end.lastMonth ?? 12
  }

  var needsYear: Bool { startYear == nil || endYear == nil }

  mutating func complete(with year: Int) {
    startYear = startYear ?? year
    endYear = endYear ?? year
  }

  var start: YearMonth? { startYear.flatMap { YearMonth(year: $0, month: startMonth) } }
  var end: YearMonth? { endYear.flatMap { YearMonth(year: $0, month: endMonth) } }
}
