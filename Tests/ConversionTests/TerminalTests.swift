import Findings
import Publishing
import Testing

@testable import Conversion

@Suite("Nothing of an input steers a terminal")
struct TerminalTests {
  private static let bad =
    "\u{1B}[31m\u{7}\u{9B}2J\u{202E}反\u{200B}\u{2066}\r\n\t\u{FEFF}\u{E0041}\u{7F}\u{2028}\u{0}\u{3164}尾"

  private func isClean(_ line: String) -> Bool { line.unicodeScalars.allSatisfy { TerminalText.isHarmless($0) } }

  private func finding(_ rule: Rule) -> Finding {
    var values: [String: String] = [:]
    for name in rule.placeholders.union(["found", "expected"]) { values[name] = Self.bad }
    let place = Place(
      file: Self.bad, sheet: Self.bad, cells: CellRange("A1:B2"), field: "extras[0]." + Self.bad,
      position: BytePosition(part: Self.bad, line: 1, column: 2))
    return Finding(rule, at: place, values)
  }

  @Test(arguments: Language.allCases)
  func everyRuleOnOneLine(language: Language) {
    for rule in Rule.all {
      let line = FindingLine.text(of: finding(rule), in: language)
      #expect(isClean(line), "\(rule.name)")
      #expect(line.contains("反"), "words stay: \(rule.name)")
    }
  }

  @Test(arguments: Language.allCases)
  func everyRuleInACheck(language: Language) throws {
    let file = ReportedFile(file: Self.bad, findings: Rule.all.map(finding))
    let text = try TerminalReport(language: language).text(of: file)
    for line in text.split(separator: "\n") { #expect(isClean(String(line)), "\(line)") }
  }

  @Test func whatCleansTellsWhatHides() {
    #expect(TerminalText.cleaned("a\u{1B}b\u{9B}c\u{202E}d") == "a b c d")
    #expect(TerminalText.cleanedLines("a\n\tb\r") == "a\n\tb ")
    #expect(
      TerminalText.escapedJSON("{\"a\":\"\u{9B}\u{202E}\u{E0041}\"}\n") == "{\"a\":\"\\u009b\\u202e\\udb40\\udc41\"}\n")
    #expect(TerminalText.cleaned("财政，（1）é") == "财政，（1）é")
  }
}
