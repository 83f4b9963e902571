import Foundation
import Testing
import TrackingModel

@Suite("Inputs with very many outputs are resumed without a deadlock", .timeLimit(.minutes(3)))
struct ResumeTests {
  @Test func thousandsOfOutputsOfAFewInputs() throws {
    let folder = try TemporaryFolder()
    let count = 900
    for input in 0..<4 {
      let forms = (0..<count).map { SampleForm.form("第\(input)批很长很长很长很长很长的项目名称之\($0)", indicators: 1) }
      try folder.write("in/\(input).jsonl", forms.flatMap { CanonicalJSON.line($0) })
    }
    let arguments = ["convert", "in", "-o", "out/", "--name", "{项目名称}", "--to", "json", "--jobs", "1", "--quiet"]
    #expect(try Command.run(arguments, in: folder).status == 0)
    let before = folder.files(in: "out")
    #expect(before.count == 4 * count)
    for name in before.keys.sorted().filter({ $0.hasSuffix("7.json") }) {
      try FileManager.default.removeItem(atPath: folder.path + "/out/" + name)
    }
    #expect(try Command.run(arguments + ["--resume"], in: folder).status == 0)
    #expect(folder.files(in: "out") == before)
  }

  /// What comes back of one input is more than any pipe or memory limit takes.
  @Test func moreFindingsThanStayInMemory() throws {
    let folder = try TemporaryFolder()
    var form = TrackingForm(title: "财政项目支出绩效跟踪表")
    form.project.name = String(repeating: "长", count: 400)
    try folder.write("in.jsonl", (0..<6000).flatMap { _ in CanonicalJSON.line(form) })
    let arguments = ["check", "in.jsonl", "--report", "r.json", "--force"]
    #expect(try Command.run(arguments, in: folder).status == 1)
    let report = try JSONSerialization.jsonObject(with: folder.read("r.json")) as? [String: Any]
    let files = report?["files"] as? [[String: Any]]
    #expect((files?.first?["forms"] as? [Any])?.count == 6000)
  }
}
