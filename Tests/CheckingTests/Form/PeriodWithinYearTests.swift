import Testing
import TrackingModel

@testable import Checking

@Suite struct PeriodWithinYearTests {
  @Test(arguments: [
    ("2023-01", "2023-08", []), ("2023-08", "2023-08", []), ("2023-01", "2023-12", []),
    ("2023-09", "2023-08", ["period.order @ period.start"]),
    ("2024-01", "2023-08", ["period.order @ period.start"]),
    ("2022-09", "2023-08", ["period.span @ period.start"]),
  ])
  func startsBeforeItEndsAndInOneYear(start: String, end: String, expected: [String]) {
    // A rate of 99 % is in step with every month.
    #expect(
      findings(after: {
        $0.period = TrackingPeriod(start: YearMonth(start), end: YearMonth(end))
        $0.budget = Budget(total: .line("100", "100", "99", "99"))
      }) == expected)
  }
}
