import Conversion
import Findings
import Foundation
import Testing

/// `Documentation/Rules.md` lists every rule. Set `UPDATE_DOCUMENTATION` to write it anew.
@Suite struct RulesDocumentationTests {
  private static let file = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "Documentation/Rules.md")

  @Test func `the list of rules is up to date`() throws {
    let text = Self.document()
    if ProcessInfo.processInfo.environment["UPDATE_DOCUMENTATION"] != nil {
      try text.write(to: Self.file, atomically: true, encoding: .utf8)
    }
    let stored = try String(contentsOf: Self.file, encoding: .utf8)
    let missing = text.split(separator: "\n").filter { !stored.contains($0) }
    #expect(missing == [], "run the tests once with UPDATE_DOCUMENTATION=1")
    #expect(stored == text)
  }

  /// The document, family by family in the order in which `Rule.all` begins them.
  private static func document() -> String {
    var text = """
      # Rules

      What TrackTable can say about an input, with the names that a profile uses to change a severity or to switch a rule off, and that
      JSON reports carry. Names never change. `{…}` stands for a finding's own value.

      This list is made from the code: `UPDATE_DOCUMENTATION=1 swift test --filter RulesDocumentation`.

      """
    var families: [String] = []
    for rule in Rule.all where !families.contains(rule.family) { families.append(rule.family) }
    for family in families {
      text += "\n## \(family)\n\n"
      if let source = sources[family] { text += "Source: \(source)\n\n" }
      text += "| rule | severity | words |\n|---|---|---|\n"
      for rule in Rule.all where rule.family == family { text += line(of: rule) }
    }
    return text
  }

  private static func line(of rule: Rule) -> String {
    // Filling in each value's own name in braces gives back the template.
    let words = [Language.chinese, .english].map { language in
      var values = Dictionary(uniqueKeysWithValues: rule.placeholders.map { ($0, "{\($0)}") })
      // An English reason would be put into Chinese.
      if values["reason"] != nil { values["reason"] = language.pick("{原因}", "{reason}") }
      let finding = Finding(rule, values)
      return [finding.message(in: language), finding.advice(in: language)].compactMap { $0 }.joined(
        separator: language == .chinese ? "" : " ")
    }
    let cell = words.joined(separator: "<br>").replacing("|", with: "\\|").replacing("\n", with: " ")
    return "| `\(rule.name)` | \(rule.severity.rawValue) | \(cell) |\n"
  }

  /// Where the rules of a family come from.
  private static let sources: [String: String] = [
    "xlsx": "ECMA-376 part 1 (SpreadsheetML) and part 2 (packages)",
    "xls": "[MS-XLS], [MS-CFB] and [MS-OFFCRYPTO] (the binary formats of Excel 5.0 to 2003)",
    "text": "RFC 4180 for CSV; the Unicode Standard and GB 18030 for characters",
    "json": "RFC 8259 and the schema that `tracktable schema` prints",
    "required": "the form's own blocks and labeled fields; a relative is asked only for what its kind has",
    "placeholder": "forms handed in with `≥**%`, `XX` or `指标2` where a value belongs",
    "period": "the form tracks one budget year (年度)",
    "budget":
      "the form's own arithmetic: 年度资金总额 over its funds; 执行率 is 跟踪期执行数 over 跟踪期预算数, printed cut off, rounded, or in whole percents",
    "indicator":
      "财预〔2015〕88号, 财预〔2020〕10号, 财预〔2021〕101号 for the levels; the form's own columns: planned and actual values of the period are compared with each other, never with the annual target",
    "indicators": "财预〔2020〕10号: 产出, 效益 and, where people are served, 满意度",
    "assessment":
      "the form's options; the calendar: below 60 % of the share of the year gone by is far behind; monitoring forms want 原因 and 措施 for 有可能 and 不可能",
    "measures": "the form's own rule: who deviates says what will be done",
    "across":
      "systems that collect forms know a project by department, unit, code, name and period, character for character",
  ]
}

extension Rule {
  /// What stands in front of the dot.
  fileprivate var family: String { String(name.prefix { $0 != "." }) }
}
