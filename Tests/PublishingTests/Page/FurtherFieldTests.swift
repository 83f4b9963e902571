import Findings
import Publishing
import Testing

@testable import TrackingModel

/// Fields that the official form does not have: they have a cell of the page, or it is said that they have none.
@Suite struct FurtherFieldTests {
  private static let weight = IndicatorField("weight", .text(\.further["weight"]), .result, label: "权重")
  private static let indicators = IndicatorDefinition(
    label: OfficialLabel.indicators, fields: FormDefinition.tracking.indicators.fields + [weight])

  private static func definition(_ page: PageDefinition, further: [FormDefinition.Part] = []) -> FormDefinition {
    let parts = FormDefinition.tracking.parts.map { part in
      if case .indicators = part { FormDefinition.Part.indicators(indicators) } else { part }
    }
    return FormDefinition(
      FormKind(rawValue: "weighted"), title: "加权绩效跟踪表", titleWords: ["加权"], parts: parts + further, page: page)
  }

  private static func form(_ definition: FormDefinition) -> TrackingForm {
    let indicators = ["甲", "乙"].enumerated().map { number, name in
      var indicator = Indicator(level1: "产出指标", level2: "数量指标", name: name, target: IndicatorValue(text: "≥3"))
      indicator.further["weight"] = "\(number + 1)0"
      return indicator
    }
    var form = TrackingForm(
      title: definition.title, definition: definition, project: NamedEntity(name: "河道整治"), indicators: indicators)
    form.budget[keyPath: Fund.allCases[0].keyPath] = BudgetLine(initialBudget: 90, executionRate: 50)
    return form
  }

  @Test func `a field more of an indicator is a column more of the official page`() throws {
    let definition = Self.definition(TrackingPage(Self.indicators).definition)
    let (bytes, findings) = try OfficialPage.workbook(of: [Self.form(definition)])
    #expect(findings == [])
    let sheet = try #require(try ReadBack.sheets(of: bytes).first)
    var texts: [String: String] = [:]
    for cell in sheet.cells { texts[cell.reference.a1] = cell.text }
    let header = try #require(sheet.cells.first { $0.text == "权重" }?.reference)
    #expect(header.column == 8)
    for (number, weight) in ["10", "20"].enumerated() {
      #expect(texts[CellReference(row: header.row + 1 + number, column: 8).a1] == weight)
    }
    #expect(sheet.cells.contains { $0.text == "50.00" && $0.reference.column == 7 }, "the rate stands where it stood")
  }

  @Test func `a field without a cell is told once, with how often it was left out`() throws {
    let leader = FormField("leader", .text(\.further["leader"]), .name, label: "项目负责人")
    var form = Self.form(Self.definition(.tracking, further: [.field(leader)]))
    #expect(try OfficialPage.workbook(of: [form]).findings.map(\.values["found"]) == ["权重"])
    form.further["leader"] = "某某某"
    let findings = try OfficialPage.workbook(of: [form]).findings
    #expect(findings.map(\.rule.name) == ["page.extra", "page.extra"])
    #expect(findings.map(\.values) == [["found": "项目负责人", "count": "1"], ["found": "权重", "count": "2"]])
    #expect(findings.map(\.place.field) == ["leader", "indicators[0].weight"])
  }

  @Test func `an amount without a cell is told`() throws {
    let page = PageDefinition(
      blocks: [.init(rows: [[.init(.field(.title), 0...1, .title)], [.init(.field(.project), 0...1, .prose)]])],
      shares: [1, 1])
    var form = Self.form(Self.definition(page))
    form.indicators = []
    #expect(
      try OfficialPage.workbook(of: [form]).findings.map(\.values["found"])
        == ["年度资金总额 · 年初预算数", "年度资金总额 · 执行率(%)"])
  }

  @Test(arguments: FormFamily.standard.definitions)
  func `the page of a form that is built in leaves nothing out`(definition: FormDefinition) throws {
    let fields = definition.fields.map(\.key.name)
    #expect(!fields.isEmpty)
    var form = TrackingForm(title: definition.title, definition: definition)
    for field in definition.fields { _ = field.set(field.kind == .month ? "2023-01" : "甲", in: &form) }
    form.indicators = [Indicator()]
    for field in definition.indicators.fields { _ = field.set("乙", in: &form.indicators[0]) }
    for fund in definition.budget.funds { form.budget[keyPath: fund.keyPath] = BudgetLine(initialBudget: 1) }
    #expect(try OfficialPage.workbook(of: [form]).findings.filter { $0.rule.name == "page.extra" } == [])
  }
}
