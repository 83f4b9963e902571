import Conversion
import Findings
import Testing

@testable import Spreadsheet

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

  /// Names of formats, programs and characters, and what is typed as it stands: options, commands, keys, extensions.
  private static let namesAsTheyStand: Set<Substring> = [
    "proc", "JSON", "XML", "HTML", "YAML", "PDF", "BIFF", "UTF", "GB", "GBK", "BIG", "ISO", "LE", "MB",
    "Excel", "WPS", "Word", "LibreOffice", "Debian", "DISPIMG", "DOCTYPE", "NUL", "Tab",
    "apt", "install", "bsdtar", "libarchive", "tools", "libreoffice", "writer", "calc", "nogui", "soffice", "none",
    "tracktable", "schema", "inspect",
    "convert",
    "check", "null", "extras", "sheet", "unit", "year", "synonyms", "limits", "xlsx", "docx", "json", "html",
    "workbook",
    "xml",
    "ledger",
  ]

  private static let namesOfFormats = Set(Workbooks.readers.flatMap(\.names).flatMap { $0.split(separator: " ") })

  @Test(arguments: Rule.all)
  func `Chinese sentences have no English words in them`(rule: Rule) {
    let finding = Finding(rule, Dictionary(uniqueKeysWithValues: rule.placeholders.map { ($0, "〔〕") }))
    let words = finding.message(in: .chinese) + (finding.advice(in: .chinese) ?? "")
    for word in words.replacing(/--[a-z-]+/, with: "").matches(of: /[A-Za-z]{2,}/).map(\.output) {
      #expect(Self.namesAsTheyStand.contains(word) || Self.namesOfFormats.contains(word), "\(rule.name): \(word)")
    }
  }

  @Test(arguments: Rule.all)
  func `sentences end as such, and say nothing twice`(rule: Rule) {
    let finding = Finding(rule, Dictionary(uniqueKeysWithValues: rule.placeholders.map { ($0, "〔\($0)〕") }))
    for language in Language.allCases {
      let message = finding.message(in: language)
      let advice = finding.advice(in: language)
      #expect(advice != message)
      // Labels of the progress line are no sentences.
      if ["run.time-left", "run.failures", "run.warnings"].contains(rule.name) { continue }
      for sentence in [message, advice].compactMap({ $0 }) where !sentence.hasSuffix("〕") {
        #expect(
          sentence.hasSuffix(language.pick("。", ".")) || sentence.hasSuffix(language.pick("？", "?")), "\(sentence)")
      }
    }
  }
}
