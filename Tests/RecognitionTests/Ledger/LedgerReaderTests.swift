import Findings
import Foundation
import Spreadsheet
import Testing
import TrackingModel

@testable import Recognition

@Suite struct LedgerReaderTests {
  @Test func rowsOfOneProjectUnitAndPeriodAreOneFormWhereverTheyStand() throws {
    let (forms, _) = try recognizeLedger(
      """
      项目名称 | 实施单位 | 跟踪时段     | 年初预算数(万元) | 三级指标 | 年度指标值
      道路保洁 | 环卫所   | 2023年1-8月  | 100             | 保洁面积 | ≥80(%)
      垃圾清运 | 环卫所   | 2023年1-8月  | 60              | 及时率   | =100(%)
      道路保洁 | 环卫所   | 2023年1-8月  | 100             | 投诉率   | ≤5(%)
      道路保洁 | 清道队   | 2023年1-8月  | 30              | 保洁面积 | ≥20(%)
      道路保洁 | 环卫所   | 2023年1-12月 | 100             | 保洁面积 | ≥80(%)
      """)
    #expect(forms.map { $0.form.project.name } == ["道路保洁", "垃圾清运", "道路保洁", "道路保洁"])
    #expect(forms.map { $0.form.implementingUnit.name } == ["环卫所", "环卫所", "清道队", "环卫所"])
    #expect(forms[0].form.indicators.map(\.name) == ["保洁面积", "投诉率"])
    #expect(forms[0].form.budget.total?.initialBudget == 100)
    #expect(forms[0].findings.isEmpty)
    #expect(forms[0].sources["indicators[1].target"].map(\.a1) == ["F4"])
    #expect(forms[0].sources["project.name"].map(\.a1) == ["A2"])
    #expect(forms[0].form.source?.cells == "A2:F4")
    #expect(forms[0].sources.place(of: "indicators[1].actual").cells?.a1 == "E4:F4")
    #expect(forms[0].sources.place(of: "budget.total.periodBudget").cells?.a1 == "D2")
  }

  /// A ledger is bounded by its forms as sheets are: what is read can be written as JSON and read again.
  @Test(arguments: [
    (projects: 1, rows: 20, isRefused: false), (1, 60, true), (30, 20, false), (2, 60, true),
  ])
  func `a form of more values than any form has is refused`(_ projects: Int, _ rows: Int, _ isRefused: Bool) throws {
    let heading = "项目名称 | 实施单位 | 三级指标 | 年度指标值 | 跟踪期实际完成值\n"
    let lines = (0..<rows).flatMap { row in (0..<projects).map { "河道\($0) | 水务所 | 里程\(row) | 80 | 70\n" } }
    var settings = RecognitionSettings()
    settings.valuesOfForm = 100
    guard isRefused else {
      #expect(try recognizeLedger(heading + lines.joined(), settings: settings).forms.count == projects)
      return
    }
    let refusal = #expect(throws: Refusal.self) {
      try recognizeLedger(heading + lines.joined(), settings: settings)
    }
    #expect(refusal?.finding.rule == .fileTooLarge)
    #expect(refusal?.finding.values == ["limit": "valuesOfForm", "maximum": "100"])
    #expect(refusal?.finding.place.cells?.first.a1 == "A2")
  }

  @Test func groupHeadingsReachOverTheColumnsRightOfThem() throws {
    let (forms, findings) = try recognizeLedger(
      """
      绩效跟踪汇总表（2023年1-8月）
      | | | | | | | 单位：元
      序号 | 主管部门 | 项目名称 | 预算执行情况 | | | | 绩效指标 | |
      | | | 年度资金总额 | | 其中：财政拨款 | | 三级指标 | 年度指标值 | 实际完成值
      | | | 年初预算数 | 执行数 | 年初预算数 | 执行数 | | |
      1 | 某局 | 修缮 | 1000000 | 500000 | 800000 | 400000 | 面积 | 80 | 80
      2 | | 保洁 | 200 | 100 | 200 | 100 | 路长 | 5 | 4
      合计 | | | 1000200 | 500100 | 800200 | 400100 | | |
      填报人：张三 | | 日期：2023年9月
      """)
    #expect(forms.map { $0.form.project.name } == ["修缮", "保洁"])
    #expect(forms.map { $0.form.supervisingDepartment.name } == ["某局", "某局"])
    let budget = forms[0].form.budget
    #expect(budget.total == BudgetLine(initialBudget: 100, periodExpenditure: 50))
    #expect(budget.currentYearAppropriation == BudgetLine(initialBudget: 80, periodExpenditure: 40))
    #expect(forms[1].form.budget.total?.initialBudget == Decimal(string: "0.02"))
    #expect(forms[0].form.period == TrackingPeriod(start: YearMonth("2023-01"), end: YearMonth("2023-08")))
    #expect(forms[0].form.extras == [Extra(label: "序号", text: "1", cell: "A6")])
    let rules = findings.map(\.rule)
    for rule in [Rule.ledgerHeading, .unitConverted, .ledgerCarriedDown, .ledgerSumRow, .ledgerOtherRow] {
      #expect(rules.contains(rule), "\(rule.name)")
    }
  }

  @Test func blanksUnderMergedCellsGoOnWithTheFormAbove() throws {
    let (forms, _) = try recognizeLedger(
      """
      项目名称 | 实施单位 | 一级指标 | 二级指标 | 三级指标 | 年度指标值
      修缮 | 房管所 | 产出指标 | 数量 | 面积 | 80
           |        |          |      | 户数 | 60
           |        | 效益     | 社会效益 | 满意 | 90
      """)
    #expect(forms.count == 1)
    #expect(forms.first?.form.indicators.map(\.level1) == ["产出指标", "产出指标", "效益指标"])
    #expect(forms.first?.form.indicators.map(\.level2) == ["数量指标", "数量指标", "社会效益指标"])
  }

  @Test func levelTwoTellsLevelOneWhereNoColumnDoes() throws {
    let (forms, findings) = try recognizeLedger(
      """
      项目名称 | 实施单位 | 二级指标 | 三级指标 | 年度指标值
      修缮 | 房管所 | 数量指标 | 面积 | 80
           |        |          | 户数 | 60
           |        | 社会效益 | 满意 | 90
      """)
    #expect(forms.first?.form.indicators.map(\.level1) == ["产出指标", "产出指标", "效益指标"])
    let derived = findings.filter { $0.rule == .levelDerived }
    #expect(derived.map { $0.place.cells?.a1 } == ["C2", "C4"])
  }

  @Test func codeBelongsToTheNameBesideIt() throws {
    let (forms, _) = try recognizeLedger(
      """
      项目编码 | 项目名称 | 实施单位 | 三级指标 | 年度指标值
      326A01 | 修缮 | 房管所 | 面积 | 80
             |      |        | 户数 | 60
             | 保洁 | 环卫所 | 路长 | 5
             |      |        | 人数 | 4
      """)
    #expect(forms.map(\.form.project) == [NamedEntity(code: "326A01", name: "修缮"), NamedEntity(name: "保洁")])
    #expect(forms.map(\.form.indicators.count) == [2, 2])
  }

  @Test(arguments: ["1-8月执行数(万元)", "财政拨款·1-8月执行数(万元)", "财政拨款-1-8月执行数(万元)"])
  func monthsOfAHeadingServeBesideAYear(heading: String) throws {
    let (forms, _) = try recognizeLedger(
      """
      项目名称 | 实施单位 | 年度 | 年初预算数(万元) | \(heading)
      修缮 | 房管所 | 2023 | 100 | 50
      """)
    #expect(forms.first?.form.period == TrackingPeriod(start: YearMonth("2023-01"), end: YearMonth("2023-08")))
  }

  @Test func extrasOfAFormWithoutIndicatorsAreKept() throws {
    let (forms, _) = try recognizeLedger(
      """
      序号 | 项目名称 | 实施单位 | 年初预算数(万元) | 三级指标 | 年度指标值
      1 | 修缮 | 房管所 | 100 | 面积 | 80
      2 | 保洁 | 环卫所 | 60 | |
      """)
    #expect(forms.last?.form.extras == [Extra(label: "序号", text: "2", cell: "A3")])
  }

  @Test func numbersOfRowsStayWithTheirRows() throws {
    let (forms, _) = try recognizeLedger(
      """
      序号 | 项目名称 | 实施单位 | 三级指标 | 年度指标值 | 备注
      1 | 修缮 | 房管所 | 面积 | 80 | 甲
      2 | 修缮 | 房管所 | 户数 | 60 |
      """)
    let form = try #require(forms.first?.form)
    #expect(form.extras.isEmpty)
    #expect(
      form.indicators[0].extras == [
        Extra(label: "序号", text: "1", cell: "A2"), Extra(label: "备注", text: "甲", cell: "F2"),
      ])
    #expect(form.indicators[1].extras == [Extra(label: "序号", text: "2", cell: "A3")])
  }

  @Test func whatAFormSaysTwiceMustAgree() throws {
    let (forms, _) = try recognizeLedger(
      """
      项目名称 | 实施单位 | 年初预算数(万元) | 三级指标 | 年度指标值
      修缮 | 房管所 | 100 | 面积 | 80
      修缮 | 房管所 | 90 | 户数 | 60
      """)
    #expect(forms.first?.form.budget.total?.initialBudget == 100)
    let finding = try #require(forms.first?.findings.first)
    #expect(finding.rule == .ledgerConflict)
    #expect(finding.place.cells?.a1 == "C3")
    #expect(finding.values["expected"] == "100")
    #expect(finding.values["found"] == "90")
  }

  @Test func aRowAProjectHasNoIndicators() throws {
    let (forms, findings) = try recognizeLedger(
      """
      项目名称 | 主管部门 | 实施单位 | 年初预算数 | 全年预算数 | 1-8月执行数 | 执行率 | 纠偏措施
      修缮 | 219-某局 | 房管所 | 1,000.00 | 900 | 450 | 0.5 | 加快
      修缮 | 219-某局 | 房管所 | - | / | 无 | - |
      """, settings: profile { $0.year = 2024 })
    #expect(forms.count == 2)
    let form = try #require(forms.first)
    #expect(form.form.supervisingDepartment == NamedEntity(code: "219", name: "某局"))
    #expect(
      form.form.budget.total
        == BudgetLine(initialBudget: 1000, periodBudget: 900, periodExpenditure: 450, executionRate: 50))
    #expect(form.form.correctiveMeasures == "加快")
    #expect(form.form.period.end == YearMonth("2024-08"))
    #expect(form.findings.map(\.rule) == [.codeSplit, .rateInDoubt, .periodYearAdded])
    #expect(forms[1].form.budget.total == nil)
    #expect(forms[1].findings.map(\.rule).contains(.notANumber))
    #expect(findings.map(\.rule).contains(.unitAssumed))
  }

  @Test func splitTargetsAndTicksArePutTogether() throws {
    let (forms, _) = try recognizeLedger(
      """
      项目名称 | 实施单位 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 实际完成值 | 偏差原因 | | | 完成目标可能性 |
      | | | | | | | 经费保障 | 制度保障 | 原因说明 | 确定能 | 有可能
      修缮 | 房管所 | 面积 | ≥ | 80 | 平方米 | 60 | √ | √ | 资金未到 | | √
      修缮 | 房管所 | 质量 | 定性 | 良好 | | 良好 | | | | √ |
      """)
    let indicators = try #require(forms.first?.form.indicators)
    #expect(indicators[0].target == IndicatorValue(text: "≥80(平方米)"))
    #expect(indicators[0].deviationReason == "经费保障、制度保障：资金未到")
    #expect(indicators[0].extras == [Extra(label: "完成目标可能性", text: "有可能", cell: "L3")])
    #expect(indicators[1].target?.text == "良好")
    #expect(indicators[1].deviationReason == nil)
  }

  @Test func furtherFundsAndUnknownColumnsAreKept() throws {
    let (forms, findings) = try recognizeLedger(
      """
      项目名称 | 实施单位 | 年度资金总额年初预算数(元) | 其中：财政拨款年初预算数(元) | 财政专户管理资金年初预算数(元) | 中央补助年初预算数(万元) | 联系电话
      修缮 | 房管所 | 100000 | 50000 | 40000 | 1 | 1234
      """)
    let form = try #require(forms.first?.form)
    #expect(form.budget.total?.initialBudget == 10)
    #expect(form.budget.currentYearAppropriation?.initialBudget == 5)
    #expect(
      form.budget.additional == [
        AdditionalFund(label: "财政专户管理资金", line: BudgetLine(initialBudget: 4)),
        AdditionalFund(label: "中央补助", partOf: "currentYearAppropriation", line: BudgetLine(initialBudget: 1)),
      ])
    #expect(form.extras == [Extra(label: "联系电话", text: "1234", cell: "G2")])
    #expect(findings.contains { $0.rule == .ledgerUnknownColumn && $0.place.cells?.a1 == "G1" })
  }

  @Test func aCellWithoutHeadingIsKeptUnderItsLetters() throws {
    let (forms, findings) = try recognizeLedger(
      """
      项目名称 | 实施单位 | 三级指标 | 年度指标值
      修缮 | 房管所 | 面积 | 80 | 旁注
      """)
    #expect(forms.first?.form.indicators.first?.extras == [Extra(label: "E", text: "旁注", cell: "E2")])
    #expect(findings.contains { $0.rule == .ledgerNoHeading && $0.values["found"] == "E" })
  }

  @Test func unitsThatContradictAreErrors() throws {
    let (forms, findings) = try recognizeLedger(
      """
      | | 单位：万元
      项目名称 | 实施单位 | 年初预算数(元) | 三级指标
      修缮 | 房管所 | 10000 | 面积
      """)
    #expect(forms.first?.form.budget.total?.initialBudget == 1)
    #expect(findings.contains { $0.rule == .unitContradicts && $0.place.cells?.a1 == "C2" })
  }

  @Test func aProfileMapsTheColumnsOfAHomeMadeLedger() throws {
    let mapping = LedgerMapping(columns: [
      ("project.name", .heading("课题")), ("implementingUnit.name", .column(1)), ("indicators.name", .heading("考核内容")),
      ("indicators.actual", .column(3)), ("budget.total.initialBudget", .heading("钱（元）")),
    ])
    let (forms, _) = try recognizeLedger(
      """
      我们的台账
      课题 | 谁做 | 考核内容 | 结果 | 钱（元） | 别的
      修缮 | 房管所 | 面积 | 80 | 20000 | 注
      修缮 | 房管所 | 户数 | 60 | 20000 | 注
      """, settings: profile { $0.ledger = mapping })
    let form = try #require(forms.first?.form)
    #expect(forms.count == 1)
    #expect(form.project.name == "修缮")
    #expect(form.implementingUnit.name == "房管所")
    #expect(form.budget.total?.initialBudget == 2)
    #expect(form.indicators.map(\.name) == ["面积", "户数"])
    #expect(form.indicators.map { $0.actual?.text } == ["80", "60"])
  }

  @Test func everyCellOfALedgerHasARole() throws {
    let sheet = Sheet(
      info: SheetInfo(name: "台账"),
      cells: [
        ["某局2023年1-8月台账"], ["项目名称", "实施单位", "三级指标", "年度指标值", "备注"], ["修缮", "房管所", "面积", "80", "甲", "旁注"],
        ["合计", "", "", "80"],
      ].enumerated().flatMap { row, words in
        words.enumerated().filter { !$1.isEmpty }.map { Cell(at: CellReference(row: row, column: $0), text: $1) }
      })
    let recognized = Recognizer().recognize(sheet)
    #expect(recognized.forms.count == 1)
    #expect(Set(recognized.roles.keys) == Set(sheet.cells.map(\.reference)))
    func role(_ cell: String) throws -> CellRole? { recognized.roles[try #require(CellReference(cell))] }
    #expect(try role("A2") == .label(form: 0))
    #expect(try role("A3") == .value(form: 0, fields: ["project.name"]))
    #expect(try role("D3") == .value(form: 0, fields: ["indicators[0].target"]))
    #expect(try role("F3") == .value(form: 0, fields: ["indicators[0].extras"]))
    #expect(try role("A4") == .other(.other))
  }

  @Test func guessesWhichLabelWasMeant() {
    #expect(LabelGuess("项目的名称")?.identifier == "project")
    #expect(LabelGuess("年初的预算数")?.identifier == "budget.initialBudget")
    #expect(LabelGuess("天气") == nil)
  }

  @Test(arguments: [
    "项目名称 | 修缮\n主管部门 | 某局 | 实施单位 | 房管所\n预算执行情况 | 年初预算数 | 跟踪期预算数 | 跟踪期执行数",
    "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 完成值\n产出 | 数量 | 面积 | 80 | 80",
    "姓名 | 项目名称 | 部门 | 工资 | 奖金 | 日期 | 电话 | 地址\n张三 | 修缮 | 甲 | 1 | 2 | 3 | 4 | 5",
  ])
  func otherTablesAreNoLedger(text: String) throws {
    let rows = text.split(separator: "\n").enumerated().map { row, line in
      Row(
        index: row,
        cells: line.split(separator: "|").enumerated().map {
          Cell(at: CellReference(row: row, column: $0), text: String($1).trimmed)
        })
    }
    #expect(LedgerHeader.find(in: rows, synonymIndex: SynonymIndex()) == nil)
  }

  private func profile(_ change: (inout RecognitionSettings) -> Void) -> RecognitionSettings {
    var settings = RecognitionSettings()
    change(&settings)
    return settings
  }
}
