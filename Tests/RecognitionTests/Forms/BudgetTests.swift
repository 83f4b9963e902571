import Findings
import Foundation
import Spreadsheet
import Testing
import TrackingModel

@testable import Recognition

/// The budget block: columns by their headings, rows by their names, amounts in whichever unit stands nearest.
@Suite struct BudgetTests {
  private func budget(_ text: String, settings: RecognitionSettings = .init()) -> Budget {
    FormTables(budget: text).form(settings).budget
  }

  @Test func columnsFollowTheirHeadings() {
    let line = budget("预算执行情况(万元) | 执行率 | 年初预算 | 全年预算数（A） | 1-8月执行数\n| 年度资金总额： | 3 | 2\n").total
    #expect(line == nil || line?.executionRate == nil)
    let total = budget("预算执行情况(万元) | | 执行率 | 年初预算 | 全年预算数（A） | 1-8月执行数\n| 总额 | 50% | 10 | 8 | 4").total
    #expect(total?.initialBudget == 10)
    #expect(total?.periodBudget == 8)
    #expect(total?.periodExpenditure == 4)
    #expect(total?.executionRate == 50)
  }

  @Test(arguments: [
    ("预算执行情况（元） | | 年初预算数 | 跟踪期预算数 | 跟踪期执行数", "100000", "10"),
    ("预算执行情况 | | 年初预算数(千元) | 跟踪期预算数 | 跟踪期执行数", "100", "10"),
    ("预算执行情况 | | 年初预算数（亿元） | 跟踪期预算数 | 跟踪期执行数", "0.001", "10"),
    ("预算执行情况(万元) | | 年初预算数 | 跟踪期预算数 | 跟踪期执行数", "1,234.50", "1234.5"),
    ("预算执行情况(万元) | | 年初预算数 | 跟踪期预算数 | 跟踪期执行数", "100000元", "10"),
  ])
  func amountsAreExactTenThousands(_ header: String, _ amount: String, _ expected: String) {
    #expect(budget(header + "\n| 年度资金总额 | \(amount) | 1 | 1").total?.initialBudget == Decimal(string: expected))
  }

  @Test func unitOfACellOfItsOwnHoldsForTheForm() {
    let tables = FormTables(
      heading: "项目名称 | 甲 | | 金额单位：元", budget: "预算执行情况 | | 年初预算数 | 跟踪期预算数\n| 年度资金总额 | 20000 | 10000")
    #expect(tables.form().budget.total?.initialBudget == 2)
    #expect(tables.findings().contains { $0.hasPrefix("value.unit-converted") })
  }

  @Test func withoutAnyUnitTenThousandsAreAssumedWithAWarning() {
    let text = "预算执行情况 | | 年初预算数 | 跟踪期预算数\n| 年度资金总额 | 2 | 1"
    #expect(budget(text).total?.initialBudget == 2)
    var settings = RecognitionSettings()
    settings.unit = .yuan
    #expect(budget(text, settings: settings).total?.initialBudget == Decimal(string: "0.0002"))
  }

  @Test func rowsWithoutAnythingAreNil() {
    let budget = budget("预算执行情况(万元) | | 年初预算数 | 跟踪期预算数\n| 年度资金总额 | 2 | 1\n| 上年结转资金 | - | /\n| 其他资金 | |")
    #expect(budget.carryOver == nil)
    #expect(budget.otherFunds == nil)
  }

  @Test func furtherFundsStandBesideTheFour() {
    let budget = budget(
      """
      预算执行情况(万元) | | 年初预算数 | 跟踪期预算数
      | 年度资金总额 | 6 | 6
      | 其中：当年财政拨款 | 3 | 3
      | 其中：中央补助 | 1 | 1
      | 单位资金 | 2 | 2
      | 其他资金 | 1 | 1
      """)
    #expect(budget.additional.map(\.label) == ["中央补助", "单位资金"])
    #expect(budget.additional.map(\.partOf) == ["currentYearAppropriation", nil])
    #expect(budget.otherFunds?.initialBudget == 1)
  }

  @Test func synonymIsOtherFundsWhereNoRowIsCalledSo() {
    let budget = budget("预算执行情况(万元) | | 年初预算数 | 跟踪期预算数\n| 年度资金总额 | 6 | 6\n| 单位资金 | 2 | 2")
    #expect(budget.otherFunds?.initialBudget == 2)
    #expect(budget.additional.isEmpty)
  }

  @Test func shiftedRowIsRealigned() {
    let tables = FormTables(
      budget: "预算执行情况(万元) | | 年初预算数 | 跟踪期预算数 | 跟踪期执行数 | 执行率(%)\n年度资金总额 | 10 | 8 | 4 | 50\n| 其他资金 | 1 | 1 | 1 | 100")
    #expect(tables.form().budget.total?.executionRate == 50)
    #expect(tables.form().budget.total?.initialBudget == 10)
    #expect(tables.findings().contains("form.row-realigned B6"))
  }

  @Test func columnsBeyondTheFourAreExtras() {
    let total = budget("预算执行情况(万元) | | 年初预算数 | 全年预计执行数\n| 年度资金总额 | 6 | 5.5").total
    #expect(total?.extras == [Extra(label: "全年预计执行数", text: "5.5", cell: "D6")])
  }

  @Test func partsOfOtherFundsMayBeCircled() {
    let budget = """
      预算执行情况 (万元) | | 年初预算数 | 跟踪期预算数
      | 资金总额 | 100 | 100
      | 其中： | |
      | （1）当年财政拨款 | 80 | 80
      | （2）其他资金 | 20 | 20
      | ①自筹资金 | 15 | 15
      | ②社会捐赠 | 5 | 5
      """
    let form = FormTables(budget: budget).form()
    #expect(form.budget.currentYearAppropriation?.initialBudget == 80)
    #expect(form.budget.additional.map(\.label) == ["①自筹资金", "②社会捐赠"])
    #expect(form.budget.additional.map(\.partOf) == ["otherFunds", "otherFunds"])
  }

  /// Its name is kept without 其中, and its cell is no cell of nothing.
  @Test func aPartThatNobodyKnowsIsKeptAndNotNamedTwice() {
    let tables = FormTables(budget: "预算执行情况（万元） | | 年初预算数\n| 年度资金总额 | 6\n| 其中：防汛专户 | 5.5")
    #expect(tables.form().budget.additional.map(\.label) == ["防汛专户"])
    #expect(tables.findings().contains { $0.hasPrefix("form.fund-unknown") })
    #expect(!tables.findings().contains { $0.hasPrefix("form.other-cells") })
  }

  /// It has no name but the words that lead to one.
  @Test func aRowThatIsCalledNothingKeepsItsWords() {
    let form = FormTables(budget: "预算执行情况（万元） | | 年初预算数\n| 年度资金总额 | 6\n| 其中： | 5.5").form()
    #expect(form.budget.additional.map(\.label) == ["其中："])
  }

  @Test func amountsWithUnitsOfTheirOwnNeedNoOther() {
    let budget = """
      预算执行情况 | | 年初预算数 | 跟踪期预算数
      | 年度资金总额 | 1.2亿元 | 110,000,000元
      """
    let tables = FormTables(budget: budget)
    #expect(tables.form().budget.total?.periodBudget == 11_000)
    #expect(!tables.findings().contains { $0.hasPrefix("value.unit-assumed") })
  }

  // MARK: Where a row's label meets a column's heading

  @Test(arguments: [
    ("预算执行情况(万元)↓ | 年度预算数（元） | 年初预算 | 调整后预算数\n | 总额 | 20000 | 10000", "2"),
    ("预算执行情况↓ | 资金来源 | 年初预算（元） | 调整后预算数（元）\n | 总额 | 20000 | 10000", "2"),
    ("预算执行情况↓ | | 年初预算 | 调整后预算数\n | 总额（元） | 20000 | 10000", "2"),
    ("预算执行情况（元）→ | | |\n | | 年初预算 | 调整后预算数\n | 总额 | 20000 | 10000", "2"),
  ])
  func theUnitCountsFromAnyLabelOfTheBlock(_ text: String, _ expected: String) {
    #expect(budget(text).total?.initialBudget == Decimal(string: expected))
  }

  @Test func labelsOfTheBlockThatContradictAreAnError() {
    let tables = FormTables(budget: "预算执行情况(万元)↓ | 资金来源（元） | 年初预算 | 调整后预算数\n | 总额 | 20000 | 10000")
    #expect(tables.form().budget.total?.initialBudget == 2)
    #expect(tables.findings().contains { $0.hasPrefix("value.unit-contradicts") })
  }

  @Test(arguments: ["本表金额均以元为单位", "（金额单位：元）", "填报人：张三    金额单位：元", "以下金额单位为元。"])
  func aLineAboveMayStateTheUnit(_ line: String) {
    let tables = FormTables(
      heading: "项目名称 | 甲\n\(line)", budget: "预算执行情况 | | 年初预算数 | 跟踪期预算数\n| 年度资金总额 | 20000 | 10000")
    #expect(tables.form().budget.total?.initialBudget == 2)
  }

  @Test(arguments: ["补助标准单位：元/人", "单位：元计算的补贴另列", "本项目资金100元"])
  func otherSentencesStateNone(_ line: String) {
    let tables = FormTables(
      heading: "项目名称 | 甲\n\(line)", budget: "预算执行情况 | | 年初预算数 | 跟踪期预算数\n| 年度资金总额 | 2 | 1")
    #expect(tables.form().budget.total?.initialBudget == 2)
  }

  @Test func columnsAndRowsOfTheirOwnMoveNothing() {
    let tables = FormTables(
      budget: """
        预算执行情况(万元)↓ | 甲乙 | 丙丁→ | | 戊己 | 年初预算数 | 庚辛 | 跟踪期预算数 | 跟踪期执行数 | 执行率 | 壬癸
         | 3 | 年度资金总额→ | | 7 | 10 | 言 | 8 | 4 | 50 | 9
         | 4 | 产出指标→ | | 7 | 5 | 言 | 4 | 2 | 50 |
         | 5 | 其他资金→ | | | 待定 | 言 | 4 | 2 | 50 |
         | 6 | 子丑→ | | | 说明文字 | | | | |
        """)
    let form = tables.form()
    let total = form.budget.total
    #expect(total?.initialBudget == 10)
    #expect(total?.periodBudget == 8)
    #expect(total?.periodExpenditure == 4)
    #expect(total?.executionRate == 50)
    #expect(total?.extras.map(\.label) == ["戊己", "庚辛", "壬癸", "甲乙"])
    #expect(total?.extras.map(\.text) == ["7", "言", "9", "3"])
    #expect(form.budget.additional.map(\.label) == ["产出指标"])
    #expect(form.budget.additional.first?.line.initialBudget == 5)
    #expect(form.budget.otherFunds?.initialBudget == nil)
    #expect(form.budget.otherFunds?.periodBudget == 4)
    #expect(form.extras.contains { $0.label == "子丑" && $0.text == "说明文字" })
    #expect(tables.findings().contains { $0.hasPrefix("value.not-a-number") })
  }

  @Test func whatCannotBeReadLeavesTheRestOfTheBlock() {
    let budget = budget(
      """
      资金情况（万元）↓ | 年度资金总额：→ | | 待定
       | 其中：财政拨款→ | | 80万（县级50万元，市级30万元）
       | 其他资金→ | | 20
      """)
    #expect(budget.total == nil)
    #expect(budget.currentYearAppropriation?.initialBudget == 80)
    #expect(budget.otherFunds?.initialBudget == 20)
  }

  // MARK: Totals of the whole project

  @Test(arguments: ["项目资金总额", "中期资金总额", "项目总投资"])
  func totalsOfTheWholeProjectStandBesideThoseOfTheYear(_ whole: String) {
    let form = FormTables(
      budget: """
        项目资金(万元)↓ | \(whole) | 90 | 年度资金总额 | 30
         | 其中：财政资金 | 80 | 其中：当年财政拨款 | 20
         | | | 上年结转资金 | 4
         | 其他资金 | 10 | 其他资金 | 6
        """
    ).form()
    #expect(form.budget.total?.initialBudget == 30)
    #expect(form.budget.currentYearAppropriation?.initialBudget == 20)
    #expect(form.budget.carryOver?.initialBudget == 4)
    #expect(form.budget.otherFunds?.initialBudget == 6)
    #expect(form.budget.additional.isEmpty)
    #expect(form.extras.map(\.text).prefix(3) == ["90", "80", "10"])
  }

  @Test func aloneTheProjectsTotalIsTheYears() {
    let budget = budget("项目资金(万元)↓ | 项目资金总额 | 90\n | 财政拨款 | 90")
    #expect(budget.total?.initialBudget == 90)
  }

  @Test func aloneTheProjectsInvestmentIsNot() {
    let form = FormTables(budget: "项目资金(万元)↓ | 项目总投资 | 90\n | 年度资金总额 | 30").form()
    #expect(form.budget.total?.initialBudget == 30)
    #expect(form.extras.contains { $0.label == "项目总投资" && $0.text == "90" })
  }

  // MARK: Headings that stand twice

  @Test func aHeadingThatStandsTwiceCountsOnce() {
    let tables = FormTables(
      budget: "预算执行情况(万元) | | 年初预算数 | 年初预算数 | 跟踪期预算数\n| 年度资金总额 | 10 | 99 | 8")
    #expect(tables.form().budget.total?.initialBudget == 10)
    #expect(tables.form().budget.total?.periodBudget == 8)
    #expect(tables.findings().contains { $0.hasPrefix("form.field-twice") })
  }

  // MARK: Headings over two rows

  @Test func headingsMayStandUnderWideOnes() {
    let total = budget(
      """
      预算执行情况(万元)↓ | 资金来源↓ | 预算数→ | | 1-8月执行数↓ | 执行率↓
       | | 年初预算数 | 调整后预算数 | |
       | 年度资金总额 | 10 | 8 | 4 | 50
      """
    ).total
    #expect(total?.initialBudget == 10)
    #expect(total?.periodBudget == 8)
    #expect(total?.periodExpenditure == 4)
    #expect(total?.executionRate == 50)
  }

  @Test(arguments: ["中期", "长期目标", "实施期"])
  func theYearCountsBesideALongerTime(_ longer: String) {
    let form = FormTables(
      budget: """
        项目资金(万元)↓ | 资金来源↓ | \(longer)→ | | 2023年度→ |
         | | 年初预算数 | 执行数 | 年初预算数 | 执行数
         | 年度资金总额 | 90 | 60 | 30 | 20
        """
    ).form()
    #expect(form.budget.total?.initialBudget == 30)
    #expect(form.budget.total?.periodExpenditure == 20)
    #expect(form.budget.total?.extras.map(\.text) == ["90", "60"])
  }

  // MARK: Rows that say the same again

  @Test(arguments: [1, 3])
  func aHiddenRowNeverBeatsAVisibleOne(hiddenFirst: Int) {
    let rows = ["| 年度资金总额 | 777 | 77", "| 上年结转资金 | 5 | 4", "| 年度资金总额 | 860 | 512", "| 上年结转资金 | 100 | 80"]
    let sheet = table(
      "跟踪表\n项目名称 | 甲工程\n预算执行情况(万元) | | 年初预算数 | 跟踪期执行数\n" + rows.joined(separator: "\n"))
    // Rows 4 and 5 or rows 6 and 7 of the sheet are hidden.
    let hidden = Set([hiddenFirst + 2, hiddenFirst + 3])
    let found = Recognizer().recognize(
      Sheet(info: sheet.info, cells: sheet.cells, merges: sheet.merges, hiddenRows: hidden))
    let budget = found.forms.first?.form.budget
    #expect(budget?.total?.initialBudget == (hiddenFirst == 1 ? 860 : 777))
    #expect(budget?.carryOver?.periodExpenditure == (hiddenFirst == 1 ? 80 : 4))
    #expect(budget?.additional.isEmpty == true)
    let twice = rules(found).filter { $0.hasPrefix("form.field-twice") }
    #expect(
      twice.map { String($0.suffix(2)) } == (hiddenFirst == 1 ? ["C4", "D4", "C5", "D5"] : ["C6", "D6", "C7", "D7"]))
  }

  @Test func aHiddenRowWithoutAnotherCounts() {
    let sheet = table("跟踪表\n项目名称 | 甲工程\n预算执行情况(万元) | | 年初预算数 | 跟踪期执行数\n| 年度资金总额 | 8 | 5\n| 其他资金 | 3 | 2")
    let found = Recognizer().recognize(Sheet(info: sheet.info, cells: sheet.cells, hiddenRows: [4]))
    #expect(found.forms.first?.form.budget.otherFunds?.initialBudget == 3)
  }

  @Test func aSecondTotalIsNoFurtherFund() {
    let text = """
      预算执行情况(万元)↓ | | 年初预算数 | 跟踪期预算数
       | 年度资金总额 | 10 | 8
       | 财政拨款 | 10 | 8
       | 合计 | 10 | 9
      """
    let tables = FormTables(budget: text)
    #expect(tables.form().budget.additional.isEmpty)
    #expect(tables.findings().filter { $0.hasPrefix("form.field-twice") } == ["form.field-twice D8"])
  }
}
