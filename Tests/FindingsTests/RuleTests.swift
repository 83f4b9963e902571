import Findings
import Testing

@Suite struct RuleTests {
  @Test func `every name is used once and is a family and words joined by dashes`() {
    let names = Rule.all.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names {
      #expect(name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*/) != nil, "\(name)")
      #expect(Rule.named(name)?.name == name)
    }
  }

  @Test(arguments: Rule.all)
  func `words fill in the finding's values in both languages`(rule: Rule) {
    let values = Dictionary(uniqueKeysWithValues: rule.placeholders.map { ($0, "〔\($0)〕") })
    let finding = Finding(rule, values)
    for language in Language.allCases {
      let words = finding.message(in: language) + (finding.advice(in: language) ?? "")
      #expect(!words.contains("{") && !words.contains("}"), "\(rule.name): \(words)")
    }
    // Reasons come from below in English and are said in Chinese.
    for name in rule.placeholders where name != "path" && name != "reason" {
      #expect(
        (finding.message(in: .chinese) + (finding.advice(in: .chinese) ?? "")).contains("〔\(name)〕"),
        "\(rule.name) {\(name)}")
    }
  }
}
