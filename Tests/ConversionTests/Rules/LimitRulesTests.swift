import Conversion
import Findings
import Testing

@Suite("A limit that is a rule of its own") struct LimitRulesTests {
  /// Limits that are rules of their own, and what their words name.
  static let rules: [(rule: Rule, option: String?)] = [
    (.runTimeLimit, "--time-limit"), (.runMemoryLimit, "--memory-limit"), (.outputTooManySheets, "--layout ledger"),
    (.textRecordTooLong, nil), (.textTooManyColumns, nil), (.workbookTextTooLong, nil), (.workbookListTooLong, nil),
    (.archiveNested, nil),
  ]

  @Test("names the option that raises it, or says that nothing does", arguments: rules, Language.allCases)
  func ownRules(limit: (rule: Rule, option: String?), language: Language) {
    let finding = Finding(limit.rule, Dictionary(uniqueKeysWithValues: limit.rule.placeholders.map { ($0, "1") }))
    let words = finding.message(in: language) + (finding.advice(in: language) ?? "")
    #expect(words.contains(limit.option ?? language.pick("不能放宽", "cannot be raised")), "\(limit.rule.name): \(words)")
  }

  @Test("of lines and nesting stands in the reason", arguments: ["nesting", "line > 64 MiB"], Language.allCases)
  func reasons(reason: String, language: Language) {
    for rule in [Rule.jsonSyntax, .xlsxMalformed] {
      let words = Finding(rule, ["reason": reason]).message(in: language)
      #expect(words.contains(language.pick("不能放宽", "cannot be raised")))
    }
  }
}
