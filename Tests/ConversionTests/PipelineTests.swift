import Findings
import Spreadsheet
import Testing
import TrackingModel

@testable import Conversion

@Suite("One input through all modules, bytes to forms")
struct PipelineTests {
  private let sheet = """
    财政项目支出绩效跟踪表
    跟踪时段：（ 2023-1月 至 2023-8月 ）
    项目名称\t小区修缮
    主管部门\t示范局\t实施单位\t示范中心
    年度总体目标\t预期目标\t完成修缮。
    """

  @Test func fillsInWhereAFormCameFrom() throws {
    var forms: [CheckedForm] = []
    let summary = try Pipeline().read(.bytes(Array(sheet.utf8)), named: "a.tsv", shownAs: "in/a.tsv") {
      forms.append($0)
    }
    let form = try #require(forms.first)
    #expect(forms.count == 1 && summary.forms == 1)
    #expect(form.form.project.name == "小区修缮")
    #expect(form.form.source?.file == "a.tsv")
    #expect(form.form.source?.sha256 == summary.sha256)
    #expect(summary.size == sheet.utf8.count)
    #expect(form.form.source?.sheet == nil)
    #expect(form.form.source?.cells?.hasPrefix("A1:") == true)
    #expect(!form.findings.isEmpty)
    #expect(form.findings.allSatisfy { $0.place.file == "in/a.tsv" })
  }

  @Test func hashesAsEverybodyDoes() throws {
    let summary = try Pipeline().read(.bytes(Array(#"{"schema":"tracktable/1","forms":[]}"#.utf8)), named: "a") { _ in }
    #expect(summary.sha256 == "61a76b88e5a89b76959bb35437c4e45858db1e48e3086294f7404618558679ff")
  }

  @Test(arguments: [(0, ["file.no-forms"]), (1, [])])
  func JSONWithoutAFormIsNotSilent(forms: Int, rules: [String]) throws {
    let bytes = CanonicalJSON.document(Array(repeating: TrackingForm(title: "跟踪表"), count: forms))
    #expect(try Pipeline().read(.bytes(bytes), named: "a.json") { _ in }.findings.map(\.rule.name) == rules)
  }

  @Test func JSONKeepsTheSourceItNames() throws {
    var form = TrackingForm(title: "跟踪表")
    form.source = Source(file: "原.xlsx", sha256: "ab", sheet: "表1", cells: "A1:H9")
    var read: [TrackingForm] = []
    _ = try Pipeline().read(.bytes(CanonicalJSON.document([form])), named: "b.json") { read.append($0.form) }
    #expect(read == [form])
  }

  @Test(arguments: [([UInt8](), "file.empty"), (Array("%PDF-1.4".utf8), "file.no-spreadsheet")])
  func refusesWithThePlace(bytes: [UInt8], rule: String) {
    let refusal = #expect(throws: Refusal.self) { try Pipeline().read(.bytes(bytes), named: "坏") { _ in } }
    #expect(refusal?.finding.rule.name == rule)
    #expect(refusal?.finding.place.file == "坏")
  }
}
