import Testing
import TrackingModel

@testable import Checking

@Suite struct ZeroBudgetTests {
  @Test func aProjectWithoutAnyBudgetIsWorthALook() {
    #expect(
      findings(after: { $0.budget = Budget(total: .line("50", "0", "0", "0"), carryOver: .line("50", "0", "0", "0")) })
        == ["budget.zero @ budget.total.periodBudget"])
  }

  @Test func aFundWithoutMoneyIsHonest() { #expect(findings(in: .sound) == []) }

  @Test func aZeroTotalOverOtherFundsIsOnlyAWrongSum() {
    #expect(
      findings(after: {
        $0.budget = Budget(total: .line("90", "0", "0", "0"), carryOver: .line("90", "90", "0", "0"))
      }) == ["budget.sum @ budget.total.periodBudget"])
  }
}
