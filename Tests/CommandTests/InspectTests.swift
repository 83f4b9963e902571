import Foundation
import Testing

@Suite("tracktable inspect")
struct InspectTests {
  private static let form = "项目名称,路灯维护\n一级指标,二级指标,三级指标,年度指标值\n产出指标,数量指标,维护路灯,=500(盏)\n"

  @Test func showsTheGridAndTheFields() throws {
    let outcome = try Command.run(["inspect", "-"], input: Data(Self.form.utf8))
    #expect(outcome.status == 0, "\(outcome.words)")
    #expect(outcome.text.contains("#项目名称"))
    #expect(outcome.text.contains("=路灯维护"))
    #expect(outcome.text.contains("indicators[0].target"))
  }

  @Test func mapsPathsToCells() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.csv", Array(Self.form.utf8))
    let outcome = try Command.run(["inspect", "a.csv", "--json"], in: folder)
    #expect(outcome.status == 0, "\(outcome.words)")
    let map = try #require(JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    let fields = try #require(map["fields"] as? [String: [String: Any]])
    #expect(fields["forms[0].project.name"]?["cells"] as? [String] == ["B1"])
  }

  @Test func showsAFileThatIsNoFormAndSaysWhy() throws {
    let outcome = try Command.run(["inspect", "-"], input: Data("发票代码,031002300111\n".utf8))
    #expect(outcome.status == 2)
    #expect(outcome.text.contains("!发票代码"))
    #expect(!outcome.words.isEmpty)
  }
}
