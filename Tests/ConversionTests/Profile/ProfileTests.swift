import Findings
import Recognition
import Testing

@testable import Conversion

@Suite struct ProfileTests {
  @Test func aWholeProfileIsRead() throws {
    let profile = try Profile(
      yaml: """
        unit: 元
        year: 2024
        sheet: 汇总表
        encoding: GB18030
        synonyms:
          project: [课题名称, 工程名称]
          budget.periodBudget: 本年计划数
        columns:
          project.name: 课题
          indicators.name: D
        header-row: 3
        rules:
          placeholder.left: off
          value.unit-assumed: error
        page:
          title: 某局跟踪表
          text-size: 10.5
          margins: { left: 20, right: 20 }
          sign-off: [填报人, 日期]
        name: "{实施单位}_{project}"
        """)
    #expect(profile.recognition.unit == .yuan)
    #expect(profile.recognition.year == 2024)
    #expect(profile.recognition.sheet == "汇总表")
    #expect(profile.encoding == "GB18030")
    #expect(
      profile.recognition.synonyms == ["project": ["课题名称", "工程名称"], "budget.periodBudget": ["本年计划数"]])
    #expect(
      profile.recognition.ledger
        == LedgerMapping(
          columns: [("project.name", .heading("课题")), ("indicators.name", .column(3))], headerRow: 2))
    #expect(profile.checking.disabled == ["placeholder.left"])
    #expect(profile.checking.severities == ["value.unit-assumed": .error])
    #expect(profile.page.title == "某局跟踪表")
    #expect(profile.page.textSize == 10.5)
    #expect(profile.page.margins.left == 20)
    #expect(profile.page.signOff == ["填报人", "日期"])
    #expect(try profile.namePattern == NamePattern("{unit}_{项目名称}"))
  }

  @Test(arguments: ["", "# 只有注释", "synonyms:", "rules: ~"])
  func anEmptyProfileChangesNothing(yaml: String) throws {
    let profile = try Profile(yaml: yaml)
    #expect(profile.recognition.synonyms.isEmpty)
    #expect(profile.recognition.ledger == nil)
  }

  @Test(arguments: [
    // The mistake stands where ‸ does.
    ("‸unti: 元", "profile.unknown-key", "unit"),
    ("year: 2024\n‸yaer: 2024", "profile.unknown-key", "year"),
    ("synonyms:\n  ‸projekt: 课题", "profile.unknown-label", "project"),
    ("synonyms:\n  ‸periodBudget: 计划", "profile.unknown-label", "budget.periodBudget"),
    ("columns:\n  ‸project.nam: B", "profile.unknown-field", "project.name"),
    ("rules:\n  ‸placeholder.lefts: off", "profile.unknown-rule", "placeholder.left"),
    ("unit: ‸美元", "profile.value", nil),
    ("year: ‸去年", "profile.value", nil),
    ("header-row: ‸0", "profile.value", nil),
    ("rules:\n  placeholder.left: ‸loud", "profile.value", nil),
    ("page:\n  text-size: ‸99", "profile.value", nil),
    ("synonyms: ‸课题", "profile.type", nil),
    ("sheet: ‸[一, 二]", "profile.type", nil),
    ("page:\n  margins: { left: 10, ‸lift: 3 }", "profile.unknown-key", "left"),
    ("unit: 元\n‸unit: 万元", "profile.duplicate-key", nil),
    ("rules:\n  placeholder.left: off\n  ‸placeholder.left: note", "profile.duplicate-key", nil),
    ("name: ‸\"{谁}\"", "usage.name-placeholder", nil),
  ])
  func everyMistakeHasItsPlace(marked: String, rule: String, suggestion: String?) throws {
    let head = marked.prefix { $0 != "‸" }
    let line = head.count { $0 == "\n" } + 1
    let column = head.split(separator: "\n", omittingEmptySubsequences: false).last.map { $0.count + 1 }
    let yaml = marked.replacing("‸", with: "")
    for text in [yaml, yaml.replacing("\n", with: "\r\n")] {
      do throws(InvalidProfile) {
        _ = try Profile(yaml: text, file: "某局.yaml")
        Issue.record("nothing was found")
      } catch {
        let finding = try #require(error.findings.first)
        #expect(error.findings.count == 1)
        #expect(finding.rule.name == rule)
        #expect(finding.place.file == "某局.yaml")
        #expect(finding.place.position?.line == line)
        #expect(finding.place.position?.column == column)
        #expect(suggestion == nil || finding.values["suggestion"] == suggestion)
      }
    }
  }

  @Test func brokenYAMLHasItsPlace() {
    #expect(throws: InvalidProfile.self) { try Profile(yaml: "a: [1, 2\nb: 3") }
    do throws(InvalidProfile) {
      _ = try Profile(yaml: "unit: 元\n\tyear: 2024")
    } catch {
      #expect(error.findings.first?.rule == .profileSyntax)
      #expect(error.findings.first?.place.position?.line == 2)
    }
  }

  @Test func allMistakesAreToldAtOnce() {
    do throws(InvalidProfile) {
      _ = try Profile(yaml: "unti: 元\nyear: x\nrules:\n  nothing: off")
    } catch {
      #expect(error.findings.map { $0.place.position?.line } == [1, 2, 4])
    }
  }
}
