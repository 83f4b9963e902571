import Foundation
import Testing
import TrackingModel

@Suite("Where outputs go, and what is never overwritten")
struct OutputTests {
  @Test(arguments: [
    ("out.json", [], "json"), ("out.jsonl", [], "jsonl"), ("out.xlsx", [], "xlsx"),
    ("out.json", ["--to", "jsonl"], "jsonl"),
  ])
  func formatFollowsOptionThenExtension(output: String, options: [String], format: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("in.json", SampleForm.json("甲"))
    let outcome = try Command.run(["convert", "in.json", "-o", output] + options, in: folder)
    #expect(outcome.status == 0, "\(outcome.words)")
    #expect(outcome.words.isEmpty)
    let bytes = try folder.read(output)
    switch format {
    case "json": #expect(try CanonicalJSON.read(Array(bytes)) == [SampleForm.form("甲")])
    case "jsonl": #expect(Array(bytes) == CanonicalJSON.line(SampleForm.form("甲")))
    default: #expect(bytes.starts(with: Array("PK".utf8)))
    }
  }

  @Test func standardOutputCarriesTheResultAndNothingElse() throws {
    let outcome = try Command.run(
      "convert", "-", "-o", "-", "--to", "json", input: Data(SampleForm.json("甲")))
    #expect(outcome.status == 0)
    #expect(Array(outcome.output) == SampleForm.json("甲"))
    #expect(outcome.words.isEmpty)
  }

  /// A workbook's only time is the fixed one that it is made at.
  @Test func workbooksAreTheSameBytesUnderAnyTimeZoneAndLocale() throws {
    let folder = try TemporaryFolder()
    try folder.write("in.json", SampleForm.json("甲"))
    var made: Set<Data> = []
    for (number, zone) in ["UTC", "Asia/Shanghai", "America/St_Johns"].enumerated() {
      let process = Command.start(
        ["convert", "in.json", "-o", "\(number).xlsx"], in: folder, locale: number == 1 ? "de_DE.UTF-8" : "C")
      process.environment?["TZ"] = zone
      #expect(try Command.finish(process).status == 0)
      made.insert(try folder.read("\(number).xlsx"))
    }
    #expect(made.count == 1)
  }

  @Test func existingOutputStaysUnlessForced() throws {
    let folder = try TemporaryFolder()
    try folder.write("in.json", SampleForm.json("甲"))
    try folder.write("out.jsonl", "mine")
    let refused = try Command.run("convert", "in.json", "-o", "out.jsonl", in: folder)
    #expect(refused.status == 2)
    #expect(refused.words.contains("[output.exists]"))
    #expect(try folder.read("out.jsonl") == Data("mine".utf8))
    #expect(try Command.run("convert", "in.json", "-o", "out.jsonl", "--force", in: folder).status == 0)
    #expect(try folder.read("out.jsonl") != Data("mine".utf8))
  }

  @Test func anInputIsNeverOverwritten() throws {
    let folder = try TemporaryFolder()
    try folder.write("in.json", SampleForm.json("甲"))
    let before = try folder.read("in.json")
    for output in ["in.json", "./in.json"] {
      let outcome = try Command.run("convert", "in.json", "-o", output, "--force", in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.words.contains("[output.is-input]"))
    }
    try folder.write("in/a.json", SampleForm.json("甲"))
    let outcome = try Command.run("convert", "in", "-o", "in/", "--force", in: folder)
    #expect(outcome.status == 64)
    #expect(try folder.read("in.json") == before)
    #expect(folder.files(in: "in").count == 1)
  }

  @Test func inputsOfAFolderOutputAreNotOverwrittenEither() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.json", SampleForm.json("甲"))
    try folder.write("b/a.json", SampleForm.json("乙"))
    let before = folder.files()
    let outcome = try Command.run("convert", "b/a.json", "a.json", "-o", "./", "--to", "json", "--force", in: folder)
    #expect(outcome.status == 2)
    #expect(try folder.read("a.json") == before["a.json"])
    #expect(try folder.read("b/a.json") == before["b/a.json"])
  }

  @Test func gatheredOutputKeepsTheOrderOfTheInputs() throws {
    let folder = try TemporaryFolder()
    let names = (0..<40).map { "项目\($0)" }
    for (index, name) in names.enumerated() {
      try folder.write("in/\(index < 10 ? "0" : "")\(index).json", SampleForm.json(name))
    }
    for format in ["json", "jsonl"] {
      let outcome = try Command.run("convert", "in", "-o", "all.\(format)", "--jobs", "3", "--quiet", in: folder)
      #expect(outcome.status == 0, "\(outcome.words)")
      let forms = try CanonicalJSON.read(Array(folder.read("all.\(format)")))
      #expect(forms.map(\.project.name) == names)
      if format == "json" { #expect(try Array(folder.read("all.json")) == CanonicalJSON.document(forms)) }
    }
  }

  @Test func moreThan200FormsAsSheetsIsWrongUsage() throws {
    let folder = try TemporaryFolder()
    let forms = (0...200).map { SampleForm.form("项目\($0)", indicators: 1) }
    try folder.write("in.jsonl", forms.flatMap { CanonicalJSON.line($0) })
    let outcome = try Command.run("convert", "in.jsonl", "-o", "out.xlsx", in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.words.contains("200"))
    #expect(folder.files().keys.sorted() == ["in.jsonl"])
    #expect(try Command.run("convert", "in.jsonl", "-o", "out.xlsx", "--layout", "ledger", in: folder).status == 0)
  }
}
