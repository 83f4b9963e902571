import Testing
import TrackingModel

@testable import Conversion

@Suite("--name")
struct NamePatternTests {
  private let form: TrackingForm = {
    var form = TrackingForm(title: "跟踪表")
    form.project = NamedEntity(code: "219", name: "修缮/工程")
    form.implementingUnit.name = "房管办"
    form.period = TrackingPeriod(start: YearMonth("2023-01"), end: YearMonth("2023-08"))
    return form
  }()

  @Test(arguments: [
    ("{实施单位}_{项目名称}", "房管办_修缮_工程"), ("{unit}-{project-code}", "房管办-219"), ("{跟踪时段}", "2023-01至2023-08"),
    ("{主管部门}{title}", "跟踪表"), ("{文件名}（正式）", "原件（正式）"), ("固定", "固定"),
  ])
  func fillsIn(pattern: String, expected: String) throws {
    #expect(try NamePattern(pattern).name(of: form, stem: "原件") == expected)
  }

  @Test(arguments: ["{", "{谁}", "{}", "a{project", "{ project }"])
  func unknownPlacesAreWrongUsage(pattern: String) {
    #expect(throws: WrongUsage.self) { try NamePattern(pattern) }
  }
}

@Suite("What OUTPUT stands for")
struct OutputTargetTests {
  @Test(arguments: [
    ("-", OutputTarget.standardOutput), ("没有的/", .folder("没有的")), ("没有的", .folder("没有的")), ("a.JSON", .file("a.JSON")),
    ("a.v2", .folder("a.v2")), ("/tmp", .folder("/tmp")), ("x/a.xlsx", .file("x/a.xlsx")),
    ("a.xlsx/", .folder("a.xlsx")),
    ("/", .folder("/")), ("/dev/stdout", .standardOutput), ("/dev/fd/1", .standardOutput), ("a.xls/", .folder("a.xls")),
  ])
  func isTold(output: String, target: OutputTarget) throws { #expect(try OutputTarget(output) == target) }

  @Test(arguments: ["a.xls", "成果/a.DOCX", "a.et", "a.pdf", "a.zip"])
  func `what is read and not written is wrong usage`(output: String) {
    #expect(throws: WrongUsage.self) { try OutputTarget(output) }
  }
}
