import Testing
import TrackingModel

@testable import Checking

@Suite struct BudgetSumsTests {
  @Test(arguments: [
    (BudgetColumn.initialBudget, "年初预算数"), (.periodBudget, "跟踪期预算数"), (.periodExpenditure, "跟踪期执行数"),
  ])
  func aTotalOffByAFenIsFoundInEachColumn(column: BudgetColumn, label: String) throws {
    // The rate still prints 48.52 with a fen more or less.
    let form = TrackingForm.sound.with { $0.budget.currentYearAppropriation?[keyPath: column.keyPath]? += 0.01 }
    let finding = try #require(Checker().check(form).first)
    #expect(findings(in: form) == ["budget.sum @ budget.total.\(column.rawValue)"])
    #expect(finding.message(in: .chinese).hasPrefix("“年度资金总额”的\(label)为 "))
    #expect(finding.values["difference"] == "0.01")
  }

  @Test func bothFiguresAndTheirPartsAreShown() throws {
    let form = TrackingForm.sound.with { $0.budget.carryOver?.initialBudget = 100 }
    let finding = try #require(Checker().check(form).first)
    #expect(
      finding.message(in: .chinese)
        == "“年度资金总额”的年初预算数为 6883.62 万元，各项资金合计为 6983.62 万元（6883.62＋100.00＋0.00），相差 100.00 万元。")
  }

  @Test func additionalFundsCountUnlessTheyAreAPart() {
    let more = BudgetLine.line("10", "10", "5", "50")
    let form = TrackingForm.sound.with {
      $0.budget = Budget(
        total: .line("110", "110", "55", "50"), currentYearAppropriation: .line("100", "100", "50", "50"),
        additional: [AdditionalFund(label: "财政专户管理资金", line: more)])
    }
    #expect(findings(in: form) == [])
    let asPart = form.with { $0.budget.additional[0].partOf = "currentYearAppropriation" }
    #expect(
      findings(in: asPart) == [
        "budget.sum @ budget.total.initialBudget", "budget.sum @ budget.total.periodBudget",
        "budget.sum @ budget.total.periodExpenditure",
      ])
  }

  @Test func aTotalAloneAndBlankFundsAreHonest() {
    #expect(findings(after: { $0.budget = Budget(total: $0.budget.total) }) == [])
    #expect(findings(after: { $0.budget.carryOver = .line(nil, nil, nil, nil) }) == [])
  }

  @Test(
    arguments: [("项目支出绩效运行监控表", "50", 0), (nil, "50", 0), ("财政项目支出绩效跟踪表", "50", 3), (nil, "90", 3)]
      as [(String?, String, Int)])
  func aRelativeMayShowOneFundAlone(title: String?, part: String, expected: Int) {
    let form = TrackingForm.sound.with {
      $0.setTitle(title)
      $0.budget = Budget(
        total: .line("80", "80", "80", "100"), currentYearAppropriation: .line(part, part, part, "100"))
    }
    #expect(findings(in: form).filter { $0.hasPrefix("budget.sum") }.count == expected)
  }

  @Test func initialAndPeriodBudgetMayDiffer() {
    #expect(
      findings(after: {
        $0.budget = Budget(total: .line("100", "80", "60", "75"), otherFunds: .line("100", "80", "60", "75"))
      })
        == [])
  }

  @Test func sumsAreExact() {
    // 0.1 + 0.2 is 0.3.
    let form = TrackingForm.sound.with {
      $0.budget = Budget(
        total: .line("0.3", "0.3", "0.2", "66.66"), currentYearAppropriation: .line("0.1", "0.1", "0.1", "100"),
        otherFunds: .line("0.2", "0.2", "0.1", "50"))
    }
    #expect(findings(in: form) == [])
  }
}
