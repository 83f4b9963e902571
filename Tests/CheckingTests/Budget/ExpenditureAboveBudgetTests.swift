import Testing
import TrackingModel

@testable import Checking

@Suite struct ExpenditureAboveBudgetTests {
  @Test func moreThanTheFundHolds() throws {
    let form = TrackingForm.sound.with {
      $0.budget = Budget(
        total: .line("100", "100", "80", "80"), currentYearAppropriation: .line("50", "50", "60.5", "121"),
        otherFunds: .line("50", "50", "19.5", "39"))
    }
    #expect(findings(in: form) == ["budget.overspent @ budget.currentYearAppropriation.periodExpenditure"])
    #expect(
      try #require(Checker().check(form).first).message(in: .chinese)
        == "“当年财政拨款”的跟踪期执行数 60.50 万元大于跟踪期预算数 50.00 万元，超出 10.50 万元。")
  }

  @Test func moneySpentWithoutABudget() {
    #expect(
      findings(after: {
        $0.budget = Budget(
          total: .line("100", "100", "80", "80"), currentYearAppropriation: .line("100", "100", "70", "70"),
          otherFunds: .line("0", "0", "10", "0"))
      }) == ["budget.overspent @ budget.otherFunds.periodExpenditure"])
  }

  @Test func allOfItAndMoreThanTheInitialBudgetAreHonest() {
    #expect(findings(after: { $0.budget = Budget(total: .line("80", "100", "100", "100")) }) == [])
  }
}
