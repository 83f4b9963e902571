import Testing
import TrackingModel

@testable import Checking

@Suite struct NegativeAmountsTests {
  @Test func aNegativeAmountIsAnError() {
    let form = TrackingForm.sound.with {
      $0.budget = Budget(
        total: .line("100", "100", "50", "50"), currentYearAppropriation: .line("105", "100", "55", "55"),
        carryOver: .line("-5", "0", "-5", "0"))
    }
    #expect(
      findings(in: form) == [
        "budget.negative @ budget.carryOver.initialBudget", "budget.negative @ budget.carryOver.periodExpenditure",
      ])
    #expect(Checker().check(form).map(\.severity) == [.error, .error])
  }

  @Test func aNegativeBudgetIsNotAlsoOverspent() {
    let form = TrackingForm.sound.with {
      $0.budget.carryOver = .line("0", "-5", "0", nil)
      $0.budget.otherFunds = .line("5", "5", "0", "0")
      $0.budget.total?.initialBudget? += 5
    }
    #expect(findings(in: form) == ["budget.negative @ budget.carryOver.periodBudget"])
  }

  @Test func zeroIsHonest() { #expect(findings(in: .sound) == []) }
}
