import Foundation
import Testing
import TrackingModel

@Suite("The stream worker")
struct PipeTests {
  private static func frame(_ name: String, _ content: [UInt8]) -> Data {
    var data = Data()
    withUnsafeBytes(of: UInt32(name.utf8.count).bigEndian) { data.append(contentsOf: $0) }
    data.append(contentsOf: name.utf8)
    withUnsafeBytes(of: UInt64(content.count).bigEndian) { data.append(contentsOf: $0) }
    data.append(contentsOf: content)
    return data
  }

  private static func answers(_ outcome: Command.Outcome) throws -> [[String: Any]] {
    try outcome.output.split(separator: 10).map {
      try #require(JSONSerialization.jsonObject(with: $0) as? [String: Any])
    }
  }

  @Test(arguments: [1, 3]) func answersComeInTheOrderOfTheFilesAndSayWhatConvertSays(jobs: Int) throws {
    let names = (0..<20).map { "项目\($0)" }
    // Every fifth is no form at all.
    let input = names.enumerated().map { number, name in
      Self.frame("\(name).json", number % 5 == 4 ? Array("{".utf8) : SampleForm.json(name))
    }
    let outcome = try Command.run(["pipe", "--jobs", "\(jobs)"], input: input.reduce(Data(), +))
    #expect(outcome.status == 0, "\(outcome.words)")
    let answers = try Self.answers(outcome)
    #expect(answers.map { $0["name"] as? String } == names.map { $0 + ".json" })
    for (number, (answer, name)) in zip(answers, names).enumerated() {
      let keys = [
        "protocol", "name", "outcome", "sha256", "size", "account", "refusal", "workbook", "findings", "forms",
      ]
      #expect(Set(answer.keys) == Set(keys))
      #expect(answer["protocol"] as? Int == 1)
      #expect(answer["outcome"] as? String == (number % 5 == 4 ? "refused" : "done"))
      #expect((answer["refusal"] as? [String: Any])?["rule"] as? String == (number % 5 == 4 ? "json.syntax" : nil))
      guard number % 5 != 4 else { continue }
      let forms = try #require(answer["forms"] as? [[String: Any]])
      let form = try JSONSerialization.data(withJSONObject: #require(forms.first?["form"]))
      #expect(try CanonicalJSON.read(Array(form)) == [SampleForm.form(name)])
    }
  }

  @Test func cellsAreAccountedForAndWorkbooksDrawn() throws {
    let folder = try TemporaryFolder()
    try folder.write("in.json", SampleForm.json("甲"))
    #expect(try Command.run("convert", "in.json", "-o", "in.xlsx", in: folder).status == 0)
    let workbook = try Array(folder.read("in.xlsx"))
    let outcome = try Command.run("pipe", "--workbooks", input: Self.frame("in.xlsx", workbook))
    let answer = try #require(Self.answers(outcome).first)
    let account = try #require(answer["account"] as? [String: Int])
    let cells = try Command.run("cells", "in.xlsx", in: folder).text.split(separator: "\n").filter {
      $0.contains("\"cell\":")
    }
    #expect(account["cells"] == cells.count)
    #expect(account["cells"] == ["values", "labels", "others"].compactMap { account[$0] }.reduce(0, +))
    let text = try #require(answer["workbook"] as? String)
    // The same form gives the same bytes.
    #expect(try #require(Data(base64Encoded: text)) == Data(workbook))
  }

  @Test func anAnswerComesWithoutAnotherFile() throws {
    let process = Command.start(["pipe"])
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for name in ["甲", "乙"] {
      try input.fileHandleForWriting.write(contentsOf: Self.frame(name, SampleForm.json(name)))
      var line = Data()
      while line.last != 10 {
        let piece = output.fileHandleForReading.availableData
        try #require(!piece.isEmpty)
        line += piece
      }
      #expect((try JSONSerialization.jsonObject(with: line) as? [String: Any])?["name"] as? String == name)
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func whatTakesTooLongOrTooMuchCostsItself() throws {
    // Work enough that its answer cannot be there at the first look.
    let many = Array(String(repeating: "河道,水务所,里程,80,70\n", count: 8_000).utf8)
    let ledger = Array("项目名称,实施单位,三级指标,年度指标值,跟踪期实际完成值\n".utf8) + many
    let input = Self.frame("甲.csv", ledger) + Self.frame("乙.csv", ledger)
    let late = try Self.answers(Command.run("pipe", "--time-limit", "0.01", input: input))
    #expect(late.map { ($0["refusal"] as? [String: Any])?["rule"] as? String } == ["run.time-limit", "run.time-limit"])
    let large = [UInt8](repeating: 65, count: 2 << 20)
    let outcome = try Command.run(
      "pipe", "--memory-limit", "4", input: Self.frame("大.csv", large) + Self.frame("空.csv", []))
    let answers = try Self.answers(outcome)
    #expect((answers.first?["refusal"] as? [String: Any])?["rule"] as? String == "file.too-large")
    #expect(answers.count == 2)
  }

  @Test func aTornStreamIsToldOnceAllBeforeItIsAnswered() throws {
    let whole = Self.frame("甲.json", SampleForm.json("甲"))
    let outcome = try Command.run("pipe", input: whole + whole.dropLast())
    #expect(outcome.status == 2)
    #expect(try Self.answers(outcome).count == 1)
    #expect(outcome.words.contains("[pipe.torn]"))
    #expect(try Command.run("pipe", "--protocol", "2").status == 64)
    #expect(try Command.run("pipe").status == 0)
  }
}
