import Foundation
import Testing

@Suite("tracktable schema")
struct SchemaTests {
  @Test func printsAnObjectThatNamesEveryTopLevelKey() throws {
    let outcome = try Command.run("schema")
    #expect(outcome.status == 0)
    #expect(outcome.words.isEmpty)
    let schema = try #require(JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: Any])
    #expect(properties.keys.sorted() == ["forms", "schema"])
  }

  @Test func printsTheSchemaOfReportsToo() throws {
    let outcome = try Command.run("schema", "--report")
    #expect(outcome.status == 0)
    let schema = try #require(JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: Any])
    #expect(properties.keys.sorted() == ["files", "language", "rules", "schema", "summary", "units"])
  }
}

@Suite("Wrong usage ends with 64 and does nothing")
struct UsageTests {
  @Test(arguments: [
    ["convert"], ["convert", "a.json"], ["convert", "-o", "b.json"],
    ["convert", "a.json", "-o", "b.json", "--to", "pdf"],
    ["convert", "a.json", "-o", "b.json", "--nonsense"], ["convert", "a.json", "-o", "b.json", "--jobs", "0"],
    ["convert", "a.json", "-o", "b.json", "--name", "{项目名称}"], ["convert", "a.json", "-o", "out/", "--name", "{谁}"],
    ["convert", "a.json", "-o", "-", "--resume"], ["convert", "a.json", "-o", "b.json", "--time-limit", "0"],
    ["nonsense"],
  ])
  func isRefused(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write("a.json", SampleForm.json("甲"))
    let outcome = try Command.run(arguments, in: folder)
    #expect(outcome.status == 64, "\(outcome.words)")
    #expect(!outcome.words.isEmpty)
    #expect(outcome.output.isEmpty)
    #expect(folder.files().keys.sorted() == ["a.json"])
  }
}
