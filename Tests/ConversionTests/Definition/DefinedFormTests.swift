import Checking
import Findings
import Publishing
import Recognition
import Spreadsheet
import Testing
import TrackingModel

@testable import Conversion

/// A form that is defined here alone goes through the modules: no file of them names its fields.
@Suite("A form defined in the tests")
struct DefinedFormTests {
  private let form = ResearchForm.form

  @Test func `JSON has its keys, and comes back`() throws {
    let text = String(decoding: CanonicalJSON.line(form), as: UTF8.self)
    #expect(
      text.contains(#""kind":"research","project":{"code":"K01","name":"土壤修复研究"},"leader":"某某某","budget":{"grant":{"#))
    #expect(text.contains(#"{"name":"论文","weight":"10.0","target":{"#))
    #expect(!text.contains("goals") && !text.contains("planned"))
    #expect(try CanonicalJSON.read(CanonicalJSON.document([form]), of: ResearchForm.family) == [form])
    #expect(throws: Refusal.self) { try CanonicalJSON.read(CanonicalJSON.document([form])) }
  }

  @Test func `the schema has its fields`() {
    let schema = CanonicalJSON.documentSchema(of: ResearchForm.definition, in: ResearchForm.family)
    let text = String(decoding: schema.document(id: "x", title: "x"), as: UTF8.self)
    for words in ["research", "leader", "项目负责人", "weight", "权重", "partners", "合作单位配套"] { #expect(text.contains(words)) }
  }

  @Test func `its ledger has a column a field`() {
    let table = LedgerTable(ResearchForm.definition)
    #expect(
      table.columns.map(\.heading) == [
        "表号", "指标数", "表名", "项目编码", "项目名称", "科研拨款·年初预算数(万元)", "科研拨款·跟踪期预算数(万元)", "科研拨款·跟踪期执行数(万元)", "科研拨款·执行率(%)",
        "合作单位配套·年初预算数(万元)", "合作单位配套·跟踪期预算数(万元)", "合作单位配套·跟踪期执行数(万元)", "合作单位配套·执行率(%)", "指标序号", "三级指标", "权重",
        "年度指标值", "跟踪期实际完成值", "项目负责人", "资金附加", "指标附加", "表附加",
      ])
    let rows = LedgerRows(form, number: 1, in: table)
    #expect(rows.count == 3)
    #expect(rows[0][5] == .amount(90) && rows[0][15] == .value("10.0") && rows[0][18] == .text("某某某"))
    #expect(rows[2][14] == .text("样机") && rows[2][18] == .blank)
  }

  @Test func `the official form's ledger keeps in its supplements what it has no columns for`() throws {
    var read = TrackingForm(title: form.title, definition: .tracking, project: form.project)
    let entries = LedgerSupplement.entries(of: form)
    let text = try #require(LedgerSupplement.text(of: entries))
    #expect(text == "kind＝research\nleader＝某某某")
    #expect(LedgerSupplement.add(try #require(LedgerSupplement.entries(of: text)), to: &read, of: ResearchForm.family))
    let funds = LedgerSupplement.entries(of: form.budget, form.definition.budget)
    #expect(LedgerSupplement.add(funds, to: &read.budget, read.definition.budget))
    for indicator in form.indicators {
      var back = Indicator(name: indicator.name, target: indicator.target, actual: indicator.actual)
      let entries = LedgerSupplement.entries(of: indicator, form.definition.indicators)
      #expect(LedgerSupplement.add(entries, to: &back, read.definition.indicators))
      read.indicators.append(back)
    }
    #expect(read == form)
  }

  @Test(arguments: [LedgerTable(ResearchForm.definition), .standard])
  func `ledgers are read back`(table: LedgerTable) throws {
    var ledger = LedgerText(.csv, table)
    ledger.add(form)
    #expect(try recognized(ledger.drain()).map(\.form.withoutSource) == [form])
  }

  @Test func `a page with a table of indicators is read back, each value from its cell`() throws {
    var flat = form
    flat.definition = ResearchForm.flat
    flat.budget[keyPath: ResearchForm.partners.keyPath]?.extras = []
    let found = try recognized(OfficialPage.workbook(of: [flat]).bytes)
    #expect(found.map(\.form.withoutSource) == [flat])
    #expect(found.first?.sources["leader"].map(\.a1) == ["C3"])
    #expect(found.first?.sources[.indicator(1, "weight")].map(\.a1) == ["C9"])
    #expect(found.first?.sources[.budget(ResearchForm.partners, .initialBudget)].map(\.a1) == ["E6"])
  }

  @Test func `a page with its indicators below each other is read back, each value from its cell`() throws {
    var drawn = form
    drawn.budget[keyPath: ResearchForm.partners.keyPath]?.extras = []
    drawn.indicators[1].further["weight"] = nil
    drawn.indicators[1].actual = nil
    let found = try recognized(OfficialPage.workbook(of: [drawn]).bytes)
    #expect(found.map(\.form.withoutSource) == [drawn])
    #expect(found.first?.sources["leader"].map(\.a1) == ["C3"])
    #expect(found.first?.sources[.indicator(0, "weight")].map(\.a1) == ["D7"])
    #expect(found.first?.sources[.budget(ResearchForm.partners, .initialBudget)].map(\.a1) == ["E5"])
    #expect(found.flatMap(\.findings).map(\.rule.name) == ["value.code-split"])
  }

  @Test func `what its page says twice is no silent value`() throws {
    let table = """
      科研项目绩效跟踪表
      项目名称,土壤修复研究
      经费 (万元),科研拨款,90
      ,科研拨款,80
      考核指标,指标名称,论文
      ,权重,10
      ,权重,20
      """
    let found = try recognized(Array(table.utf8)).first
    #expect(found?.form.budget[keyPath: ResearchForm.grant.keyPath]?.initialBudget == 90)
    #expect(found?.findings.contains { $0.rule == .fieldTwice && $0.values["found"] == "80" } == true)
    #expect(found?.form.indicators.map { $0.further["weight"] } == ["10", "20"])
    #expect(found?.form.indicators.map(\.name) == ["论文", nil])
  }

  @Test(arguments: ["项目负责人：某某某", "项目负责人：某某某,,联系电话：021-1", "项目负责人,某某某,财务负责人,张三", "项目负责人,某某某"])
  func `a field of its own is read at the foot too, where contacts and signatures stand`(line: String) throws {
    let table = """
      科研项目绩效跟踪表
      项目名称,土壤修复研究
      绩效指标,三级指标,权重,年度指标值,跟踪期实际完成值
      ,论文,10,≥2项,1
      \(line)
      """
    #expect(try recognized(Array(table.utf8)).first?.form.further["leader"] == "某某某")
  }

  private func recognized(_ bytes: [UInt8]) throws -> [RecognizedForm] {
    var settings = RecognitionSettings()
    settings.family = ResearchForm.family
    var forms: [RecognizedForm] = []
    _ = try Recognizer(settings: settings).recognize(Workbooks.open(bytes: bytes)) { forms.append($0) }
    return forms
  }

  @Test func `rules ask for its fields and for no others`() {
    #expect(said(form) == [])
    var empty = form
    empty.further["leader"] = nil
    empty.budget[keyPath: ResearchForm.grant.keyPath]?.initialBudget = nil
    empty.indicators[1].further["weight"] = nil
    empty.indicators[2].actual = IndicatorValue(text: "XX")
    #expect(
      said(empty) == [
        "required.field @ leader: 项目负责人", "required.field @ budget.grant.initialBudget: 科研拨款：年初预算数",
        "placeholder.left @ indicators[2].actual: 跟踪期实际完成值", "indicator.value-missing @ indicators[1].weight: 权重",
      ])
  }

  private func said(_ form: TrackingForm) -> [String] {
    Checker().check(form).map { "\($0.rule.name) @ \($0.place.field ?? ""): \($0.values["label"] ?? "")" }
  }

  @Test func `reports and inspection call its fields by their labels`() {
    #expect(FieldName.text(of: "leader", in: .chinese, form.definition) == "项目负责人")
    #expect(FieldName.text(of: "budget.partners.initialBudget", in: .english, form.definition) == "其中：合作单位配套 · 年初预算数")
    #expect(FieldName.text(of: "indicators[1].weight", in: .chinese, form.definition) == "第 2 个指标 · 权重")
    let list = FieldList(of: RecognizedForm(form: form, sources: SourceMap(), findings: []))
    let texts = list.entries.compactMap { entry in entry.text.map { "\(entry.path)=\($0)" } }
    #expect(
      texts.filter { $0.hasPrefix("leader") || $0.contains("partners") || $0.contains("weight") } == [
        "leader=某某某", "budget.partners.initialBudget=30.00", "budget.partners.extras[0]=到账：是",
        "indicators[0].weight=10.0", "indicators[1].weight=20.0", "indicators[2].weight=30.0",
      ])
  }

  @Test func `its page stands as drawn`() throws {
    let (bytes, findings) = try OfficialPage.workbook(of: [form])
    #expect(findings.map(\.rule) == [.pageExtra])
    let cells = try cells(of: bytes, sheet: 0)
    #expect(cells["A1"] == "科研项目绩效跟踪表" && cells["C2"] == "K01-土壤修复研究" && cells["C3"] == "某某某")
    #expect(cells["A4"] == "经费 (万元)" && cells["B5"] == "其中：合作单位配套" && cells["E5"] == "30.00")
    // The indicators stand below each other, three rows each.
    #expect(cells["A6"] == "考核指标" && cells["D6"] == "论文" && cells["D7"] == "10.0" && cells["F8"] == "0")
    #expect(cells["D9"] == "专利" && cells["C14"] == "≥4项")
  }

  @Test func `its template has its hints, and its review copy marks its cells`() throws {
    let template = try cells(of: OfficialTemplate.workbook(of: ResearchForm.definition), sheet: 0)
    #expect(template["A3"] == "项目负责人" && template["C3"] == nil && template["B6"] == "指标名称")
    let finding = Finding(.requiredField, at: Place(field: "leader"), ["label": "项目负责人"])
    let (bytes, _) = try ReviewCopy.workbook(of: [(form, [finding])])
    #expect(try Workbooks.open(bytes: bytes).sheets.count == 1)
  }

  @Test func `it crosses the pipe, and names files`() throws {
    var writer = FieldLineWriter()
    writer.add(form)
    var reader = FieldLineReader(writer.bytes)
    #expect(try reader.form(of: ResearchForm.family) == form)
    #expect(try NamePattern("{leader}_{项目名称}", for: form.definition).name(of: form, stem: "a") == "某某某_土壤修复研究")
  }

  private func cells(of workbook: [UInt8], sheet: Int) throws -> [String: String] {
    let workbook = try Workbooks.open(.bytes(workbook))
    let cells = try workbook.sheet(workbook.sheets[sheet]).cells.map { ($0.reference.a1, $0.text) }
    return Dictionary(cells.filter { !$0.1.isEmpty }, uniquingKeysWith: { first, _ in first })
  }
}
