import Findings
import Foundation
import Testing
import TrackingModel

@Suite struct CanonicalJSONTests {
  @Test(arguments: [[], [Sample.empty], [Sample.full, Sample.empty]])
  func `what is written reads back as the same forms`(forms: [TrackingForm]) throws {
    #expect(try CanonicalJSON.read(CanonicalJSON.document(forms)) == forms)
  }

  @Test func `JSON Lines have one form a line, and a lone line is a form`() throws {
    let lines = CanonicalJSON.line(Sample.full) + CanonicalJSON.line(Sample.empty)
    #expect(lines.filter { $0 == 10 }.count == 2)
    #expect(try CanonicalJSON.read(lines) == [Sample.full, Sample.empty])
    #expect(try CanonicalJSON.read(CanonicalJSON.line(Sample.full)) == [Sample.full])
  }

  @Test func `keys stand in the order of the contract and absent is null`() {
    let text = String(decoding: CanonicalJSON.line(Sample.empty), as: UTF8.self)
    #expect(
      text == """
        {"title":null,"kind":"tracking","period":{"start":null,"end":null},"project":{"code":null,"name":null},\
        "supervisingDepartment":{"code":null,"name":null},"implementingUnit":{"code":null,"name":null},\
        "budget":{"total":null,"currentYearAppropriation":null,"carryOver":null,"otherFunds":null,"additional":[]},\
        "goals":{"expected":null,"actual":null},"indicators":[],\
        "assessment":{"budgetCompletion":null,"goalCompletion":null},"correctiveMeasures":null,\
        "source":{"file":null,"sha256":null,"sheet":null,"cells":null},"extras":[]}

        """)
  }

  @Test(
    arguments: [
      (#"{"title":"项目支出绩效运行监控表"}"#, .monitoring), (#"{"title":"财政项目支出绩效自评表","kind":null}"#, .selfEvaluation),
      ("{}", .tracking),
      (#"{"title":"财政项目支出绩效跟踪表","kind":"self-evaluation"}"#, .selfEvaluation),
      (#"{"kind":"declaration"}"#, .declaration),
      (#"{"title":"项目支出绩效运行监控表","kind":"tracking"}"#, .tracking),
    ] as [(String, FormKind)])
  func `the kind is the one stated, and the one that the title names in JSON that states none`(
    json: String, kind: FormKind
  ) throws {
    let form = try CanonicalJSON.read(Array(json.utf8))[0]
    #expect(form.kind == kind)
    #expect(try CanonicalJSON.read(CanonicalJSON.line(form)) == [form])
  }

  @Test(arguments: [
    (#"{"schema":"tracktable/1","forms":[{"project":{"name":" 甲 "}}]}"#, "甲"),
    ("\u{FEFF}" + #"{"project":{"name":"甲","code":""}}"#, "甲"),
    ("{\n  \"project\": {\n \"name\": \"甲\" } }\n", "甲"),
  ])
  func `keys may be left out, texts are trimmed, a single form will do`(json: String, name: String) throws {
    let forms = try CanonicalJSON.read(Array(json.utf8))
    #expect(forms.map(\.project) == [NamedEntity(name: name)])
  }

  @Test func `an indicator value given as text alone is read from its words`() throws {
    let json = #"{"indicators":[{"target":{"text":"≥90.00(%)"}}]}"#
    let target = try CanonicalJSON.read(Array(json.utf8))[0].indicators[0].target
    #expect(target == IndicatorValue(text: "≥90.00(%)", comparison: .atLeast, amount: "90.00", unit: "%"))
  }

  @Test(arguments: [
    ("{", "json.syntax", ""),
    ("[1]", "json.value", "$"),
    (#"{"schema":"tracktable/9","forms":[]}"#, "json.version", ""),
    (#"{"schema":"tracktable/1","forms":[{"projekt":{}}]}"#, "json.unknown-key", "forms[0]"),
    (#"{"budget":{"total":{"initialBudget":"1,234"}}}"#, "json.value", "budget.total.initialBudget"),
    (#"{"budget":{"total":{"initialBudget":"12abc"}}}"#, "json.value", "budget.total.initialBudget"),
    (#"{"period":{"start":"2023-13"}}"#, "json.value", "period.start"),
    (#"{"title":7}"#, "json.value", "title"),
    (#"{"kind":"Tracking"}"#, "json.value", "kind"),
    (#"{"indicators":[{"target":{"amount":"7"}}]}"#, "json.missing-key", "indicators[0].target"),
    (
      #"{"assessment":{"goalCompletion":{"text":"x","likelihood":"maybe"}}}"#, "json.value",
      "assessment.goalCompletion.likelihood"
    ),
  ])
  func `what is not canonical is refused with its path`(json: String, rule: String, path: String) {
    let refusal = #expect(throws: Refusal.self) { try CanonicalJSON.read(Array(json.utf8)) }
    #expect(refusal?.finding.rule.name == rule)
    #expect(refusal?.finding.values["path"] ?? "" == path)
  }

  @Test func `a bad line of JSON Lines is named`() {
    let refusal = #expect(throws: Refusal.self) {
      try CanonicalJSON.read(Array("{\"title\":null}\n\n{\"x\":1}\n".utf8))
    }
    #expect(refusal?.finding.place.position?.line == 3)
  }
}
