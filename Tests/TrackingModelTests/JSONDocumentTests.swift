import Findings
import Testing
import TrackingModel

@Suite("Canonical JSON whose structure would lose something")
struct JSONDocumentTests {
  private func refusal(_ text: String) -> Finding? {
    #expect(throws: Refusal.self) { try CanonicalJSON.read(Array(text.utf8)) }?.finding
  }

  @Test(arguments: [
    (#"{"schema":"tracktable/1","forms":[],"forms":[{}]}"#, "json.key-twice"),
    (#"{"schema":"tracktable/1","forms":[{"project":{"name":"甲","name":"乙"}}]}"#, "json.key-twice"),
    (#"{"schema":"tracktable/1","forms":[{"title":"甲","\u0074itle":"乙"}]}"#, "json.key-twice"),
    (#"{"schema":"tracktable/1"}"#, "json.missing-key"),
    (#"{"schema":"tracktable/1","forms":null}"#, "json.missing-key"),
    (#"{"forms":[]}"#, "json.missing-key"), (#"{"schema":"tracktable/2","forms":[]}"#, "json.version"),
    (#"{"schema":"tracktable/1","forms":[],"x":1}"#, "json.unknown-key"),
    (#"{"schema":"tracktable/1","forms":[{}"#, "json.syntax"),
    (#"{"schema":"tracktable/1","forms":[{}]} x"#, "json.syntax"),
    (#"{"schema":"tracktable/1","forms":[{},]}"#, "json.syntax"),
    ("{\"title\":\"甲\"} {\"title\":\"乙\"}", "json.syntax"),
    ("[" + String(repeating: "[", count: 100_000), "json.syntax"),
  ])
  func isRefused(text: String, rule: String) {
    #expect(refusal(text)?.rule.name == rule, "\(text.prefix(80))")
  }

  @Test func theFormIsNamed() {
    let finding = refusal(#"{"schema":"tracktable/1","forms":[{},{"period":{"start":"never"}}]}"#)
    #expect(finding?.values["path"] == "forms[1].period.start")
  }

  @Test func formsComeOneByOneInTheirOrder() throws {
    let forms = (0..<50).map { TrackingForm(title: "表\($0)", correctiveMeasures: "{\"]},\\") }
    for bytes in [CanonicalJSON.document(forms), forms.flatMap { CanonicalJSON.line($0) }] {
      var read: [TrackingForm] = []
      try CanonicalJSON.forEachForm(in: [0xEF, 0xBB, 0xBF] + bytes) { read.append($0) }
      #expect(read.map(\.correctiveMeasures) == forms.map(\.correctiveMeasures))
      #expect(read.map(\.title) == forms.map(\.title))
    }
  }

  /// A form of JSON is no larger than one of a sheet may be.
  @Test(arguments: [
    (#""extras":["#, #"{"label":"栏","text":"值"}"#, "]", 50_000),
    (#""budget":{"additional":["#, #"{"label":"捐赠","initialBudget":"1.00"}"#, "]}", 25_000),
    (#""indicators":["#, #"{"name":"清淤","target":{"text":"≥20"},"extras":[{"label":"权重","text":"5"}]}"#, "]", 16_666),
  ])
  func aFormHasNoMoreValuesThanAForm(before: String, one: String, after: String, most: Int) throws {
    func document(_ count: Int) -> String {
      let many = Array(repeating: one, count: count).joined(separator: ",")
      return #"{"schema":"tracktable/1","forms":[{"title":null,"# + before + many + after + "}]}"
    }
    #expect(try CanonicalJSON.read(Array(document(most).utf8)).count == 1)
    let finding = refusal(document(most + 1))
    #expect(finding?.values == ["limit": "valuesOfForm", "maximum": "50000"])
  }

  @Test func ofSeveralUnknownKeysTheSameIsNamed() {
    let text = #"{"schema":"tracktable/1","forms":[{"c":1,"b":2,"a":3,"d":4,"e":5}]}"#
    #expect((0..<20).allSatisfy { _ in refusal(text)?.values["found"] == "a" })
  }

  @Test func manyKeysAreNoMoreThanManyKeys() {
    let keys = (0..<20_000).map { #""k\#($0)":null"# }.joined(separator: ",")
    #expect(refusal("{\"schema\":\"tracktable/1\",\"forms\":[{\(keys)}]}")?.rule.name == "json.unknown-key")
  }
}
