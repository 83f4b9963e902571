import Conversion
import Findings
import Foundation
import Publishing
import Spreadsheet
import Testing
import TrackingModel

@testable import Store

/// Runs whose output is a store: whose a row is, what is kept and what is replaced.
@Suite struct RunTests {
  private final class Silence: RunObserver {
    func progressed(_ summary: RunSummary) {}
    func finished(_ file: ReportedFile) throws {}
    func noticed(_ finding: Finding) {}
  }

  private func json(_ project: String, unit: String? = "示范中心") -> [UInt8] {
    var form = TrackingForm(title: "财政项目支出绩效跟踪表")
    form.project.name = project
    form.implementingUnit.name = unit
    form.goals.expected = "完成。"
    return CanonicalJSON.document([form])
  }

  @discardableResult
  private func run(
    _ inputs: [String], to path: String, resumes: Bool = false, replaces: Bool = false, report: String? = nil
  ) throws -> RunSummary {
    var settings = RunSettings()
    settings.inputs = inputs
    settings.output = .file(path)
    settings.store = SQLiteStore()
    settings.pipeline.store = SQLiteStore()
    settings.resumes = resumes
    settings.replaces = replaces
    settings.report = report
    return try BulkRun(settings, observer: Silence()).run()
  }

  @Test func `a resumed run keeps what is the same, and replaces what has changed`() throws {
    let folder = try TemporaryFolder()
    let store = folder.path + "/a.sqlite"
    let inputs = try ["甲", "乙", "丙"].map { try folder.write("\($0).json", json($0)) }
    try run(inputs, to: store)
    try folder.write("乙.json", json("乙改"))
    try folder.write("丁.json", json("丁"))
    let summary = try run(inputs.dropLast() + [folder.path + "/丁.json"], to: store, resumes: true)
    #expect(summary.kept == 1)
    #expect(summary.files == 3)
    let names = try OpenedStore(store).rows("SELECT project_name FROM form").joined()
    #expect(Set(names) == ["甲", "乙改", "丙", "丁"], "丙 is not named any more and stays")
    #expect(try OpenedStore(store).isSound)
  }

  @Test func `rows are the same in whatever order inputs come`() throws {
    let folder = try TemporaryFolder()
    let inputs = try (0..<40).map { try folder.write("\($0).json", json("项目\($0)", unit: $0 % 3 == 0 ? nil : "所")) }
    try run(inputs, to: folder.path + "/a.sqlite")
    try run(inputs.reversed(), to: folder.path + "/b.sqlite")
    let half = Array(inputs[20...] + inputs[..<5])
    try run(half, to: folder.path + "/c.sqlite")
    try run(inputs.shuffled(), to: folder.path + "/c.sqlite", resumes: true)
    let reference = try OpenedStore(folder.path + "/a.sqlite").contents()
    #expect(reference["form"]?.count == 40 && reference["finding"]?.isEmpty == false)
    #expect(try OpenedStore(folder.path + "/b.sqlite").contents() == reference)
    #expect(try OpenedStore(folder.path + "/c.sqlite").contents() == reference)
  }

  @Test(
    "What stands where SQLite would keep a file of its own is not removed",
    arguments: ["-wal", "-journal", "-shm"], [true, false])
  func companions(_ suffix: String, _ hasStore: Bool) throws {
    let folder = try TemporaryFolder()
    let store = folder.path + "/绩效.sqlite"
    let input = try folder.write("甲.json", json("甲"))
    if hasStore { try run([input], to: store) }
    let notes = try folder.write("绩效.sqlite\(suffix)", Array("记录，不是数据库".utf8))
    let refusal = #expect(throws: Refusal.self) { try run([input], to: store, replaces: true) }
    #expect(refusal?.finding.rule == .outputExists)
    #expect(refusal?.finding.values == ["path": notes])
    #expect(try String(contentsOfFile: notes, encoding: .utf8) == "记录，不是数据库")
    // An empty one is what a run that was killed leaves.
    try folder.write("绩效.sqlite\(suffix)", [])
    try run([input], to: store, replaces: true)
    #expect(try OpenedStore(store).isSound)
  }

  @Test func `equal bytes at two paths are two files`() throws {
    let folder = try TemporaryFolder()
    let store = folder.path + "/a.sqlite"
    try run([folder.write("a/1.json", json("甲")), folder.write("b/1.json", json("甲"))], to: store)
    #expect(try OpenedStore(store).value("SELECT count(*) FROM form") == "2")
    #expect(try OpenedStore(store).value("SELECT files FROM file_twice") == "2")
    #expect(
      try OpenedStore(store).value(
        "SELECT count(*) FROM finding WHERE rule IN ('run.duplicate', 'across.duplicate-form')") == "0")
  }

  @Test func `the rows of a path are replaced as a whole or not at all`() throws {
    struct Stopped: Error {}
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.sqlite"
    let writer = try SQLiteStore().open(path, .anew, language: .chinese)
    func put(_ projects: [String], then failure: Stopped? = nil) throws {
      let file = StoredFile(
        path: "甲.xlsx", name: "甲.xlsx", sha256: nil, size: 1, isDone: true, forms: projects.count, settings: "")
      try writer.replace(file, []) { receive in
        for project in projects {
          var form = TrackingForm(title: "财政项目支出绩效跟踪表")
          form.project.name = project
          try receive(StoredForm(form, findings: [], cells: []))
        }
        if let failure { throw failure }
      }
    }
    try put(["甲", "乙"])
    #expect(throws: (any Error).self) { try put(["丙"], then: Stopped()) }
    try writer.close()
    #expect(try OpenedStore(path).rows("SELECT project_name FROM form ORDER BY form_no") == [["甲"], ["乙"]])
  }

  @Test func `a refused file is a row, until it can be read`() throws {
    let folder = try TemporaryFolder()
    let store = folder.path + "/a.sqlite"
    let input = try folder.write("甲.json", Array("{".utf8))
    let good = try folder.write("乙.json", json("乙"))
    try run([input, good], to: store)
    #expect(
      try OpenedStore(store).rows("SELECT outcome, form_count FROM file ORDER BY outcome") == [
        ["done", "1"], ["refused", "0"],
      ])
    #expect(
      try OpenedStore(store).value("SELECT rule FROM finding WHERE severity = 'error' AND form_no IS NULL")
        == "json.syntax")
    try folder.write("甲.json", json("甲"))
    try run([input, good], to: store, resumes: true)
    #expect(try OpenedStore(store).value("SELECT count(*) FROM file WHERE outcome = 'done'") == "2")
    #expect(try OpenedStore(store).value("SELECT count(*) FROM finding WHERE rule = 'json.syntax'") == "0")
  }

  @Test func `a resumed run reports what the first one found`() throws {
    let folder = try TemporaryFolder()
    let store = folder.path + "/a.sqlite"
    let inputs = try (0..<5).map { try folder.write("\($0).json", json("项目\($0)", unit: nil)) }
    let first = try run(inputs, to: store)
    let second = try run(inputs, to: store, resumes: true)
    #expect(second.kept == 5)
    #expect(first.counts == second.counts && second.counts.errors > 0)
    #expect(first.forms == second.forms)
  }

  @Test func `an existing file stays unless it may be replaced or gone on with`() throws {
    let folder = try TemporaryFolder()
    let store = folder.path + "/a.sqlite"
    let (one, other) = (try folder.write("甲.json", json("甲")), try folder.write("乙.json", json("乙")))
    try run([one], to: store)
    let refusal = #expect(throws: Refusal.self) { try run([other], to: store) }
    #expect(refusal?.finding.rule == .outputExists)
    try run([other], to: store, replaces: true)
    #expect(try OpenedStore(store).rows("SELECT project_name FROM form") == [["乙"]])
    let input = #expect(throws: Refusal.self) { try run([store], to: store, resumes: true) }
    #expect(input?.finding.rule == .outputIsInput)
  }

  @Test func `a store is an input, from a file and from memory`() throws {
    let folder = try TemporaryFolder()
    let store = folder.path + "/a.sqlite"
    let inputs = try (0..<9).map { try folder.write("\($0).json", json("项目\($0)")) }
    try run(inputs, to: store)
    var settings = PipelineSettings()
    settings.store = SQLiteStore()
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: store)))
    for source in [ByteSource.file(store), .bytes(bytes)] {
      var names: [String?] = []
      _ = try Pipeline(settings: settings).read(source, named: "a.sqlite") { names.append($0.form.project.name) }
      #expect(names == (0..<9).map { "项目\($0)" })
    }
    // Who has no store refuses it as any file of a format that is not read.
    let refusal = #expect(throws: Refusal.self) { _ = try Pipeline().read(.file(store), named: "a.sqlite") { _ in } }
    #expect(refusal?.finding.rule == .fileUnknownFormat)
  }
}
