import Foundation
import Testing

@testable import PageServer

/// The words of the page: one table, both languages, nothing missing and nothing over.
@Suite struct PageTextsTests {
  private func file(_ name: String) throws -> String {
    String(decoding: try #require(PageFiles.byName[name]).bytes, as: UTF8.self)
  }

  private func texts() throws -> [String: [String: String]] {
    try JSONDecoder().decode([String: [String: String]].self, from: Data(file("texts.json").utf8))
  }

  @Test func `every text is there in both languages with the same values in it`() throws {
    let texts = try texts()
    #expect(texts.count > 50)
    for (key, words) in texts {
      #expect(Set(words.keys) == ["zh", "en"], "\(key)")
      #expect(words.values.allSatisfy { !$0.isEmpty }, "\(key)")
      let places = words.values.map { Set($0.matches(of: /\{[a-z]+\}/).map { String($0.output) }) }
      #expect(Set(places).count == 1, "\(key)")
      if key != "language" {
        #expect(
          words["zh"]?.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } == true || key == "takeJSON",
          "\(key)")
      }
    }
  }

  @Test func `every text that is used is in the table, and every one in the table is used`() throws {
    let html = try file("index.html")
    var used = Set(html.matches(of: /data-text="([^"]+)"/).map { String($0.output.1) })
    for name in PageFiles.byName.keys where name.hasSuffix(".js") {
      let script = try file(name)
      used.formUnion(script.matches(of: /say\("([^"]+)"/).map { String($0.output.1) })
      used.formUnion(
        script.matches(of: /(?:action|badge|does)\("([^"]+)"(?:, "([^"]+)")?/).flatMap { match in
          [String(match.output.1)] + (match.output.2.map { [String($0)] } ?? [])
        })
      used.formUnion(
        script.matches(of: /\? "(key[A-Za-z]+)" : "(key[A-Za-z]+)"/).flatMap {
          [String($0.output.1), String($0.output.2)]
        })
    }
    used.remove("severity-")
    used.formUnion(["severity-error", "severity-warning", "severity-note"])
    #expect(Set(try texts().keys).symmetricDifference(used).sorted() == [])
  }

  @Test func `the page before any script says the Chinese words of the table`() throws {
    let texts = try texts()
    let html = try file("index.html")
    for match in html.matches(of: /data-text="([^"]+)"[^>]*>([^<]*)</) {
      #expect(texts[String(match.output.1)]?["zh"] == String(match.output.2), "\(match.output.1)")
    }
  }
}
