/// 跟踪时段: the months a form covers. Start and end are known or unknown on their own.
public struct TrackingPeriod: Hashable, Sendable {
  public var start: YearMonth?
  public var end: YearMonth?

  public init(start: YearMonth? = nil, end: YearMonth? = nil) {
    self.start = start
    self.end = end
  }
}

/// A month of a year, without day, time or time zone.
public struct YearMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let year: Int
  /// 1 to 12.
  public let month: Int

  /// nil unless the year has four digits and the month is one of 1 to 12.
  public init?(year: Int, month: Int) {
    guard (1000...9999).contains(year), (1...12).contains(month) else { return nil }
    self.year = year
    self.month = month
  }

  /// Reads `2023-08`, the form that JSON uses; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, parts[1].count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1])
    else { return nil }
    self.init(year: year, month: month)
  }

  /// `2023-08`.
  public var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

  public static func < (left: YearMonth, right: YearMonth) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }
}
