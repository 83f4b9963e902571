import Findings
import Spreadsheet
import Testing
import TrackingModel

@testable import Recognition

/// Cells in = values + labels + named others.
@Suite struct CoverageTests {
  @Test(arguments: [
    FormTables().text, FormTables(measures: "纠偏措施 | 加快施工。\n\n备忘：下周复核 | | 88\n审核意见 | 同意").text,
    "收文第12号\n" + FormTables().text, FormTables(indicators: "").text, FormTables(title: "", heading: "项目名称 | 甲工程").text,
  ])
  func everyCellHasARole(_ text: String) {
    let sheet = table(text)
    let found = Recognizer().recognize(sheet)
    #expect(Set(found.roles.keys) == Set(sheet.cells.map(\.reference)))
    let named = found.forms.flatMap(\.findings) + found.findings
    for (cell, role) in found.roles {
      switch role {
      case .label: continue
      case .value(let form, let fields), .labelAndValue(let form, let fields):
        #expect(fields.allSatisfy { found.forms[form].sources[$0].contains(cell) }, "\(cell.a1) \(fields)")
      case .other:
        #expect(named.contains { $0.place.cells?.contains(cell) == true }, "\(cell.a1) is named nowhere")
      }
    }
  }

  @Test func cellWithTheUnitOfAllAmountsIsALabel() {
    let heading = FormTables().heading + "\n| | | | 金额单位：元"
    let found = FormTables(heading: heading, budget: FormTables().budget.replacing(" (万元)", with: "")).recognized()
    #expect(found.roles[CellReference(row: 4, column: 4)] == .label(form: 0))
    #expect(found.forms.first?.form.budget.total?.initialBudget == 0.001)
  }

  @Test func unitThatIsNoMoneyIsWhoseFormItIs() {
    let form = FormTables(heading: "项目名称 | 甲工程\n单位：浦川区图书馆").form()
    #expect(form.implementingUnit.name == "浦川区图书馆")
  }

  @Test(arguments: ["2023年10月12日", "2023-10-12", "年　月　日"])
  func dateBesideASignatureBelongsToIt(_ date: String) {
    let found = FormTables(measures: "纠偏措施 | 加快施工。\n（单位盖章） | | \(date)").recognized()
    #expect(rules(found).contains("form.signature A15:C15"), "\(rules(found))")
  }

  @Test func rowNumbersInFrontOfAFormAreNamedOnce() {
    let lines = FormTables().text.split(separator: "\n").enumerated().map { "\($0) | \($1)" }
    let found = Recognizer().recognize(table("| 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7\n" + lines.joined(separator: "\n")))
    var expected = FormTables().form()
    expected.source = found.forms.first?.form.source
    #expect(found.forms.map(\.form) == [expected])
    #expect(rules(found).contains("form.row-numbers A1:I15"), "\(rules(found))")
    #expect(!rules(found).contains { $0.hasPrefix("form.other-cells") })
  }

  @Test func serialNumbersOfIndicatorsAreNoRowNumbers() {
    let rows = (1...12).map { "\($0) | 产出指标 | 数量指标 | 第\($0)项 | \($0)个" }
    let indicators = "序号 | 一级指标 | 二级指标 | 三级指标 | 年度指标值\n" + rows.joined(separator: "\n")
    let form = FormTables(indicators: indicators).form()
    #expect(form.indicators.map { $0.extras.first?.text } == (1...12).map(String.init))
  }

  @Test(arguments: ["NaN", "None", "NULL", "@@@"])
  func wordForNothingIsReadAsBlank(_ word: String) {
    let heading = "项目名称 | 甲工程 | \(word)\n主管部门 | \(word) | | 实施单位 | 丙中心"
    let found = FormTables(heading: heading, measures: "纠偏措施 | \(word)").recognized()
    #expect(found.forms.first?.form.supervisingDepartment.name == nil)
    #expect(found.forms.first?.form.implementingUnit.name == "丙中心")
    #expect(found.forms.first?.form.correctiveMeasures == nil)
    #expect(rules(found).contains("form.empty-words B2:C13"), "\(rules(found))")
  }

  @Test func hintOfATemplateIsNoReason() {
    let indicators = FormTables().indicators.replacing("| 4 | 4 |", with: "| 4 | 4 | (100字以内)")
    let found = FormTables(indicators: indicators).recognized()
    #expect(found.forms.first?.form.indicators.first?.deviationReason == nil)
    #expect(rules(found).contains("form.instruction H11"), "\(rules(found))")
  }
}
